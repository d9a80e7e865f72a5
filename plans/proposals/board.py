"""The board of a round: what each lokalråd has handed in, and who is missing."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.urls import reverse

from councils.models import LEADERS, Council, Membership
from councils.register.mailing import unreached
from councils.register.offices import Person
from councils.register.tile_map import Said, TileMap, kommune_map
from plans.document.models import Plan
from plans.proposals.models import Extension, ProposalRound
from plans.proposals.permissions import visible_proposals
from plans.proposals.reading import Glance, glance
from plans.proposals.states import ProposalState
from samarbejde.site.sheets import Sheet, Value

StateCount = tuple[str, str, int]  # a state, its Danish name, how many proposals stand in it


@dataclass
class Row:
    """One lokalråd on the board."""

    council: Council
    deadline: datetime
    extension: Extension | None = None
    proposals: list[Glance] = field(default_factory=list)
    is_writing: bool = False
    has_none: bool = False
    unreached: list[Membership] = field(default_factory=list)  # its chairs whom no mail reaches

    @property
    def standing(self) -> list[Glance]:
        return [p for p in self.proposals if p.state != ProposalState.WITHDRAWN]

    @property
    def is_missing(self) -> bool:
        return not self.standing and not self.has_none

    @property
    def said(self) -> Said:
        """As a tile of the map has room for it."""
        if not self.is_missing:
            return Said(f"{len(self.standing)} forslag" if self.standing else "ingen i år", "done")
        return Said("i gang", "started") if self.is_writing else Said("mangler", "missing")


def board(round_: ProposalRound, person: Person) -> list[Row]:
    """Every lokalråd that was asked, in Danish order, with what it has handed in."""
    rows = {council.pk: Row(council, round_.deadline_for(council)) for council in round_.councils}
    for extension in round_.extensions.all():
        rows[extension.council_id].extension = extension
    for answer in round_.no_proposals.all():
        rows[answer.council_id].has_none = True
    handed_in = visible_proposals(person).filter(round=round_).submitted_once().with_titles()
    for proposal in handed_in:
        rows[proposal.council_id].proposals.append(glance(proposal, person))
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
        answers = [[one.title, one.label, one.submitted_at] for one in row.proposals]
        lines += [
            [str(row.council.municipality), *answer, *longer]
            for answer in answers or [["", row.said.words, None]]
        ]
    headings = ["Lokalråd", "Forslag", "Tilstand", "Indsendt", "Længere frist", "Begrundelse"]
    return Sheet(f"forslag-{plan.year}", f"Forslag {plan.year}", headings, lines)


def counted(rows: list[Row]) -> list[StateCount]:
    """The states that proposals stand in, each with its Danish name and how many there are."""
    counts = Counter(proposal.state for row in rows for proposal in row.proposals)
    return [(state.value, str(state.label), counts[state]) for state in ProposalState if counts[state]]


def in_state(rows: list[Row], state: str) -> list[Row]:
    """Those lokalråd that have a proposal in that state, with these proposals alone."""
    chosen = ((row, [one for one in row.proposals if one.state == state]) for row in rows)
    return [replace(row, proposals=proposals) for row, proposals in chosen if proposals]
