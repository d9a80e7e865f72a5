"""What becomes of a meeting."""

from django.db import models


class MeetingState(models.TextChoices):
    PLANNED = "planned", "planlagt"
    CALLED = "called", "indkaldt"
    HELD = "held", "holdt"
    MINUTES_SENT = "minutes_sent", "referat sendt"
    APPROVED = "approved", "referat godkendt"
    CANCELLED = "cancelled", "aflyst"


MEETING_TRANSITIONS: dict[str, frozenset[str]] = {
    # held without a call from the portal: the notice went out another way
    MeetingState.PLANNED: frozenset({MeetingState.CALLED, MeetingState.HELD, MeetingState.CANCELLED}),
    MeetingState.CALLED: frozenset({MeetingState.HELD, MeetingState.CANCELLED}),
    MeetingState.HELD: frozenset({MeetingState.MINUTES_SENT}),
    MeetingState.MINUTES_SENT: frozenset({MeetingState.HELD, MeetingState.APPROVED}),
}
COMING = (MeetingState.PLANNED, MeetingState.CALLED)  # it may still be moved, and its agenda written
OVER = (MeetingState.HELD, MeetingState.MINUTES_SENT, MeetingState.APPROVED)


class Approval(models.TextChoices):
    """How minutes came to be approved."""

    MEETING = "meeting", "på det næste møde"
    SILENCE = "silence", "uden bemærkninger inden fristen"
