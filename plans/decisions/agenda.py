"""What the kredsråd is to talk of: proposals that are not decided yet, and what is recommended of them."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, TypedDict

from django.db.models import OuterRef, QuerySet, Subquery

from councils.agendas.sources import Waiting
from councils.models import CouncilKind, Meeting
from plans.document.states import OPEN
from plans.proposals.models import Proposal, Recommendation, Review, Submission
from plans.proposals.states import AWAITING_DECISION, ProposalState

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class Said(TypedDict):
    handed_in: str  # the title
    recommended: str


def proposals_to_discuss(meeting: Meeting) -> Iterator[Waiting]:
    """`settings.AGENDA_SOURCES`: a point of all that is recommended for a plan, and one for each proposal, as
    it was handed in last. One query; a decision that is not told shows in none of them.
    """
    if meeting.council.kind != CouncilKind.DISTRICT:
        return
    listed = list(_awaiting(meeting))
    for plan, proposals in groupby(listed, key=lambda one: one.round.plan):
        lines = [
            f"{one.handed_in} ({one.council}): {Recommendation(one.recommended).label}"
            for one in proposals
            if one.state == ProposalState.RECOMMENDED and plan.state in OPEN
        ]
        if lines:
            yield Waiting(
                key=f"recommendations:{plan.pk}",
                kind="Indstillinger",
                title=f"Indstillinger til lokalrådenes forslag, {plan.title}"[:200],
                text="Sekretariatet indstiller:\n\n" + "\n".join(lines),
            )
    for proposal in listed:
        yield Waiting(
            key=f"proposal:{proposal.pk}",
            kind=f"Forslag fra {proposal.council}",
            title=f"Forslag {proposal.number}: {proposal.handed_in}"[:200],
            text=f"{proposal.council} foreslår emnet til næste års samarbejdsplan. Hvad mener rådet om det?",
        )


def _awaiting(meeting: Meeting) -> "QuerySet[WithAnnotations[Proposal, Said]]":
    found = Proposal.objects.filter(round__plan__council=meeting.council_id, state__in=AWAITING_DECISION)
    newest = Submission.objects.filter(proposal=OuterRef("pk")).order_by("-number")
    reviews = Review.objects.filter(proposal=OuterRef("pk")).exclude(recommendation="")
    said = found.select_related("council", "round__plan").annotate(
        handed_in=Subquery(newest.values("title")[:1]),
        recommended=Subquery(reviews.order_by("-written_at", "-pk").values("recommendation")[:1]),
    )
    return said.order_by("round__plan__year", "council__sort_key", "pk")
