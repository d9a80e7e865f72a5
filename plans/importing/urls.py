from django.urls import path

from plans.importing import views

urlpatterns = [
    path("planer/indlaes/", views.upload, name="import-plan"),
    path("planer/indlaes/<int:pk>/", views.preview, name="preview-import"),
    path("planer/indlaes/<int:pk>/linjer/", views.correct, name="correct-import"),
    path("planer/indlaes/<int:pk>/svar/", views.answer, name="answer-import"),
    path("planer/indlaes/<int:pk>/slet/", views.delete, name="delete-import"),
]
