from django.urls import path

from plans.desk import views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("planer/", views.plans, name="plans"),
    path("planer/<int:pk>/", views.plan, name="plan"),
]
