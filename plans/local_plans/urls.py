from django.urls import path

from plans.local_plans.views import boards, taking_over, writing

urlpatterns = [
    path("kreds/<slug:slug>/lokale-planer/<int:year>/", boards.local_plans, name="local-plans"),
    path(
        "kreds/<slug:slug>/lokale-planer/<int:year>/liste.<slug:ending>",
        boards.local_plans_sheet,
        name="local-plans-sheet",
    ),
    path("raad/<int:pk>/lokal-plan/ny/", writing.start_local_plan, name="start-local-plan"),
    path("planer/<int:pk>/skrivere/", writing.name_writers, name="plan-writers"),
    path("planer/<int:pk>/emner/hent/", taking_over.take_over_topics, name="take-over-topics"),
]
