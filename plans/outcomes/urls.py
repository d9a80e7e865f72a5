from django.urls import path

from plans.outcomes import views

COUNCIL = "raad/<int:pk>/forslag"

urlpatterns = [
    path(f"{COUNCIL}/", views.proposals_of_council, name="proposals-of-council"),
    path(
        f"{COUNCIL}/liste.<slug:ending>", views.proposals_of_council_sheet, name="proposals-of-council-sheet"
    ),
]
