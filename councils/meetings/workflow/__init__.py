"""Every step of a meeting, from its day being set to its minutes being approved."""

from councils.meetings.workflow.holding import hold_meeting

__all__ = ["hold_meeting"]
