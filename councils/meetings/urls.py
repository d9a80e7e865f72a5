from django.urls import path

from councils.meetings.views import pages, planning

COUNCIL = "raad/<int:pk>/moeder"
MEETING = "moeder/<int:pk>"

urlpatterns = [
    # a council's meetings
    path("moeder/", pages.meetings, name="meetings"),
    path(f"{COUNCIL}/", pages.council_meetings, name="council-meetings"),
    path(f"{COUNCIL}/nyt/", planning.plan_meeting, name="plan-meeting"),
    path(f"{COUNCIL}/regler/", planning.meeting_rules, name="meeting-rules"),
    # a meeting
    path(f"{MEETING}/", pages.meeting, name="meeting"),
    path(f"{MEETING}/ret/", planning.edit_meeting, name="edit-meeting"),
    path(f"{MEETING}/aflys/", planning.cancel_meeting, name="cancel-meeting"),
]
