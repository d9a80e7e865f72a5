"""A meeting is planned, changed or given up, its agenda written, its points asked for."""

from councils.meetings.workflow.agenda import add_item, delete_item, edit_item, move_item, take_up
from councils.meetings.workflow.attaching import attach_to_item, remove_attachment
from councils.meetings.workflow.planning import cancel_meeting, change_meeting, plan_meeting, set_rules
from councils.meetings.workflow.requesting import ask_for_point, decline_request

__all__ = [
    "add_item",
    "ask_for_point",
    "attach_to_item",
    "cancel_meeting",
    "change_meeting",
    "decline_request",
    "delete_item",
    "edit_item",
    "move_item",
    "plan_meeting",
    "remove_attachment",
    "set_rules",
    "take_up",
]
