"""What is decided and not told: in which order it is carried out, and what has come in its way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from councils.register.offices import Person, offices
from plans.decisions.models import PendingDecision
from plans.decisions.onto import why_not_onto
from plans.document.models import Plan
from plans.proposals.models import Outcome, Proposal, ProposalRound, know_merged
from plans.proposals.permissions import disqualification
from plans.proposals.states import AWAITING_DECISION, MERGEABLE_INTO, UNDECIDED


@dataclass(frozen=True)
class Standing:
    """A pending decision, and why it cannot be announced as it is; "" when it can."""

    decision: PendingDecision
    problem: str


def pending_in(round_: ProposalRound) -> list[PendingDecision]:
    """Of the proposals that can still be decided, in Danish order of their lokalråd."""
    found = PendingDecision.objects.filter(proposal__round=round_, proposal__state__in=UNDECIDED)
    found = found.select_related("decided_by", "proposal__council__municipality", "into__council")
    decisions = list(found.prefetch_related("proposal__submissions", "into__submissions"))
    people = {decision.decided_by_id: decision.decided_by for decision in decisions}
    for decision in decisions:
        decision.proposal.round = round_
        decision.decided_by = people[decision.decided_by_id]  # who remember their offices
    know_merged(decision.proposal for decision in decisions)
    return decisions


def standing_in(round_: ProposalRound) -> list[Standing]:
    decisions = pending_in(round_)
    plan = round_.plan
    if any(one.onto for one in decisions):  # its text read once, beside the plan that is carried out on
        plan = Plan.objects.prefetch_related("sections", "focus_areas").get(pk=plan.pk)
    titles = _titles_in(plan) if any(one.title for one in decisions) else set()
    return [
        Standing(one, _problem(one) or _not_into(plan, one, titles) or _partial(one, decisions))
        for one in decisions
    ]


def ready(standing: Iterable[Standing]) -> list[PendingDecision]:
    """Those that can be announced, in the order in which they are carried out."""
    return list(_in_order(one.decision for one in standing if not one.problem))


def next_to_decide(proposal: Proposal, person: Person) -> Proposal | None:
    """The one that a reader of all of them comes to after this one; from the last one on to the first."""
    waiting = Proposal.objects.filter(
        round=proposal.round_id, state__in=AWAITING_DECISION, pending_decision=None
    )
    found = list(waiting.exclude(pk=proposal.pk).with_places().order_by("council__sort_key", "pk"))
    here = (proposal.council.sort_key, proposal.pk)
    found.sort(key=lambda one: ((one.council.sort_key, one.pk) < here, one.council.sort_key, one.pk))
    return next((one for one in found if not disqualification(person, one)), None)


def decided_for(proposal: Proposal) -> PendingDecision | None:
    """None also for what cannot be decided any more, as one that its lokalråd has withdrawn."""
    pending: PendingDecision | None = getattr(proposal, "pending_decision", None)
    return pending if proposal.state in UNDECIDED else None


def barred_from(person: Person, decisions: Iterable[PendingDecision]) -> list[PendingDecision]:
    """Those of a lokalråd where the person sits themselves: they see nothing of them."""
    return [one for one in decisions if disqualification(person, one.proposal)]


def _problem(decision: PendingDecision) -> str:
    if decision.is_overtaken:
        return f"{decision.proposal.council} har indsendt en ny udgave. Læs den, og afgør forslaget igen."
    into = decision.into
    if into is not None and (into.state not in MERGEABLE_INTO or into.has_left_the_plan):
        return f"»{into.public_title}« kan ikke rumme det mere. Vælg et andet, eller afgør det for sig."
    return ""


def _not_into(plan: Plan, decision: PendingDecision, titles: set[tuple[str, int | None]]) -> str:
    """What has happened to the plan since: its text lies fast, or has a topic of that title by now."""
    into = decision.into
    if not plan.is_open and (decision.title or (into is not None and into.focus_area_id is not None)):
        return f"{plan.why_locked} Afvis forslaget, eller flyt det til næste år."
    if decision.onto is not None:
        return why_not_onto(plan, decision.outcome, decision.onto)
    council = decision.proposal.council_id if decision.outcome == Outcome.ACCEPTED_LOCAL else None
    if (decision.title.lower(), council) in titles:
        return f"Planen har fået et emne med titlen »{decision.title}«. Ret afgørelsen, og giv det en anden."
    return ""


def _titles_in(plan: Plan) -> set[tuple[str, int | None]]:
    return {(area.title.lower(), area.council_id) for area in plan.focus_areas.all()}


def _partial(decision: PendingDecision, decisions: Iterable[PendingDecision]) -> str:
    """Whoever decided it sits in a lokalråd whose proposal is to be merged with it (forvaltningsloven § 3).

    It is said here, and not as they decide: a member of the lokalråd learns nothing of the merge.
    """
    by_proposal = {one.proposal_id: one for one in decisions}
    parts = [one for one in by_proposal.values() if one.into_id and _leads_to(one, decision, by_proposal)]
    for part in parts:
        if offices(decision.decided_by).sits_in(part.proposal.council_id):
            return (
                f"{decision.decided_by} har afgjort det, men sidder i {part.proposal.council}, hvis forslag "
                "samles med det. Lad en anden afgøre det."
            )
    return ""


def _leads_to(
    part: PendingDecision, decision: PendingDecision, by_proposal: dict[int, PendingDecision]
) -> bool:
    following = by_proposal.get(part.into_id or 0)
    return following is not None and (following == decision or _leads_to(following, decision, by_proposal))


def _in_order(decisions: Iterable[PendingDecision]) -> Iterator[PendingDecision]:
    """What stays by itself first; then what is merged, the parts of a part before the part."""
    by_proposal = {one.proposal_id: one for one in decisions}
    merged = [one for one in by_proposal.values() if one.outcome == Outcome.MERGED]
    yield from (one for one in by_proposal.values() if one.outcome != Outcome.MERGED)
    yield from sorted(merged, key=lambda one: -_depth(one, by_proposal))


def _depth(decision: PendingDecision, by_proposal: dict[int, PendingDecision]) -> int:
    """How many merges lie between it and what it ends in; merges make no circles."""
    following = by_proposal.get(decision.into_id or 0)
    return 1 + _depth(following, by_proposal) if following is not None and following.into_id else 1
