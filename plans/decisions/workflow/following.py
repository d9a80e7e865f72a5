"""All recommendations are followed at once: each becomes a decision that is not told yet."""

from typing import NamedTuple

from django.db import transaction

from plans.decisions.models import PendingDecision
from plans.decisions.recommended import Recommended, recommended_in
from plans.decisions.workflow.deciding import accept, reject
from plans.document.models import Scope
from plans.proposals.models import Proposal, ProposalRound, Recommendation
from samarbejde.accounts.models import User
from samarbejde.transitions import Refused, lock


class Left(NamedTuple):
    """One that could not be decided as it was recommended, and why."""

    proposal: Proposal
    why: str


class Followed(NamedTuple):
    decided: list[PendingDecision]
    left: list[Left]


@transaction.atomic
def follow_all(round_: ProposalRound, *, by: User) -> Followed:
    """Of each proposal the whole decision or none of it; what stops one does not stop the others."""
    lock(round_.plan)
    followed = Followed([], [])
    waiting = [one for one in recommended_in(round_) if not one.is_decided]
    for one in sorted(waiting, key=lambda one: one.proposal.pk):
        try:
            with transaction.atomic():
                followed.decided.append(_follow(one, by))
        except Refused as refusal:
            followed.left.append(Left(one.proposal, str(refusal)))
    return followed


def _follow(one: Recommended, by: User) -> PendingDecision:
    """Accepted with the proposal's own words; rejected with those that its lokalråd has been told."""
    if one.is_overtaken:
        raise Refused("Lokalrådet har sendt en ny udgave siden indstillingen. Læs den, og afgør den for sig.")
    seen = one.proposal.latest_number
    if one.review.recommendation == Recommendation.REJECT and not one.review.shared:
        raise Refused("Indstillingen er kun for sekretariatet. Afvis forslaget med en begrundelse for sig.")
    if one.review.recommendation == Recommendation.REJECT:
        return reject(one.proposal, reason=one.review.comment, seen=seen, by=by)
    local = one.review.recommendation == Recommendation.ACCEPT_LOCAL
    return accept(
        one.proposal,
        scope=Scope.LOCAL if local else Scope.DISTRICT,
        title=one.words.title,
        text=one.words.text,
        reason="",
        seen=seen,
        by=by,
    )
