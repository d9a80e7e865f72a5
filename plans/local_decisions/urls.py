from django.urls import path

from plans.local_decisions import views

urlpatterns = [
    path("raad/<int:pk>/beslutninger/", views.this_year, name="own-local-decisions"),
    path("raad/<int:pk>/beslutninger/<int:year>/", views.local_decisions, name="local-decisions"),
    path(
        "raad/<int:pk>/forebyggelsesomraader/<int:year>/<int:area_pk>/",
        views.decide_on_area,
        name="decide-on-area",
    ),
    path("raad/<int:pk>/emner/<int:year>/<uuid:lineage>/aendring/", views.change_topic, name="change-topic"),
    path("forebyggelsesomraader/<slug:district>/", views.prevention_decisions, name="prevention-decisions"),
]
