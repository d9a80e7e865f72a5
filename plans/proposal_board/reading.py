"""All proposals of a round as lines of the secretariat's list. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import F, OuterRef, Subquery
from django.utils import timezone
from django.utils.text import capfirst

from councils.models import Council
from councils.register.offices import Person, offices
from plans.document.models import Plan, Scope
from plans.proposals.models import (
    TEXTS,
    Outcome,
    Proposal,
    ProposalRound,
    Recommendation,
    Review,
    Submission,
)
from plans.proposals.permissions import disqualification, visible_proposals
from plans.proposals.reading import state_for_council
from plans.proposals.states import ProposalState
from samarbejde.site.sheets import Sheet, Value


@dataclass(frozen=True)
class Line:
    """One proposal, as far as the reader may judge it."""

    pk: int
    number: str
    council: Council
    title: str
    scope: str
    state: str
    label: str
    submitted_at: datetime
    decided: str = ""  # what is decided and not told
    recommended: str = ""
    handler: int | None = None
    handler_name: str = ""
    tags: tuple[str, ...] = ()
    is_barred: bool = False  # the reader sits in its lokalråd, and sees what the lokalråd sees

    @property
    def place(self) -> str:
        return str(self.council.municipality)

    @property
    def scope_label(self) -> str:
        return Scope(self.scope).label

    @property
    def days(self) -> int:
        """Since it was handed in last."""
        return (timezone.localdate() - timezone.localdate(self.submitted_at)).days


class Column(NamedTuple):
    state: str
    label: str
    lines: list[Line]


def lines_of(round_: ProposalRound, person: Person) -> list[Line]:
    """What was handed in, in Danish order of the lokalråd. One query, and one of who the reader is."""
    newest = Submission.objects.filter(proposal=OuterRef("pk")).order_by("-number")
    advised = Review.objects.filter(proposal=OuterRef("pk")).exclude(recommendation="")
    found = visible_proposals(person).filter(round=round_).submitted_once().defer(*TEXTS)
    proposals = list(
        found.select_related("handling__handler", "decision__announcement").annotate(
            handed_in=Subquery(newest.values("title")[:1]),
            wished=Subquery(newest.values("scope")[:1]),
            decided_so=F("pending_decision__outcome"),
            advised=Subquery(advised.order_by("-written_at", "-pk").values("recommendation")[:1]),
        )
    )
    barred = barred_among(proposals, person)
    return [_line(proposal, is_barred=proposal.pk in barred) for proposal in proposals]


def barred_among(proposals: Iterable[Proposal], person: Person) -> set[int]:
    """Those of one round that the person may not judge: `disqualification` of many."""
    own = {council.pk for council in offices(person).local_councils}
    if not own:
        return set()
    by_pk = {proposal.pk: proposal for proposal in proposals}
    barred = {pk for pk, one in by_pk.items() if one.carried_from_id and disqualification(person, one)}
    for proposal in by_pk.values():
        part: Proposal | None = proposal if proposal.council_id in own else None
        while part is not None:
            barred.add(part.pk)
            part = by_pk.get(part.merged_into_id or 0)
    return barred


def _line(proposal: Any, *, is_barred: bool) -> Line:
    state = state_for_council(proposal) if is_barred else ProposalState(proposal.state)
    line = Line(
        pk=proposal.pk,
        number=proposal.number,
        council=proposal.council,
        title=proposal.handed_in,
        scope=proposal.wished,
        state=state,
        label=str(state.label),
        submitted_at=proposal.submitted_at,
        is_barred=is_barred,
    )
    return line if is_barred else _with_judgement(line, proposal)


def _with_judgement(line: Line, proposal: Any) -> Line:
    kept = getattr(proposal, "handling", None)
    return Line(
        **(
            vars(line)
            | {
                "decided": Outcome(proposal.decided_so).label if proposal.decided_so else "",
                "recommended": Recommendation(proposal.advised).label if proposal.advised else "",
                "handler": kept.handler_id if kept else None,
                "handler_name": str(kept.handler) if kept and kept.handler else "",
                "tags": tuple(kept.tags) if kept else (),
            }
        )
    )


def columns(lines: Iterable[Line]) -> list[Column]:
    """By state, in the order of a proposal's way; states that nothing stands in are left out."""
    by_state: dict[str, list[Line]] = {}
    for line in lines:
        by_state.setdefault(line.state, []).append(line)
    return [
        Column(state.value, capfirst(str(state.label)), by_state[state])
        for state in ProposalState
        if state in by_state
    ]


def as_sheet(lines: Iterable[Line], plan: Plan) -> Sheet:
    headings = ["Nummer", "Lokalråd", "Forslag", "Omfang", "Tilstand", "Afgjort, ikke meddelt", "Indstilling"]
    headings += ["Behandler", "Emneord", "Indsendt"]
    rows: list[list[Value]] = [
        [
            line.number,
            line.place,
            line.title,
            line.scope_label,
            line.label,
            line.decided,
            line.recommended,
            line.handler_name,
            ", ".join(line.tags),
            line.submitted_at,
        ]
        for line in lines
    ]
    return Sheet(f"alle-forslag-{plan.year}", f"Alle forslag {plan.year}", headings, rows)
