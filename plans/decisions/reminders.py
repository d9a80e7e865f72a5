"""Whose answer to the points is waited for, and whether they are reminded of it on a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from councils.register.mailing import leaders
from plans.document.states import OPEN
from plans.proposals.models import Proposal
from plans.proposals.states import ProposalState
from samarbejde.danish import date_text
from samarbejde.deadlines import day_told

DAYS_LEFT = (7, 1, -5)  # never two within five days
ASKED_LATELY = timedelta(days=2)


@dataclass(frozen=True)
class AnswerVerdict:
    """What becomes of one proposal on a day: `days_left` is the day that its lokalråd is reminded of."""

    proposal: Proposal
    why: str
    days_left: int | None = None


def answers_due() -> list[Proposal]:
    """Those whose points have a day of their own, in plans that can still be written."""
    found = Proposal.objects.filter(state=ProposalState.CHANGES_REQUESTED, answer_by__isnull=False)
    found = found.filter(round__plan__state__in=OPEN).with_places().order_by("round__plan", "pk")
    return list(found.prefetch_related("change_requests", "reminders", "submissions"))


def answer_verdicts(today: date) -> list[AnswerVerdict]:
    due = answers_due()
    led = set(leaders({proposal.council for proposal in due}))
    return [_verdict(proposal, today, led) for proposal in due]


def _verdict(proposal: Proposal, today: date, led: set[int]) -> AnswerVerdict:
    assert proposal.answer_by is not None
    left = (timezone.localdate(proposal.answer_by) - today).days
    days = day_told(left, DAYS_LEFT)
    why = next(_reasons(proposal, today, days, led), "")
    if why or days is None:
        return AnswerVerdict(proposal, why)
    return AnswerVerdict(proposal, f"fristen er {date_text(timezone.localdate(proposal.answer_by))}", days)


def _reasons(proposal: Proposal, today: date, days: int | None, led: set[int]) -> Iterator[str]:
    """What stands in the way, the weightiest first."""
    if proposal.council_id not in led:
        yield "registret har ingen formand med e-mail"
    asked = max(timezone.localdate(point.asked_at) for point in proposal.change_requests.all())
    if today - asked < ASKED_LATELY:
        yield f"blev spurgt {date_text(asked)}"
    if days is None:
        yield f"fristen er {date_text(timezone.localdate(proposal.answer_by))}"
    told = {(one.answer_by, one.days_left) for one in proposal.reminders.all()}
    if (proposal.answer_by, days) in told:
        yield "er mindet om det"
