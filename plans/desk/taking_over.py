"""What a lokalråd's new chair finds that the one before has not brought to an end."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils import timezone

from councils.models import LEADERS, Council, Membership
from councils.register.offices import Offices
from plans.desk.tasks import Task
from plans.proposals.models import Proposal
from plans.proposals.states import ProposalState
from samarbejde import danish

NAMES = {
    ProposalState.DRAFT: ("kladde", "kladder"),
    ProposalState.CHANGES_REQUESTED: ("forslag, der mangler svar", "forslag, der mangler svar"),
}


def taken_over(own: Offices, proposals: Iterable[Proposal]) -> list[Task]:
    """One for each lokalråd and plan, while something of a chair who has stepped down is not handed in."""
    begun = [p for p in proposals if p.state in NAMES and p.council_id in own.chaired]
    others = [p for p in begun if p.author_id not in (None, own.person.pk)]
    former = _former_leaders(others) if others else set()
    left: dict[tuple[int, int], list[Proposal]] = defaultdict(list)
    for proposal in others:
        if (proposal.council_id, proposal.author_id) in former:
            left[proposal.round_id, proposal.council_id].append(proposal)
    return [_task(group[0].council, group) for group in left.values()]


def _task(council: Council, proposals: list[Proposal]) -> Task:
    who = danish.listing(sorted({str(proposal.author) for proposal in proposals}))
    return Task(
        title=f"Du overtager {danish.listing(list(_counted(proposals)))}",
        text=f"{who} skrev for {council}, men er ikke formand eller næstformand mere. "
        "Skriv færdigt, og indsend, eller læg dem væk.",
        action="Se dem",
        url=reverse("council-proposals", args=[proposals[0].round.plan_id, council.pk]),
    )


def _counted(proposals: list[Proposal]) -> Iterator[str]:
    for state, (one, many) in NAMES.items():
        if number := sum(proposal.state == state for proposal in proposals):
            yield f"{number} {one if number == 1 else many}"


def _former_leaders(proposals: list[Proposal]) -> set[tuple[int, int | None]]:
    """Lokalråd and person, of those who led it once and do not lead it today."""
    held = Membership.objects.filter(
        role__in=LEADERS,
        council__in={proposal.council_id for proposal in proposals},
        user__in={proposal.author_id for proposal in proposals},
    )
    today = timezone.localdate()
    ever: set[tuple[int, int | None]] = set()
    now: set[tuple[int, int | None]] = set()
    for council, user, period in held.values_list("council", "user", "period"):
        ever.add((council, user))
        if today in period:
            now.add((council, user))
    return ever - now
