from django.urls import path

from plans.local_decisions.views import overviews, own

urlpatterns = [
    path("raad/<int:pk>/beslutninger/", own.this_year, name="own-local-decisions"),
    path("raad/<int:pk>/beslutninger/<int:year>/", own.local_decisions, name="local-decisions"),
    path(
        "raad/<int:pk>/forebyggelsesomraader/<int:year>/<int:area_pk>/",
        own.decide_on_area,
        name="decide-on-area",
    ),
    path("raad/<int:pk>/emner/<int:year>/<uuid:lineage>/aendring/", own.change_topic, name="change-topic"),
    path(
        "kreds/<slug:slug>/lokale-beslutninger/<int:year>/",
        overviews.decisions_of_the_year,
        name="district-decisions",
    ),
    path(
        "kreds/<slug:slug>/lokale-beslutninger/<int:year>/liste.<slug:ending>",
        overviews.decisions_sheet,
        name="district-decisions-sheet",
    ),
]
