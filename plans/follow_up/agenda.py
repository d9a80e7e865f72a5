"""What a plan in force asks for in the quarter of a meeting."""

from collections.abc import Iterator

from councils.agendas.sources import Waiting
from councils.models import CouncilKind, Meeting
from plans.duties.models import Duty
from plans.duties.whom import with_whom
from plans.follow_up.in_force import laid_on
from samarbejde.danish import quarter_text


def duties_of_the_quarter(meeting: Meeting) -> Iterator[Waiting]:
    """`settings.AGENDA_SOURCES`: for the kredsråd all that is due, for the others what is laid on them."""
    council, day = meeting.council, meeting.held_on
    quarter = (day.month - 1) // 3 + 1
    due: dict[int, Duty] = {}
    for one in laid_on([council.district_id]):
        is_theirs = council.kind == CouncilKind.DISTRICT or one.council == council
        if is_theirs and (one.duty.due_year, one.duty.due_quarter) == (day.year, quarter):
            due[one.duty.pk] = one.duty
    for said in with_whom(due.values()):
        yield Waiting(
            key=f"duty:{said.duty.pk}",
            kind=f"Opgave i {quarter_text(quarter, day.year)}",
            title=short(said.duty.wording),
            text=f"{said.duty.wording}\n\nHvem: {said.whom}",
        )


def short(wording: str) -> str:
    return wording if len(wording) <= 120 else f"{wording[:119].rsplit(' ', 1)[0]} …"
