from django.urls import path

from councils.desk.views import cancelling, pages

COUNCIL = "raad/<int:pk>/moeder"
MEETING = "moeder/<int:pk>"

urlpatterns = [
    # all meetings, and a council's
    path("moeder/", pages.meetings, name="meetings"),
    path("moeder/liste.<slug:ending>", pages.meetings_sheet, name="meetings-sheet"),
    path(f"{COUNCIL}/", pages.council_meetings, name="council-meetings"),
    path(f"{COUNCIL}/liste.<slug:ending>", pages.council_meetings_sheet, name="council-meetings-sheet"),
    # a meeting
    path(f"{MEETING}/", pages.meeting, name="meeting"),
    path(f"{MEETING}/aflys/", cancelling.cancel_meeting, name="cancel-meeting"),
]
