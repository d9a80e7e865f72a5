"""Every step that changes a plan while it is being written."""

from plans.drafting.workflow.focus_areas import add_focus_area

__all__ = ["add_focus_area"]
