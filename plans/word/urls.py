from django.urls import path

from plans.word import views

urlpatterns = [
    path("planer/<int:pk>/udkast.docx", views.draft_word, name="draft-word"),
    path("planer/<int:pk>/sammenlign.docx", views.redline_word, name="redline-word"),
]
