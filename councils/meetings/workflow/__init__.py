"""Every step of a meeting, from its day being set to its minutes being approved."""

from councils.meetings.workflow.holding import hold_meeting
from councils.meetings.workflow.planning import cancel_meeting, change_meeting, plan_meeting, set_rules

__all__ = ["cancel_meeting", "change_meeting", "hold_meeting", "plan_meeting", "set_rules"]
