"""What a round of proposals costs where one district has two lokalråd, or all of the country's 98.

As the secretariat meets it: the board, all proposals, what is similar to one, and all decisions told at once.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import NamedTuple

from django.db import connection
from django.urls import reverse

from benchmarks.pages import Cost, client_of, cost
from benchmarks.population import populate
from benchmarks.population.drafts import written_again
from benchmarks.population.gathering import gather
from councils.models import CouncilKind, Membership, MembershipRole, PoliceDistrict
from plans.decisions.models import PendingDecision
from plans.decisions.sealing import seal_of
from plans.decisions.workflow import announce
from plans.proposal_board.models import Handling
from plans.proposals.models import Outcome, Proposal, ProposalRound
from samarbejde.accounts.models import User
from samarbejde.outbox.models import Message

SECTIONS = 60  # of the plan: as long as a real one
DISTRICT_WIDE = 10  # of so many lokalråd, the first proposal of one; those of the others are merged into it
STEPS = ("SAVEPOINT", "RELEASE SAVEPOINT")
SLOWEST = 3  # seconds that it may take to announce


class Size(NamedTuple):
    lokalraad: int
    proposals: int  # of each, in each year
    years: int

    def __str__(self) -> str:
        return " × ".join(map(str, self))


SIZES = (Size(2, 2, 2), Size(98, 5, 10))


class Goal(NamedTuple):
    queries: int
    milliseconds: int


BOARD, SIMILAR = Goal(12, 150), Goal(12, 300)
LETTERS = Goal(16, 300)  # they are read with their words, their readers and where the answers go


class PageCost(NamedTuple):
    cost: Cost
    goal: Goal


@dataclass(frozen=True)
class AnnouncingCost:
    decisions: int
    letters: int
    queries: int
    seconds: float

    @property
    def queries_each(self) -> float:
        """Of a decision, however many a letter tells of."""
        return self.queries / self.decisions


@dataclass(frozen=True)
class RoundCost:
    pages: list[PageCost]
    announcing: AnnouncingCost


def prepare(size: Size) -> PoliceDistrict:
    """The newest plan is a draft, and every proposal of its round is decided and not told."""
    gather(size.lokalraad)
    district = populate(1, size.years, sections=SECTIONS, proposals=size.proposals)
    round_ = ProposalRound.objects.get(plan=written_again(district))
    by = _secretariat(district)
    _sort(round_, by)
    _decide(round_, by)
    return district


def measure(district: PoliceDistrict) -> RoundCost:
    """The pages first: they show what waits to be told."""
    round_ = ProposalRound.objects.select_related("plan").latest("plan__year")
    secretariat = client_of(district, CouncilKind.DISTRICT, MembershipRole.SECRETARIAT)
    pages = [PageCost(cost(page, secretariat, address), goal) for page, address, goal in _pages(round_)]
    return RoundCost(pages, _announcing(round_, _secretariat(district)))


def _secretariat(district: PoliceDistrict) -> User:
    posts = Membership.objects.filter(council__district=district, role=MembershipRole.SECRETARIAT)
    return posts.select_related("user").earliest("pk").user


def _pages(round_: ProposalRound) -> Iterator[tuple[str, str, Goal]]:
    board, every = (reverse(name, args=[round_.plan_id]) for name in ("proposal-board", "all-proposals"))
    first = round_.proposals.earliest("pk")
    yield "lokalråd og tilstand", board, BOARD
    yield "lokalråd og tilstand, filter", f"{board}?tilstand=recommended", BOARD
    yield "alle forslag, tabel", every, BOARD
    yield "alle forslag, tabel, filter", f"{every}?tilstand=recommended&emne=unge", BOARD
    yield "alle forslag, kolonner", f"{every}?vis=kolonner", BOARD
    yield "alle forslag, kolonner, filter", f"{every}?vis=kolonner&kommune={first.council_id}", BOARD
    yield "lignende forslag", reverse("similar-proposals", args=[first.pk]), SIMILAR
    yield "afgørelser, før de meddeles", reverse("announce-decisions", args=[round_.plan_id]), LETTERS


def _sort(round_: ProposalRound, by: User) -> None:
    """Half of them have somebody who looks after them, and words."""
    half = round_.proposals.order_by("pk")[::2]
    Handling.objects.bulk_create(
        Handling(proposal=proposal, handler=by, tags=["unge", "trafik"]) for proposal in half
    )


def _decide(round_: ProposalRound, by: User) -> None:
    """Of each lokalråd the first is for the whole district, two are its own, and the others are declined."""
    decisions: list[PendingDecision] = []
    district_wide: Proposal | None = None
    proposals = round_.proposals.order_by("council__sort_key", "pk")
    numbers: dict[int, int] = {}  # by council, how many of its proposals were decided
    for proposal in proposals:
        number = numbers.setdefault(proposal.council_id, 0)
        numbers[proposal.council_id] += 1
        if number == 0 and (len(numbers) - 1) % DISTRICT_WIDE == 0:
            district_wide = proposal
            more = _accepted(proposal, Outcome.ACCEPTED_DISTRICT)
        elif number == 0:
            more = {"outcome": Outcome.MERGED, "into": district_wide, "reason": "De ligner hinanden."}
        elif number in (1, 2):
            more = _accepted(proposal, Outcome.ACCEPTED_LOCAL)
        else:
            more = {"outcome": Outcome.REJECTED, "reason": "Emnet hører til lokalrådets egen plan."}
        decisions.append(PendingDecision(proposal=proposal, seen=1, decided_by=by, **more))
    PendingDecision.objects.bulk_create(decisions)


def _accepted(proposal: Proposal, outcome: Outcome) -> dict[str, object]:
    return {"outcome": outcome, "title": f"{proposal.title} {proposal.number}", "text": proposal.text}


def _announcing(round_: ProposalRound, by: User) -> AnnouncingCost:
    before, asked = Message.objects.count(), round_.councils.count()
    read = seal_of(round_)
    count = _Queries()
    with connection.execute_wrapper(count):
        begun = perf_counter()
        told = announce(ProposalRound.objects.get(pk=round_.pk), seen=read, by=by)
        seconds = perf_counter() - begun
    letters = Message.objects.count() - before
    if len(told.decisions) != round_.proposals.count() or letters < asked:
        raise RuntimeError(f"{len(told.decisions)} decisions were announced to {letters} of {asked} lokalråd")
    return AnnouncingCost(len(told.decisions), letters, count.number, seconds)


class _Queries:
    """Counts those that are asked; Django's own log forgets the first of many thousands."""

    number = 0

    def __call__(self, execute: Callable[..., object], sql: str, *rest: object) -> object:
        self.number += not sql.startswith(STEPS)
        return execute(sql, *rest)
