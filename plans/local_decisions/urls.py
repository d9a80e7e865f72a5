from django.urls import path

from plans.local_decisions import views

urlpatterns = [
    path("raad/<int:pk>/beslutninger/", views.local_decisions, name="local-decisions"),
    path("raad/<int:pk>/forebyggelsesomraader/<int:area_pk>/", views.decide_on_area, name="decide-on-area"),
    path("raad/<int:pk>/emner/<uuid:lineage>/aendring/", views.change_topic, name="change-topic"),
    path("forebyggelsesomraader/<slug:district>/", views.prevention_decisions, name="prevention-decisions"),
]
