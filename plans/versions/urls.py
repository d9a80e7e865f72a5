from django.urls import path

from plans.versions import views

urlpatterns = [
    path("planer/<int:pk>/versioner/", views.plan_versions, name="plan-versions"),
    path("planer/<int:pk>/sammenlign/", views.compare_versions, name="compare-versions"),
]
