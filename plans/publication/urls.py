from django.urls import path

from plans.publication import views

urlpatterns = [
    path("planer/<int:pk>/offentliggoerelse/", views.publish_plan, name="publish-plan"),
    path("planer/<int:pk>/udkast.pdf", views.draft_pdf, name="draft-pdf"),
]
