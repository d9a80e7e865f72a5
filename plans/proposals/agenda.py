"""What the kredsråd is to talk of: the lokalråd's proposals that are not decided yet."""

from collections.abc import Iterator

from councils.meetings.agenda_sources import Waiting
from councils.models import CouncilKind, Meeting
from plans.proposals.models import Proposal
from plans.proposals.states import AWAITING_DECISION


def proposals_to_discuss(meeting: Meeting) -> Iterator[Waiting]:
    """`settings.AGENDA_SOURCES`: as they were handed in last."""
    if meeting.council.kind != CouncilKind.DISTRICT:
        return
    found = Proposal.objects.filter(round__plan__council=meeting.council_id, state__in=AWAITING_DECISION)
    for proposal in found.select_related("council").with_titles().order_by("council__sort_key", "pk"):
        handed_in = max(proposal.submissions.all(), key=lambda one: one.number)
        yield Waiting(
            key=f"proposal:{proposal.pk}",
            kind=f"Forslag fra {proposal.council}",
            title=f"Forslag: {handed_in.title}"[:200],
            text=f"{proposal.council} foreslår emnet til næste års samarbejdsplan. Hvad mener rådet om det?",
        )
