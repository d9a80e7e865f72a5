"""What the kredsråd is to talk of: the lokalråd's proposals that are not decided yet."""

from collections.abc import Iterator

from django.db.models import OuterRef, Subquery

from councils.meetings.agenda_sources import Waiting
from councils.models import CouncilKind, Meeting
from plans.proposals.models import Proposal, Submission
from plans.proposals.states import AWAITING_DECISION


def proposals_to_discuss(meeting: Meeting) -> Iterator[Waiting]:
    """`settings.AGENDA_SOURCES`: as they were handed in last. One query."""
    if meeting.council.kind != CouncilKind.DISTRICT:
        return
    found = Proposal.objects.filter(round__plan__council=meeting.council_id, state__in=AWAITING_DECISION)
    newest = Submission.objects.filter(proposal=OuterRef("pk")).order_by("-number")
    with_title = found.select_related("council").annotate(handed_in=Subquery(newest.values("title")[:1]))
    for proposal in with_title.order_by("council__sort_key", "pk"):
        yield Waiting(
            key=f"proposal:{proposal.pk}",
            kind=f"Forslag fra {proposal.council}",
            title=f"Forslag: {proposal.handed_in}"[:200],
            text=f"{proposal.council} foreslår emnet til næste års samarbejdsplan. Hvad mener rådet om det?",
        )
