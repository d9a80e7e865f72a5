"""The agenda is written, files go with its points, and members ask for points."""

from councils.agendas.workflow.agenda import add_item, delete_item, edit_item, move_item, take_up
from councils.agendas.workflow.attaching import attach_to_item, remove_attachment
from councils.agendas.workflow.requesting import ask_for_point, decline_request

__all__ = [
    "add_item",
    "ask_for_point",
    "attach_to_item",
    "decline_request",
    "delete_item",
    "edit_item",
    "move_item",
    "remove_attachment",
    "take_up",
]
