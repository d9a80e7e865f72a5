"""What a person sees of proposals: the words that are theirs to read, and no state before its time."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from councils.register.offices import Person, offices
from plans.document.models import FocusArea, Plan
from plans.proposals.filled import Needed, missing_in
from plans.proposals.in_plan import address_in_plan, shared_lists
from plans.proposals.models import ChangeRequest, Decision, Proposal, Review, Submission, Words
from plans.proposals.models.attachments import has_unsent
from plans.proposals.permissions import disqualification, may_review_in, may_send_for, may_write_for
from plans.proposals.states import ACCEPTED, DECIDED, ProposalState
from samarbejde.attachments.models import Attachment
from samarbejde.events.models import Event


@dataclass(frozen=True)
class Glance:
    """A proposal as one line of a list."""

    pk: int
    number: str  # "" until it is handed in
    title: str
    state: str
    label: str
    submitted_at: datetime | None


class Earlier(NamedTuple):
    """A proposal to an earlier plan."""

    plan: Plan
    glance: Glance


@dataclass(frozen=True)
class Shown:
    """One proposal's page, for one person."""

    proposal: Proposal
    words: Words
    unsent: Words | None
    attachments: list[Attachment]
    state: str
    label: str
    own: bool
    writes: bool
    sends: bool
    reviews: bool
    disqualification: str
    seen: int
    earlier: list[Submission]
    points: list[ChangeRequest]
    missing: list[Needed]  # before it can be handed in, for whoever may do that
    remarks: list[Review]
    decision: Decision | None
    fate: Decision | None
    address: str
    title_in_plan: str
    lists: str
    changed: str  # what became of the suggestion that it was made, in a sentence
    left: str  # why it stands nowhere that its lokalråd could read it, though it was accepted
    merged: list[Proposal]
    events: list[Event]


def state_for_council(proposal: Proposal) -> ProposalState:
    """The state its own lokalråd sees: recommendations and unannounced decisions are not for it."""
    state = ProposalState(proposal.state)
    decision = getattr(proposal, "decision", None)
    unannounced = state in DECIDED and (decision is None or not decision.is_announced)
    return ProposalState.SUBMITTED if unannounced or state == ProposalState.RECOMMENDED else state


def glance(proposal: Proposal, person: Person) -> Glance:
    """`proposal` comes with its submissions; its own lokalråd sees the copy it is working on."""
    own = offices(person).sits_in(proposal.council_id)
    reviews = may_review_in(person, proposal.council.district_id) and not own
    state = ProposalState(proposal.state) if reviews else state_for_council(proposal)
    title = proposal.title if _shows_own_copy(proposal, own) else proposal.public_title
    return Glance(proposal.pk, proposal.number or "", title, state, state.label, proposal.submitted_at)


def shown(proposal: Proposal, person: Person, *, with_events: bool = True) -> Shown:
    own = offices(person).sits_in(proposal.council_id)
    in_secretariat = may_review_in(person, proposal.council.district_id)
    barred = disqualification(person, proposal) if in_secretariat else ""
    reviews = in_secretariat and not barred
    state = ProposalState(proposal.state) if reviews else state_for_council(proposal)
    submissions = list(proposal.submissions.all())
    own_copy = _shows_own_copy(proposal, own)
    points, writes = _points(proposal, own=own), may_write_for(person, proposal.council)
    attachments = proposal.attachments if own_copy or not submissions else submissions[-1].attachments
    remarks = proposal.reviews.select_related("author")
    events = Event.objects.about(proposal)
    decided = state in DECIDED
    area = proposal.standing_in.focus_area if decided else None
    address = address_in_plan(proposal) if decided else ""
    return Shown(
        proposal=proposal,
        words=proposal.words if own_copy or not submissions else submissions[-1].words,
        unsent=proposal.words if own and not own_copy and has_unsent(proposal) else None,
        attachments=list(attachments.all()),
        state=state,
        label=state.label,
        own=own,
        writes=writes,
        sends=may_send_for(person, proposal.council, proposal.round),
        reviews=reviews,
        disqualification=barred,
        seen=submissions[-1].number if submissions else 0,
        earlier=submissions[-2::-1],
        points=points,
        missing=_missing(proposal, points) if writes else [],
        remarks=list(remarks if reviews else remarks.filter(shared=True)),
        decision=proposal.decision if decided else None,
        fate=_fate(proposal) if decided else None,
        address=address,
        title_in_plan=area.title if area else "",
        lists=shared_lists(area) if area else "",
        changed=_changed(proposal) if decided else "",
        left="" if address or not decided else _left(proposal, area),
        merged=list(proposal.merged.with_places().select_related("decision").prefetch_related("submissions")),
        events=list(events if reviews else events.shared()) if with_events else [],
    )


_SUGGESTED = {
    "waiting": "Sekretariatet har ikke svaret på ændringen af »{0}« endnu.",
    "accepted": "Ændringen af afsnittet »{0}« er kommet med i planen.",
    "declined": "Ændringen af afsnittet »{0}« kom ikke med. Sekretariatet skriver: {1}",
}


def _changed(proposal: Proposal) -> str:
    suggestion = proposal.standing_in.suggestion
    if suggestion is None:
        return ""
    return _SUGGESTED.get(suggestion.state, "").format(suggestion.section_title, suggestion.answer)


def _left(proposal: Proposal, area: FocusArea | None) -> str:
    if proposal.standing_in.state not in ACCEPTED:
        return ""
    where = f"af listen for {proposal.council}" if area else "ud af planen"
    return f"Emnet er siden taget {where}."


def _shows_own_copy(proposal: Proposal, own: bool) -> bool:
    """The lokalråd reads what it is writing; once that is out of its hands, what it handed in."""
    return own and (proposal.may_be_written or proposal.submitted_at is None)


def _points(proposal: Proposal, *, own: bool) -> list[ChangeRequest]:
    """The points asked; an answer that is not handed in yet is for the lokalråd alone."""
    points = list(proposal.change_requests.all())
    for point in points:
        if point.answered_at is None and not own:
            point.answer = ""
    return points


def _missing(proposal: Proposal, points: list[ChangeRequest]) -> list[Needed]:
    if not proposal.may_be_written or proposal.round.is_closed:
        return []
    return missing_in(proposal, [point for point in points if point.answered_at is None])


def _fate(proposal: Proposal) -> Decision | None:
    """For a merged proposal: the announced decision of the one it stands in, if there is one."""
    decision = getattr(proposal.standing_in, "decision", None)
    if proposal.merged_into is None or decision is None or not decision.is_announced:
        return None
    return decision
