from django.urls import path

from plans.consultation_note import views

urlpatterns = [
    path("planer/<int:pk>/hoering/notat/", views.consultation_note, name="consultation-note"),
    path("planer/<int:pk>/hoering/notat.pdf", views.consultation_note_pdf, name="consultation-note-pdf"),
]
