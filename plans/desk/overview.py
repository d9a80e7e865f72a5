"""One plan at a glance: where it is in its year, the next step, and the way to every room."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.urls import reverse

from councils.register.offices import Offices
from plans.approval.models import SignatureRound
from plans.document.models import Plan
from plans.document.states import PlanState
from plans.proposals.models import ProposalRound
from plans.proposals.states import DECIDED, ProposalState


@dataclass(frozen=True)
class Step:
    label: str
    done: bool
    current: bool


@dataclass(frozen=True)
class Room:
    """A link to one part of the work, with how far it is."""

    title: str
    url: str
    text: str


def steps(plan: Plan) -> list[Step]:
    """The plan's states in order; without signatures two of them fall away."""
    states = [PlanState(value) for value in PlanState.values]
    if not plan.signatures_required:
        states = [state for state in states if state not in (PlanState.SIGNING, PlanState.SIGNED)]
    here = states.index(PlanState(plan.state))
    return [
        Step(
            str(state.label).capitalize(),
            done=place < here or state == PlanState.PUBLISHED == plan.state,
            current=place == here,
        )
        for place, state in enumerate(states)
    ]


def rooms(plan: Plan, own: Offices, *, manages: bool) -> list[Room]:
    """What this person can open from here."""
    found = [Room("Planens tekst", reverse("plan-text", args=[plan.pk]), "Som læserne får den at se")]
    if manages:
        found.append(
            Room(
                "Indhold og rækkefølge",
                reverse("plan-outline", args=[plan.pk]),
                "Tilføj, flyt og slet afsnit",
            )
        )
        found.append(
            Room(
                "Emner og prioriteringer",
                reverse("focus-areas", args=[plan.pk]),
                "Kredsens emner og lokalrådenes lister",
            )
        )
        found.append(Room("Forslag", reverse("proposal-board", args=[plan.pk]), _proposals(plan)))
    else:
        found += [
            Room(f"Forslag fra {council.name}", reverse("council-proposals", args=[plan.pk, council.pk]), "")
            for council in own.local_councils
            if council.district_id == plan.council.district_id
        ]
    found.append(
        Room(
            "Opgaver og afrapporteringer",
            reverse("duties", args=[plan.pk]),
            "Hvem skal gøre hvad, og hvornår",
        )
    )
    if manages or plan.council.district_id in own.signing_districts:
        found.append(Room("Underskrifter", reverse("signatures", args=[plan.pk]), _signatures(plan)))
    if manages:
        found.append(Room("Offentliggørelse", reverse("publish-plan", args=[plan.pk]), "Udgaver og PDF"))
    return found


def _proposals(plan: Plan) -> str:
    withdrawn = Q(proposals__state=ProposalState.WITHDRAWN)
    counted = ProposalRound.objects.filter(plan=plan).annotate(
        sent=Count("proposals", filter=Q(proposals__submitted_at__isnull=False) & ~withdrawn),
        decided=Count("proposals", filter=Q(proposals__state__in=DECIDED)),
    )
    for round_ in counted:
        return f"{round_.sent} modtaget, {round_.decided} afgjort"
    return "Ingen forslagsrunde er åbnet"


def _signatures(plan: Plan) -> str:
    counted = (
        SignatureRound.objects.filter(plan=plan)
        .standing()
        .annotate(
            all=Count("signatures"),
            signed=Count("signatures__given"),
        )
    )
    for round_ in counted:
        return f"{round_.signed} af {round_.all} har underskrevet"
    return "Ikke sendt til underskrift"
