"""Every step of a meeting, from its day being set to its minutes being approved."""

from councils.meetings.workflow.agenda import add_item, delete_item, edit_item, move_item, take_up
from councils.meetings.workflow.attending import apologise, come_after_all, invite_guest, remove_guest
from councils.meetings.workflow.calling import call_meeting, remind_of_tomorrow, send_agenda
from councils.meetings.workflow.holding import hold_meeting
from councils.meetings.workflow.planning import cancel_meeting, change_meeting, plan_meeting, set_rules
from councils.meetings.workflow.requesting import ask_for_point, decline_request

__all__ = [
    "add_item",
    "apologise",
    "ask_for_point",
    "call_meeting",
    "cancel_meeting",
    "change_meeting",
    "come_after_all",
    "decline_request",
    "delete_item",
    "edit_item",
    "hold_meeting",
    "invite_guest",
    "move_item",
    "plan_meeting",
    "remind_of_tomorrow",
    "remove_guest",
    "send_agenda",
    "set_rules",
    "take_up",
]
