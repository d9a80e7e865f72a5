"""What waits for a lokalråd: rounds to answer, drafts to hand in or to read, questions to answer."""

from collections import defaultdict

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from councils.models import Council
from councils.register.offices import Offices
from plans.desk.taking_over import taken_over
from plans.desk.tasks import Task
from plans.document.states import OPEN
from plans.proposals.models import NoProposals, Proposal, ProposalRound, ProposalSender
from plans.proposals.states import ProposalState


def proposals_to_write(own: Offices) -> list[Task]:
    """For chairs, and whom they let hand in: rounds and questions not yet answered, drafts not yet sent.

    And what a chair takes over from the one before; and drafts never sent, in a round that takes no more,
    until the year of the plan is over.
    """
    councils = [council for council in own.local_councils if council.pk in own.chaired | _named(own)]
    if not councils:
        return []
    rounds = ProposalRound.objects.begun_for(councils).select_related("plan__council__district")
    rounds = rounds.prefetch_related("extensions")
    standing: dict[tuple[int, int], list[Proposal]] = defaultdict(list)
    this_year = timezone.localdate().year
    too_late = Q(state=ProposalState.DRAFT, round__plan__year__gte=this_year) & ~Q(
        round__plan__state__in=OPEN
    )
    found = Proposal.objects.filter(Q(round__in=rounds) | too_late, council__in=councils)
    found = found.with_places().select_related("author")
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
    left_over = [_left_over(one) for one in found if one.round.plan.state not in OPEN]
    return taken_over(own, [one for one in found if one.round.plan.state in OPEN]) + tasks + left_over


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
        ProposalState.DRAFT: ("Kladden er ikke indsendt endnu.", "Gør færdig")
        if is_open
        else (
            "Kladden blev ikke indsendt. Bed sekretariatet om længere frist, eller læg den væk.",
            "Se kladden",
        ),
    }
    answers = [_answer(p) for p in proposals if p.state == ProposalState.CHANGES_REQUESTED]
    return answers + [
        Task(
            title=f"Forslag: {p.title}",
            text=text,
            due=due,
            action=action,
            url=reverse("proposal", args=[p.pk]),
        )
        for p in proposals
        if p.state in wording
        for text, action in [wording[ProposalState(p.state)]]
    ]


def _answer(proposal: Proposal) -> Task:
    asked = "Sekretariatet har bedt om ændringer."
    if proposal.is_late_with_answer:
        asked = "Fristen for jeres svar er gået. Bed om længere frist, eller træk forslaget tilbage."
    elif proposal.answer_by is None:
        asked += " I kan svare, til kredsrådet har drøftet planen."
    return Task(
        title=f"Forslag: {proposal.title}",
        text=asked,
        due=timezone.localdate(proposal.answer_by) if proposal.answer_by else None,
        action="Se forslaget" if proposal.is_late_with_answer else "Svar",
        url=reverse("proposal", args=[proposal.pk]),
    )


def proposals_to_read(own: Offices) -> list[Task]:
    """For members: what their lokalråd is writing, before its chair hands it in."""
    councils = [council for council in own.local_councils if council.pk not in own.chaired | _named(own)]
    if not councils:
        return []
    drafts = Proposal.objects.filter(council__in=councils, state=ProposalState.DRAFT).with_places()
    drafts = drafts.filter(round__in=ProposalRound.objects.begun_for(councils))
    return [
        Task(
            title=f"Læs kladden: {draft.title}",
            text=f"{draft.council.name} har ikke indsendt den. Du kan rette den, til formanden indsender.",
            due=timezone.localdate(draft.round.deadline_for(draft.council)),
            action="Læs kladden",
            url=reverse("proposal", args=[draft.pk]),
        )
        for draft in drafts.prefetch_related("round__extensions")
    ]


def _named(own: Offices) -> frozenset[int]:
    """Lokalråd (ids) that the person may hand in for, though they do not lead them."""
    if {council.pk for council in own.local_councils} <= own.chaired:
        return frozenset()
    standing = ProposalSender.objects.filter(user=own.person.pk, council__in=own.local_councils)
    return frozenset(standing.filter(round__plan__state__in=OPEN).values_list("council", flat=True))


def _left_over(draft: Proposal) -> Task:
    return Task(
        title=f"Forslag: {draft.title}",
        text=f"Kladden blev ikke indsendt, og {draft.round.plan.title} tager ikke imod flere forslag. "
        "Brug teksten i næste års runde, eller læg kladden væk.",
        action="Se kladden",
        url=reverse("proposal", args=[draft.pk]),
    )
