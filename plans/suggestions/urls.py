from django.urls import path

from plans.suggestions import views

urlpatterns = [
    path("planer/<int:pk>/afsnit/<int:section_pk>/foreslaa/", views.suggest_change, name="suggest-change"),
    path("planer/<int:pk>/aendringsforslag/", views.plan_suggestions, name="plan-suggestions"),
    path("planer/<int:pk>/aendringsforslag/<int:suggestion_pk>/", views.suggestion, name="suggestion"),
    path(
        "planer/<int:pk>/aendringsforslag/<int:suggestion_pk>/afvis/",
        views.decline_suggestion,
        name="decline-suggestion",
    ),
    path(
        "planer/<int:pk>/aendringsforslag/<int:suggestion_pk>/traek-tilbage/",
        views.withdraw_suggestion,
        name="withdraw-suggestion",
    ),
]
