"""What the secretariat has beside a proposal: who looks after it, and the way on in the list."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from plans.proposal_board.forms import FilterForm
from plans.proposal_board.reading import Line, lines_of
from plans.proposals.models import Proposal
from samarbejde.accounts.models import User


@dataclass(frozen=True)
class Beside:
    line: Line
    number: int  # where it stands in the list, counted from 1
    total: int
    back: str  # addresses; "" where there is none
    previous: str
    following: str


def beside(request: HttpRequest, proposal: Proposal, person: User) -> dict[str, object]:
    """`settings.BESIDE_A_PROPOSAL`: as names for its templates. The filter is that of the page's address."""
    every = lines_of(proposal.round, person)
    filters = FilterForm(request.GET.dict(), every)
    listed = [line for line in every if line.pk == proposal.pk or filters.lets_through(line)]
    here = next((number for number, line in enumerate(listed) if line.pk == proposal.pk), None)
    if here is None:  # its lokalråd has taken it up again
        return {}
    query = f"?{urlencode(filters.chosen)}" if filters.chosen else ""
    way = [f"{reverse('proposal', args=[line.pk])}{query}" for line in listed]
    found = Beside(
        line=listed[here],
        number=here + 1,
        total=len(listed),
        back=reverse("all-proposals", args=[proposal.round.plan_id]) + query,
        previous=way[here - 1] if here else "",
        following=way[here + 1] if here + 1 < len(way) else "",
    )
    return {"beside": found}
