"""What is not finished in a plan, said before each step that brings it further. Reads only."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict, cast

from django.db.models import Count, F, OuterRef, Q
from django.db.models.expressions import CombinedExpression
from django.urls import reverse
from django.utils import timezone

from plans.consistency.findings import Finding
from plans.consistency.preparing import findings_of
from plans.document.models import FocusArea, Plan, Section
from plans.document.states import OPEN
from plans.drafting.unread import said_unread
from plans.proposals.counting import answers_waited_for, number_of, proposals_waiting
from samarbejde import danish
from samarbejde.deadlines import is_over

# A duty that nobody has, or that is due at no time, or before the plan's own year.
UNCLEAR = Q(duties__who="") | Q(duties__due_year=None) | Q(duties__due_year__lt=F("year"))


@dataclass(frozen=True)
class Way:
    """What can be done about it, and where."""

    action: str
    url: str


@dataclass(frozen=True)
class Thing:
    """One kind of thing that is not finished."""

    text: str
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class LeftOpen:
    things: list[Thing]
    findings: list[Finding]
    undecided: int  # proposals: they stop a plan from being sent in consultation


class Counts(TypedDict):
    undecided: int
    to_decide: int
    unannounced: int
    returned: int
    unsent: int
    round_ends: datetime | None
    asked: int
    answered: int
    unclear: int
    unread: int


def left_open(plan: Plan) -> LeftOpen:
    """One query that counts, and those of the consistency check, however much there is."""
    counts = _counts(plan)
    return LeftOpen(_things(plan, counts), findings_of(plan), counts["undecided"])


def things_left_open(plan: Plan) -> list[Thing]:
    """The same without the consistency check."""
    return _things(plan, _counts(plan))


def _things(plan: Plan, counts: Counts) -> list[Thing]:
    return [
        *_unread(plan, counts),
        *_proposals(plan, counts),
        *_answers(plan, counts),
        *_duties(plan, counts),
    ]


def _counts(plan: Plan) -> Counts:
    unclear = Count("duties", filter=Q(duties__isnull=False) & UNCLEAR)
    counted = Plan.objects.annotate(
        **proposals_waiting(), **answers_waited_for(), unclear=unclear, unread=_number_unread()
    )
    return cast(Counts, counted.values(*Counts.__annotations__).get(pk=plan.pk))


def _number_unread() -> CombinedExpression:
    of_plan = OuterRef("pk")
    sections = Section.objects.filter(plan=of_plan, unread=True)
    return number_of(sections) + number_of(FocusArea.objects.filter(plan=of_plan, unread=True))


def _unread(plan: Plan, counts: Counts) -> Iterator[Thing]:
    """They stop a plan from being sent to be signed, and from being published."""
    if number := counts["unread"]:
        way = Way("Læs dem", f"{reverse('carried-over', args=[plan.pk])}?vis=ulaest")
        yield Thing(f"{said_unread(number)} Uden det kan planen ikke underskrives og offentliggøres.", (way,))


def _proposals(plan: Plan, counts: Counts) -> Iterator[Thing]:
    see = Way("Se forslagene", reverse("proposal-board", args=[plan.pk]))
    move = Way("Flyt til næste år", reverse("postpone-proposals", args=[plan.pk]))
    if number := counts["to_decide"]:
        yield Thing(f"{number} forslag venter på afgørelse.", (Way("Afgør forslagene", see.url), move))
    if number := counts["unannounced"]:
        tell = Way("Meddel afgørelserne", reverse("announce-decisions", args=[plan.pk]))
        decided = "afgørelse er ikke meddelt" if number == 1 else "afgørelser er ikke meddelt"
        yield Thing(f"{number} {decided} lokalrådene.", (tell,))
    if number := counts["returned"]:
        whom = "at lokalrådet svarer" if plan.state in OPEN else "svar, og lokalrådet kan ikke svare mere"
        yield Thing(f"{number} forslag venter på {whom}.", (see, move))
    if number := counts["unsent"]:
        drafts = "kladde til et forslag" if number == 1 else "kladder til forslag"
        yield Thing(f"{number} {drafts} er ikke indsendt af lokalrådene.", (see,))


def _answers(plan: Plan, counts: Counts) -> Iterator[Thing]:
    """Lokalråd whose deadline is still to come."""
    missing, ends = counts["asked"] - counts["answered"], counts["round_ends"]
    if plan.state in OPEN and missing and ends is not None and not is_over(ends):
        until = danish.date_text(timezone.localdate(ends))
        text = f"{missing} lokalråd har ikke svaret, og forslagsrunden er åben til {until}."
        yield Thing(text, (Way("Se, hvem der mangler", reverse("proposal-board", args=[plan.pk])),))


def _duties(plan: Plan, counts: Counts) -> Iterator[Thing]:
    if number := counts["unclear"]:
        duties = "opgave har" if number == 1 else "opgaver har"
        text = f"{number} {duties} ingen, der skal gøre den, ingen tid, eller en tid før {plan.year}."
        yield Thing(text, (Way("Se opgaverne", reverse("duties", args=[plan.pk])),))
