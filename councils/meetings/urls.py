from django.urls import path

from councils.meetings.views import agenda, attachments, pages, planning, requesting

COUNCIL = "raad/<int:pk>/moeder"
MEETING = "moeder/<int:pk>"
ATTACHMENTS = f"{MEETING}/punkter/<int:item_pk>/bilag"

urlpatterns = [
    # a council's meetings
    path("moeder/", pages.meetings, name="meetings"),
    path("moeder/liste.<slug:ending>", pages.meetings_sheet, name="meetings-sheet"),
    path(f"{COUNCIL}/", pages.council_meetings, name="council-meetings"),
    path(f"{COUNCIL}/liste.<slug:ending>", pages.council_meetings_sheet, name="council-meetings-sheet"),
    path(f"{COUNCIL}/nyt/", planning.plan_meeting, name="plan-meeting"),
    path(f"{COUNCIL}/regler/", planning.meeting_rules, name="meeting-rules"),
    path(f"{COUNCIL}/oensk/", requesting.ask_for_point, name="ask-for-point"),
    path(f"{COUNCIL}/oensker/<int:request_pk>/afvis/", requesting.decline_request, name="decline-request"),
    # a meeting
    path(f"{MEETING}/", pages.meeting, name="meeting"),
    path(f"{MEETING}/moede.ics", pages.meeting_calendar, name="meeting-calendar"),
    path(f"{MEETING}/ret/", planning.edit_meeting, name="edit-meeting"),
    path(f"{MEETING}/aflys/", planning.cancel_meeting, name="cancel-meeting"),
    # its agenda
    path(f"{MEETING}/dagsorden/", agenda.agenda, name="agenda"),
    path(f"{MEETING}/dagsorden.pdf", agenda.agenda_paper, name="agenda-pdf"),
    path(f"{MEETING}/punkter/nyt/", agenda.add_item, name="add-item"),
    path(f"{MEETING}/punkter/<int:item_pk>/", agenda.edit_item, name="edit-item"),
    path(f"{MEETING}/punkter/<int:item_pk>/slet/", agenda.delete_item, name="delete-item"),
    path(f"{ATTACHMENTS}/", attachments.item_attachments, name="item-attachments"),
    path(f"{ATTACHMENTS}/<int:attachment_pk>/", attachments.item_attachment, name="item-attachment"),
    path(
        f"{ATTACHMENTS}/<int:attachment_pk>/fjern/",
        attachments.remove_attachment,
        name="remove-item-attachment",
    ),
]
