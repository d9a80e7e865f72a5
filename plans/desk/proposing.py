"""What waits for a lokalråd: rounds to answer, drafts to hand in or to read, questions to answer."""

from collections import defaultdict
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from councils.models import Council
from councils.register.offices import Offices
from plans.desk.tasks import Task
from plans.document.states import OPEN
from plans.proposals.models import NoProposals, Proposal, ProposalRound
from plans.proposals.states import ProposalState
from samarbejde import danish


def proposals_to_write(own: Offices) -> list[Task]:
    """For chairs: rounds not yet answered, drafts not yet sent, questions not yet answered.

    And drafts never sent, in a round that takes no more, until the year of the plan is over.
    """
    councils = [council for council in own.local_councils if council.pk in own.chaired]
    if not councils:
        return []
    rounds = ProposalRound.objects.begun_for(councils).select_related("plan__council__district")
    rounds = rounds.prefetch_related("extensions")
    standing: dict[tuple[int, int], list[Proposal]] = defaultdict(list)
    this_year = timezone.localdate().year
    too_late = Q(state=ProposalState.DRAFT, round__plan__year__gte=this_year) & ~Q(
        round__plan__state__in=OPEN
    )
    found = Proposal.objects.filter(Q(round__in=rounds) | too_late, council__in=councils).with_places()
    for proposal in found:
        if proposal.state != ProposalState.WITHDRAWN:
            standing[proposal.round_id, proposal.council_id].append(proposal)
    declined = NoProposals.objects.filter(round=OuterRef("pk"), council__in=councils)
    tasks = [
        task
        for round_ in rounds.annotate(declined=ArraySubquery(declined.values("council")))
        for council in councils
        if round_.plan.council.district_id == council.district_id
        for key in [(round_.pk, council.pk)]
        for task in _tasks_in_round(round_, council, standing[key], declined=council.pk in round_.declined)
    ]
    return tasks + [_left_over(one) for one in found if one.round.plan.state not in OPEN]


def _tasks_in_round(
    round_: ProposalRound, council: Council, proposals: list[Proposal], *, declined: bool
) -> list[Task]:
    """What is left over when the deadline has passed is named too: a draft asks for longer time."""
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
    wording = {
        ProposalState.CHANGES_REQUESTED: (_to_answer(due, is_open=is_open), "Svar"),
        ProposalState.DRAFT: ("Kladden er ikke indsendt endnu.", "Gør færdig")
        if is_open
        else (
            "Kladden blev ikke indsendt. Bed sekretariatet om længere frist, eller læg den væk.",
            "Se kladden",
        ),
    }
    return [
        Task(
            title=f"Forslag: {p.title}",
            text=text,
            due=due if is_open or p.state == ProposalState.DRAFT else None,
            action=action,
            url=reverse("proposal", args=[p.pk]),
        )
        for p in proposals
        if p.state in wording
        for text, action in [wording[ProposalState(p.state)]]
    ]


def _to_answer(due: date, *, is_open: bool) -> str:
    if is_open:
        return "Sekretariatet har bedt om ændringer."
    return (
        f"Sekretariatet har bedt om ændringer. Fristen for forslag var {danish.date_text(due)}, "
        "men I kan svare, til kredsrådet har drøftet planen."
    )


def proposals_to_read(own: Offices) -> list[Task]:
    """For members: what their lokalråd is writing, before its chair hands it in."""
    councils = [council for council in own.local_councils if council.pk not in own.chaired]
    if not councils:
        return []
    drafts = Proposal.objects.filter(council__in=councils, state=ProposalState.DRAFT).with_places()
    drafts = drafts.filter(round__in=ProposalRound.objects.begun_for(councils))
    return [
        Task(
            title=f"Læs kladden: {draft.title}",
            text=f"{draft.council.name} har ikke indsendt den. Sig til formanden, hvis den skal ændres.",
            due=timezone.localdate(draft.round.deadline_for(draft.council)),
            action="Læs kladden",
            url=reverse("proposal", args=[draft.pk]),
        )
        for draft in drafts.prefetch_related("round__extensions")
    ]


def _left_over(draft: Proposal) -> Task:
    return Task(
        title=f"Forslag: {draft.title}",
        text=f"Kladden blev ikke indsendt, og {draft.round.plan.title} tager ikke imod flere forslag. "
        "Brug teksten i næste års runde, eller læg kladden væk.",
        action="Se kladden",
        url=reverse("proposal", args=[draft.pk]),
    )
