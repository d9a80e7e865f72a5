"""The board of a round: what each lokalråd has handed in, and who is missing."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.db.models import F, OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone

from councils.models import LEADERS, Council, Membership
from councils.register.mailing import unreached
from councils.register.offices import Person
from councils.register.tile_map import Said, TileMap, kommune_map
from plans.document.models import Plan
from plans.proposals.models import TEXTS, Extension, Outcome, ProposalRound
from plans.proposals.permissions import disqualification, visible_proposals
from plans.proposals.reading import Glance, glance
from plans.proposals.states import ProposalState
from plans.rounds.reminders import is_too_soon
from samarbejde.site.sheets import Sheet, Value

StateCount = tuple[str, str, int]  # a state, its Danish name, how many proposals stand in it


@dataclass
class Row:
    """One lokalråd on the board."""

    council: Council
    deadline: datetime
    extension: Extension | None = None
    proposals: list[Glance] = field(default_factory=list)
    pending: dict[int, str] = field(default_factory=dict)  # by proposal, what is decided and not told
    is_writing: bool = False
    has_none: bool = False
    reminded_on: date | None = None
    unreached: list[Membership] = field(default_factory=list)  # its chairs whom no mail reaches

    @property
    def standing(self) -> list[Glance]:
        return [p for p in self.proposals if p.state != ProposalState.WITHDRAWN]

    @property
    def is_missing(self) -> bool:
        return not self.standing and not self.has_none

    @property
    def may_be_reminded(self) -> bool:
        return self.is_missing and not is_too_soon(self.reminded_on, timezone.localdate())

    @property
    def said(self) -> Said:
        """As a tile of the map has room for it."""
        if not self.is_missing:
            return Said(f"{len(self.standing)} forslag" if self.standing else "ingen i år", "done")
        return Said("i gang", "started") if self.is_writing else Said("mangler", "missing")


def board(round_: ProposalRound, person: Person) -> list[Row]:
    """Every lokalråd that was asked, in Danish order, with what it has handed in."""
    last = round_.reminders.filter(council=OuterRef("pk")).order_by("-sent_on").values("sent_on")
    rows = {
        council.pk: Row(council, round_.deadline_for(council), reminded_on=council.reminded_on)
        for council in round_.councils.annotate(reminded_on=Subquery(last[:1]))
    }
    for extension in round_.extensions.all():
        rows[extension.council_id].extension = extension
    for answer in round_.no_proposals.all():
        rows[answer.council_id].has_none = True
    handed_in = visible_proposals(person).filter(round=round_).submitted_once().with_titles().defer(*TEXTS)
    alone = handed_in.select_related(None)  # round and lokalråd are known, and need not be made for each
    for proposal in alone.annotate(decided_so=F("pending_decision__outcome")):
        proposal.round, proposal.council = round_, rows[proposal.council_id].council
        rows[proposal.council_id].proposals.append(glance(proposal, person))
        if proposal.decided_so and not disqualification(person, proposal):
            rows[proposal.council_id].pending[proposal.pk] = Outcome(proposal.decided_so).label
    drafts = round_.proposals.filter(state=ProposalState.DRAFT).values_list("council", flat=True)
    for council_id in drafts:
        rows[council_id].is_writing = True
    for held in unreached(Membership.objects.current().filter(council__in=rows, role__in=LEADERS)):
        rows[held.council_id].unreached.append(held)
    return list(rows.values())


def board_map(rows: list[Row], plan: Plan) -> TileMap | None:
    places = {row.council.municipality: row for row in rows if row.council.municipality}
    return kommune_map(
        places,
        address=lambda place: reverse("council-proposals", args=[plan.pk, places[place].council.pk]),
        say=lambda place: places[place].said,
    )


def as_sheet(rows: list[Row], plan: Plan) -> Sheet:
    """A row for each proposal, and one for a lokalråd that has none."""
    lines: list[list[Value]] = []
    for row in rows:
        longer = [row.deadline, row.extension.reason] if row.extension else [None, ""]
        answers = [
            [one.number, one.title, one.label, row.pending.get(one.pk, ""), one.submitted_at]
            for one in row.proposals
        ]
        lines += [
            [str(row.council.municipality), *answer, *longer]
            for answer in answers or [["", "", row.said.words, "", None]]
        ]
    headings = ["Lokalråd", "Nummer", "Forslag", "Tilstand", "Afgjort, ikke meddelt", "Indsendt"]
    headings += ["Længere frist", "Begrundelse"]
    return Sheet(f"forslag-{plan.year}", f"Forslag {plan.year}", headings, lines)


def counted(rows: list[Row]) -> list[StateCount]:
    """The states that proposals stand in, each with its Danish name and how many there are."""
    counts = Counter(proposal.state for row in rows for proposal in row.proposals)
    return [(state.value, str(state.label), counts[state]) for state in ProposalState if counts[state]]


def in_state(rows: list[Row], state: str) -> list[Row]:
    """Those lokalråd that have a proposal in that state, with these proposals alone."""
    chosen = ((row, [one for one in row.proposals if one.state == state]) for row in rows)
    return [replace(row, proposals=proposals) for row, proposals in chosen if proposals]
