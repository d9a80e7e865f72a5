"""»Hvad venter på mig«: what each role has to do, by when, one link each."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from councils.models import Council
from councils.register.offices import Offices
from plans.approval.models import RoundState, Signature, SignatureState
from plans.document.models import Plan, PlanQuerySet
from plans.document.states import PlanState
from plans.proposals.models import NoProposals, Proposal, ProposalRound
from plans.proposals.states import AWAITING_DECISION, ProposalState
from plans.publication.models import Publication, PublicationState
from samarbejde import danish

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


@dataclass(frozen=True)
class Task:
    """One thing that waits, as `components/waiting.html` shows it."""

    title: str
    action: str  # the verb on its button
    url: str
    text: str = ""
    due: date | None = None

    @property
    def is_late(self) -> bool:
        return self.due is not None and self.due < timezone.localdate()


def waiting_for(own: Offices) -> list[Task]:
    """Everything that waits for this person, what is due first at the top."""
    tasks = [
        *signatures_to_give(own),
        *proposals_to_write(own),
        *plans_to_move_on(own),
        *decisions_to_make(own),
        *drafts_to_read(own),
    ]
    return sorted(tasks, key=lambda task: task.due or date.max)


def signatures_to_give(own: Offices) -> list[Task]:
    if not own.signing_districts:
        return []
    pending = Signature.objects.pending().filter(membership__in=[m.pk for m in own.memberships])
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


NEXT_STEPS: dict[str, tuple[str, str, str]] = {
    PlanState.DRAFT: (
        "Planen er kladde. Skriv den færdig, og send den i høring.",
        "Ret teksten",
        "plan-text",
    ),
    PlanState.CONSULTATION: (
        "Planen er i høring. Registrér drøftelsen, når kredsrådet har holdt sit møde.",
        "Registrér drøftelsen",
        "record-discussion",
    ),
    PlanState.DISCUSSED: ("Planen er drøftet i kredsrådet.", "Send til underskrift", "signatures"),
    PlanState.SIGNING: ("", "Se, hvem der mangler", "signatures"),
    PlanState.SIGNED: ("Alle har underskrevet.", "Offentliggør", "publish-plan"),
}


def plans_to_move_on(own: Offices) -> list[Task]:
    """For the secretariat: the next step of every plan that is under way."""
    if not own.secretariat_districts:
        return []
    plans = Plan.objects.filter(council__district__in=own.secretariat_districts).under_way().with_places()
    return [next_step(plan) for plan in with_progress(plans).order_by("year")]


class Progress(TypedDict):
    """What the next step of a plan depends on besides its state."""

    unsigned: int
    publication: str | None  # the state of the latest one


def with_progress(plans: PlanQuerySet) -> "QuerySet[WithAnnotations[Plan, Progress]]":
    signatures = Count(
        "signature_rounds__signatures",
        filter=Q(
            signature_rounds__state=RoundState.OPEN,
            signature_rounds__signatures__state=SignatureState.PENDING,
        ),
    )
    latest = (
        Publication.objects.filter(plan=OuterRef("pk")).order_by("-ordered_at", "-pk").values("state")[:1]
    )
    return plans.annotate(unsigned=signatures, publication=Subquery(latest))


def next_step(plan: "WithAnnotations[Plan, Progress]") -> Task:
    """The one step that brings the plan further."""
    text, action, url = NEXT_STEPS[plan.state]
    if plan.state == PlanState.SIGNING:
        text = f"{plan.unsigned} {'underskrift' if plan.unsigned == 1 else 'underskrifter'} mangler."
    elif plan.state == PlanState.DISCUSSED and not plan.signatures_required:
        text, action, url = "Planen er drøftet og skal ikke underskrives.", "Offentliggør", "publish-plan"
    if url == "publish-plan" and plan.publication == PublicationState.FAILED:
        text, action = "Offentliggørelsen gik galt sidst. Planen er ikke offentlig endnu.", "Prøv igen"
    return Task(plan.title, action, reverse(url, args=[plan.pk]), text)


def decisions_to_make(own: Offices) -> list[Task]:
    """For the secretariat: proposals that await a decision, and lokalråd that have not answered."""
    if not own.secretariat_districts:
        return []
    rounds = ProposalRound.objects.filter(plan__council__district__in=own.secretariat_districts)
    rounds = rounds.exclude(plan__state=PlanState.PUBLISHED).select_related("plan__council")
    counted = rounds.annotate(undecided=Count("proposals", filter=Q(proposals__state__in=AWAITING_DECISION)))
    return [
        Task(
            title=f"{round_.undecided} forslag til {round_.plan.title} venter på afgørelse",
            text=f"Fristen for lokalrådene er {danish.date_text(timezone.localdate(round_.deadline))}.",
            action="Se forslagene",
            url=reverse("proposal-board", args=[round_.plan_id]),
        )
        for round_ in counted
        if round_.undecided
    ]


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
