"""The record of a plan's discussion, as its pages show it."""

from dataclasses import dataclass

from councils.models import Attendance
from plans.approval.frozen import text_after
from plans.approval.models import CorrectionPass, Discussion
from plans.document.changes import Change, changes
from plans.document.models import Plan
from plans.document.snapshot import read_snapshot
from plans.document.states import PlanState


@dataclass(frozen=True)
class Record:
    discussion: Discussion
    attendances: list[Attendance]
    made: list[Change] | None  # None where the kredsråd asked for no corrections, or they are not ended yet

    @property
    def present(self) -> int:
        return sum(attendance.was_present for attendance in self.attendances)

    @property
    def absent(self) -> list[Attendance]:
        return [attendance for attendance in self.attendances if not attendance.was_present]

    @property
    def is_corrected(self) -> bool:
        return self.discussion.correction_pass is not None


def record_of(plan: Plan) -> Record | None:
    """Of the discussion that stands."""
    needed = ("meeting__council", "agenda_item", "corrections__made")
    discussion = plan.discussions.standing().select_related(*needed).first()
    if discussion is None:
        return None
    seats = discussion.meeting.attendances.select_related("municipality", "membership")
    begun = discussion.correction_pass
    made: list[Change] | None = begun.made.changes if begun and not begun.is_open else None
    return Record(discussion, list(seats), made)


def so_far(plan: Plan) -> list[Change]:
    """What the corrections are while the text is still open."""
    begun = open_pass(plan) if plan.state == PlanState.CORRECTING else None
    return changes(read_snapshot(begun.text.snapshot), text_after(begun.discussion)) if begun else []


def open_pass(plan: Plan) -> CorrectionPass | None:
    standing = plan.discussions.standing().first()
    passes = CorrectionPass.objects.filter(discussion=standing, made=None)
    return passes.select_related("discussion__meeting", "text").first()
