from django.urls import path

from councils.meetings import views

COUNCIL = "raad/<int:pk>/moeder"
MEETING = "moeder/<int:pk>"

urlpatterns = [
    path(f"{COUNCIL}/nyt/", views.plan_meeting, name="plan-meeting"),
    path(f"{COUNCIL}/regler/", views.meeting_rules, name="meeting-rules"),
    path(f"{MEETING}/moede.ics", views.meeting_calendar, name="meeting-calendar"),
    path(f"{MEETING}/ret/", views.edit_meeting, name="edit-meeting"),
]
