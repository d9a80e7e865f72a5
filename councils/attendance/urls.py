from django.urls import path

from councils.attendance.views import attending

MEETING = "moeder/<int:pk>"

urlpatterns = [
    path(f"{MEETING}/indkald/", attending.call_meeting, name="call-meeting"),
    path(f"{MEETING}/send-dagsorden/", attending.send_agenda, name="send-agenda"),
    path(f"{MEETING}/gaester/", attending.guests, name="guests"),
    path(f"{MEETING}/gaester/<int:guest_pk>/fjern/", attending.remove_guest, name="remove-guest"),
    path(f"{MEETING}/afbud/", attending.apologise, name="apologise"),
]
