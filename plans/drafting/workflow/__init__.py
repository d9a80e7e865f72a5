"""Every step that changes a plan while it is being written."""

from plans.drafting.workflow.consultation import send_to_consultation
from plans.drafting.workflow.focus_areas import add_focus_area, edit_focus_area, remove_focus_area
from plans.drafting.workflow.outline import (
    Direction,
    add_section,
    delete_section,
    move_section,
    restore_section,
)
from plans.drafting.workflow.priorities import add_priority, move_priority, remove_priority
from plans.drafting.workflow.sections import save_section
from plans.drafting.workflow.starting import carry_forward, start_plan

__all__ = [
    "Direction",
    "add_focus_area",
    "add_priority",
    "add_section",
    "carry_forward",
    "delete_section",
    "edit_focus_area",
    "move_priority",
    "move_section",
    "remove_focus_area",
    "remove_priority",
    "restore_section",
    "save_section",
    "send_to_consultation",
    "start_plan",
]
