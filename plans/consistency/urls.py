from django.urls import path

from plans.consistency import views

urlpatterns = [
    path("planer/<int:pk>/kontrol/", views.plan_consistency, name="plan-consistency"),
]
