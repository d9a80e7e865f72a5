"""Who comes to a meeting: called and reminded, guests and apologies, and who sat in which seat."""

from councils.attendance.workflow.attending import accept, apologise, invite_guest, remove_guest
from councils.attendance.workflow.calling import call_meeting, remind_of_tomorrow, send_agenda
from councils.attendance.workflow.holding import hold_meeting

__all__ = [
    "accept",
    "apologise",
    "call_meeting",
    "hold_meeting",
    "invite_guest",
    "remind_of_tomorrow",
    "remove_guest",
    "send_agenda",
]
