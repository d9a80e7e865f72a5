"""»Hvad venter på mig«: what each role has to do, by when, one link each."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, Max, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from councils.models import Council, CouncilKind
from councils.register.offices import Offices, offices
from plans.approval.models import Signature
from plans.desk.next_step import next_step
from plans.desk.progress import with_progress
from plans.desk.tasks import Task
from plans.desk.upkeep import upkeep_for
from plans.document.models import Plan
from plans.document.states import PlanState
from plans.proposals.models import NoProposals, Proposal, ProposalRound
from plans.proposals.states import ProposalState
from samarbejde.accounts.models import User


def waiting_for(person: User) -> list[Task]:
    """Everything that waits for this person, what is due first at the top."""
    own = offices(person)
    tasks = [
        *signatures_to_give(own),
        *proposals_to_write(own),
        *plans_to_move_on(own),
        *plans_to_begin(own),
        *drafts_to_read(own),
    ]
    by_day = sorted(tasks, key=lambda task: task.due or date.max)
    return [*upkeep_for(person), *by_day]


def signatures_to_give(own: Offices) -> list[Task]:
    if not own.signing_districts:
        return []
    pending = Signature.objects.pending().in_office().filter(membership__user=own.person.pk)
    return [
        Task(
            title=f"Underskriv {plan.title}",
            text="Teksten er låst, og den er den samme for alle, der underskriver.",
            due=signature.round.deadline,
            action="Læs og underskriv",
            url=reverse("sign", args=[signature.pk]),
        )
        for signature in pending.select_related("round__plan__council__district")
        if (plan := signature.round.plan)
    ]


def proposals_to_write(own: Offices) -> list[Task]:
    """For chairs: rounds not yet answered, drafts not yet sent, questions not yet answered."""
    councils = [council for council in own.local_councils if council.pk in own.chaired]
    if not councils:
        return []
    rounds = ProposalRound.objects.begun_for(councils).select_related("plan__council__district")
    rounds = rounds.prefetch_related("extensions")
    standing: dict[tuple[int, int], list[Proposal]] = defaultdict(list)
    for proposal in Proposal.objects.filter(round__in=rounds, council__in=councils):
        if proposal.state != ProposalState.WITHDRAWN:
            standing[proposal.round_id, proposal.council_id].append(proposal)
    declined = set(NoProposals.objects.filter(council__in=councils).values_list("round", "council"))
    return [
        task
        for round_ in rounds
        for council in councils
        if round_.plan.council.district_id == council.district_id
        for key in [(round_.pk, council.pk)]
        for task in _tasks_in_round(round_, council, standing[key], declined=key in declined)
    ]


def _tasks_in_round(
    round_: ProposalRound, council: Council, proposals: list[Proposal], *, declined: bool
) -> list[Task]:
    """Questions are to be answered also after the deadline; the rest cannot be done then."""
    is_open, due = round_.is_open_for(council), timezone.localdate(round_.deadline_for(council))
    if is_open and not proposals and not declined:
        return [
            Task(
                title=f"Send forslag til {round_.plan.title}",
                text=f"{council.name} har ikke svaret endnu. Meld også tilbage, hvis I ingen forslag har.",
                due=due,
                action="Skriv forslag",
                url=reverse("council-proposals", args=[round_.plan_id, council.pk]),
            )
        ]
    wording = {ProposalState.CHANGES_REQUESTED: ("Sekretariatet har bedt om ændringer.", "Svar")}
    if is_open:
        wording[ProposalState.DRAFT] = ("Kladden er ikke indsendt endnu.", "Gør færdig")
    return [
        Task(
            title=f"Forslag: {p.title}",
            text=text,
            due=due if p.state == ProposalState.DRAFT else None,
            action=action,
            url=reverse("proposal", args=[p.pk]),
        )
        for p in proposals
        if p.state in wording
        for text, action in [wording[ProposalState(p.state)]]
    ]


def plans_to_move_on(own: Offices) -> Iterator[Task]:
    """For the secretariat: the next step of every plan that is under way, and proposals left undecided."""
    if not own.secretariat_districts:
        return
    plans = Plan.objects.filter(council__district__in=own.secretariat_districts).under_way().with_places()
    for plan in with_progress(plans).order_by("year"):
        step = next_step(plan)
        yield step
        board = reverse("proposal-board", args=[plan.pk])
        if plan.undecided and step.url != board:
            title = f"{plan.undecided} forslag til {plan.title} venter på afgørelse"
            yield Task(title, "Afgør forslagene", board)


def plans_to_begin(own: Offices) -> list[Task]:
    """For the secretariat: next year's plan, all through the year, once this year's is published."""
    if not own.secretariat_districts:
        return []
    this_year = timezone.localdate().year
    plans = Plan.objects.filter(council=OuterRef("pk"))
    first_edition_to_come = plans.filter(year=this_year, editions=None)
    councils = Council.objects.filter(kind=CouncilKind.DISTRICT, district__in=own.secretariat_districts)
    idle = councils.exclude(Exists(plans.filter(year=this_year + 1))).exclude(Exists(first_edition_to_come))
    latest = Max("plans__year", filter=Q(plans__year__lte=this_year))
    return [
        Task(
            title=f"Begynd samarbejdsplanen for {this_year + 1}",
            text=f"{council.name} har ingen plan for {this_year + 1} endnu. {_to_begin_with(council.latest)}",
            action="Begynd planen",
            url=reverse("start-plan"),
        )
        for council in idle.annotate(latest=latest)
    ]


def _to_begin_with(latest: int | None) -> str:
    if latest is None:
        return "Begynd med de sædvanlige overskrifter, eller indlæs den plan, I har i forvejen."
    return f"Den kan begynde med teksten, emnerne og prioriteringerne fra {latest}."


def drafts_to_read(own: Offices) -> list[Task]:
    """For everybody else in the district: plans in consultation."""
    districts = (own.contact_districts | own.signing_districts) - own.secretariat_districts
    if not districts:
        return []
    plans = Plan.objects.filter(council__district__in=districts, state=PlanState.CONSULTATION).with_places()
    return [
        Task(
            title=f"Læs udkastet til {plan.title}",
            text="Udkastet er i høring, inden kredsrådet drøfter det.",
            action="Læs udkastet",
            url=reverse("plan-text", args=[plan.pk]),
        )
        for plan in plans
    ]
