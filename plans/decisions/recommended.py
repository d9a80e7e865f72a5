"""What is recommended of a round's proposals, until it is told what was decided. Reads only."""

from dataclasses import dataclass

from councils.register.offices import Person
from plans.proposals.models import Proposal, ProposalRound, Review, Words
from plans.proposals.permissions import disqualification
from plans.proposals.states import ProposalState


@dataclass(frozen=True)
class Recommended:
    """A proposal as it was handed in last, and the newest recommendation of it."""

    proposal: Proposal
    review: Review

    @property
    def is_decided(self) -> bool:
        """By a decision that is not told."""
        return hasattr(self.proposal, "pending_decision")

    @property
    def is_overtaken(self) -> bool:
        """Its lokalråd has handed in other words since."""
        latest = self.proposal.latest
        return latest is not None and latest.submitted_at > self.review.written_at

    @property
    def words(self) -> Words:
        latest = self.proposal.latest
        assert latest is not None, "only what was handed in is recommended"
        return latest.words


def recommended_in(round_: ProposalRound) -> list[Recommended]:
    """In Danish order of their lokalråd, also those with a decision that is not told: nothing tells of it."""
    waiting = Review.objects.filter(proposal__round=round_, proposal__state=ProposalState.RECOMMENDED)
    newest = (
        waiting.exclude(recommendation="")
        .order_by("proposal_id", "-written_at", "-pk")
        .distinct("proposal_id")
    )
    found = newest.select_related(
        "author", "proposal__council__municipality", "proposal__carried_from", "proposal__pending_decision"
    )
    reviews = list(found.prefetch_related("proposal__submissions"))
    for review in reviews:
        review.proposal.round = round_
    ordered = sorted(reviews, key=lambda one: (one.proposal.council.sort_key, one.proposal_id))
    return [Recommended(review.proposal, review) for review in ordered]


def recommended_for(round_: ProposalRound, person: Person) -> list[Recommended]:
    """Without those that the person may not judge."""
    return [one for one in recommended_in(round_) if not disqualification(person, one.proposal)]
