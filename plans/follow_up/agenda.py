"""What a plan in force asks for in the quarter of a meeting."""

from collections.abc import Iterator

from django.db.models import Q

from councils.meetings.agenda_sources import Waiting
from councils.models import CouncilKind, Meeting
from plans.document.states import PlanState
from plans.follow_up.models import Duty
from samarbejde.danish import quarter_text


def duties_of_the_quarter(meeting: Meeting) -> Iterator[Waiting]:
    """`settings.AGENDA_SOURCES`: for the kredsråd all that is due, for the others what is laid on them."""
    council, day = meeting.council, meeting.held_on
    quarter = (day.month - 1) // 3 + 1
    due = Duty.objects.filter(
        plan__council__district=council.district_id,
        plan__state=PlanState.PUBLISHED,
        due_year=day.year,
        due_quarter=quarter,
    )
    if council.kind != CouncilKind.DISTRICT:
        due = due.filter(Q(who__icontains=council.get_kind_display()))
    for duty in due.order_by("position", "pk"):
        yield Waiting(
            key=f"duty:{duty.pk}",
            kind=f"Opgave i {quarter_text(quarter, day.year)}",
            title=_short(duty.wording),
            text=f"{duty.wording}\n\nHvem: {duty.who}",
        )


def _short(wording: str) -> str:
    return wording if len(wording) <= 120 else f"{wording[:119].rsplit(' ', 1)[0]} …"
