"""What a person sees of proposals: the words that are theirs to read, and no state before its time."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from councils.models import Council
from councils.register.offices import Person, offices
from plans.proposals.models import (
    ChangeRequest,
    Decision,
    Extension,
    Proposal,
    ProposalRound,
    Review,
    Submission,
    Words,
)
from plans.proposals.permissions import may_review_in, may_write_for, visible_proposals
from plans.proposals.place import address_in_plan
from plans.proposals.states import DECIDED, ProposalState
from samarbejde.events.models import Event


@dataclass(frozen=True)
class Glance:
    """A proposal as one line of a list."""

    pk: int
    title: str
    state: str
    label: str
    submitted_at: datetime | None


@dataclass(frozen=True)
class Shown:
    """One proposal's page, for one person."""

    proposal: Proposal
    words: Words
    unsent: Words | None
    state: str
    label: str
    writes: bool
    reviews: bool
    seen: int
    earlier: list[Submission]
    points: list[ChangeRequest]
    remarks: list[Review]
    decision: Decision | None
    fate: Decision | None
    place: str
    title_in_plan: str
    merged: list[Proposal]
    events: list[Event]


@dataclass
class Row:
    """One lokalråd on the board."""

    council: Council
    deadline: datetime
    extension: Extension | None = None
    proposals: list[Glance] = field(default_factory=list)
    is_writing: bool = False
    has_none: bool = False

    @property
    def is_missing(self) -> bool:
        handed_in = [p for p in self.proposals if p.state != ProposalState.WITHDRAWN]
        return not handed_in and not self.has_none


def state_for_council(proposal: Proposal) -> ProposalState:
    """The state its own lokalråd sees: recommendations and unannounced decisions are not for it."""
    state = ProposalState(proposal.state)
    decision = getattr(proposal, "decision", None)
    unannounced = state in DECIDED and (decision is None or decision.announced_at is None)
    return ProposalState.SUBMITTED if unannounced or state == ProposalState.RECOMMENDED else state


def glance(proposal: Proposal, person: Person) -> Glance:
    """`proposal` comes with its submissions; its own lokalråd sees the copy it is working on."""
    own = offices(person).sits_in(proposal.council_id)
    reviews = may_review_in(person, proposal.council.district_id)
    state = ProposalState(proposal.state) if reviews else state_for_council(proposal)
    title = proposal.title if _shows_own_copy(proposal, own) else proposal.public_title
    return Glance(proposal.pk, title, state, state.label, proposal.submitted_at)


def shown(proposal: Proposal, person: Person, *, with_events: bool = True) -> Shown:
    own = offices(person).sits_in(proposal.council_id)
    reviews = may_review_in(person, proposal.council.district_id)
    state = ProposalState(proposal.state) if reviews else state_for_council(proposal)
    submissions = list(proposal.submissions.all())
    own_copy = _shows_own_copy(proposal, own)
    remarks = proposal.reviews.select_related("author")
    events = Event.objects.about(proposal)
    decided = state in DECIDED
    area = proposal.standing_in.focus_area if decided else None
    return Shown(
        proposal=proposal,
        words=proposal.words if own_copy or not submissions else submissions[-1].words,
        unsent=_unsent(proposal) if own and not own_copy else None,
        state=state,
        label=state.label,
        writes=may_write_for(person, proposal.council),
        reviews=reviews,
        seen=submissions[-1].number if submissions else 0,
        earlier=submissions[-2::-1],
        points=_points(proposal, own=own),
        remarks=list(remarks if reviews else remarks.filter(shared=True)),
        decision=proposal.decision if decided else None,
        fate=_fate(proposal) if decided else None,
        place=address_in_plan(proposal) if decided else "",
        title_in_plan=area.title if area else "",
        merged=list(proposal.merged.with_places().prefetch_related("submissions")),
        events=list(events if reviews else events.shared()) if with_events else [],
    )


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
    return list(rows.values())


def counted(rows: list[Row]) -> list[tuple[str, str, int]]:
    """The states that proposals stand in, each with its Danish name and how many there are."""
    counts = Counter(proposal.state for row in rows for proposal in row.proposals)
    return [(state.value, str(state.label), counts[state]) for state in ProposalState if counts[state]]


def _shows_own_copy(proposal: Proposal, own: bool) -> bool:
    """The lokalråd reads what it is writing; once that is out of its hands, what it handed in."""
    return own and (proposal.may_be_written or proposal.submitted_at is None)


def _unsent(proposal: Proposal) -> Words | None:
    """What its lokalråd wrote after the last submission and never handed in."""
    latest = proposal.latest
    return proposal.words if latest is not None and latest.words != proposal.words else None


def _points(proposal: Proposal, *, own: bool) -> list[ChangeRequest]:
    """The points asked; an answer that is not handed in yet is for the lokalråd alone."""
    points = list(proposal.change_requests.all())
    for point in points:
        if point.answered_at is None and not own:
            point.answer = ""
    return points


def _fate(proposal: Proposal) -> Decision | None:
    """For a merged proposal: the announced decision of the one it stands in, if there is one."""
    decision = getattr(proposal.standing_in, "decision", None)
    if proposal.merged_into is None or decision is None or decision.announced_at is None:
        return None
    return decision
