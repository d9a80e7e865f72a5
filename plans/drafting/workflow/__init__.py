"""Every step that changes a plan while it is being written."""

from plans.drafting.workflow.care import assign_sections, care_for
from plans.drafting.workflow.carrying import decide_carried, say_read
from plans.drafting.workflow.fetching import Decision, decide_later
from plans.drafting.workflow.focus_areas import (
    add_focus_area,
    edit_focus_area,
    remove_focus_area,
    share_focus_area,
)
from plans.drafting.workflow.moving import Direction, Where, move_section, place_section
from plans.drafting.workflow.outline import add_section, delete_section, restore_section
from plans.drafting.workflow.parting import join_section, split_section
from plans.drafting.workflow.picturing import put_picture
from plans.drafting.workflow.priorities import add_priority, move_priority, remove_priority
from plans.drafting.workflow.projects import add_project, edit_project, remove_project
from plans.drafting.workflow.proposers import name_proposers, note_proposers
from plans.drafting.workflow.sections import save_section
from plans.drafting.workflow.starting import carry_forward, start_plan
from plans.drafting.workflow.taking_over import take_over_topics

__all__ = [
    "Decision",
    "Direction",
    "Where",
    "add_focus_area",
    "add_priority",
    "add_project",
    "add_section",
    "assign_sections",
    "care_for",
    "carry_forward",
    "decide_carried",
    "decide_later",
    "delete_section",
    "edit_focus_area",
    "edit_project",
    "join_section",
    "move_priority",
    "move_section",
    "name_proposers",
    "note_proposers",
    "place_section",
    "put_picture",
    "remove_focus_area",
    "remove_priority",
    "remove_project",
    "restore_section",
    "save_section",
    "say_read",
    "share_focus_area",
    "split_section",
    "start_plan",
    "take_over_topics",
]
