"""One plan at a glance: where it is in its year, the next step, and the way to every room."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from councils.register.offices import Offices
from plans.approval.models import RoundState, SignatureRound
from plans.approval.permissions import may_follow_signatures
from plans.comments.permissions import readable, readable_channels
from plans.document.models import Plan, PlanQuerySet
from plans.document.states import LOCAL_PLAN_TRANSITIONS, OPEN, PlanState
from plans.drafting.unread import said_unread, unread
from plans.proposals.models import ProposalRound
from plans.proposals.states import DECIDED, ProposalState
from plans.suggestions.models import SuggestionState
from samarbejde import danish

_DUTIES = "Hvem skal gøre hvad, og hvornår"

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class Dates(TypedDict):
    proposed_by: datetime | None
    signed_by: date | None


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
    states = [
        PlanState(value) for value in PlanState.values if not plan.is_local or value in LOCAL_PLAN_TRANSITIONS
    ]
    if not plan.signatures_required:
        states = [state for state in states if state not in (PlanState.SIGNING, PlanState.SIGNED)]
    if plan.state != PlanState.CORRECTING:
        states = [state for state in states if state != PlanState.CORRECTING]
    here = states.index(PlanState(plan.state))
    return [
        Step(
            str(state.label).capitalize(),
            done=number < here or state == PlanState.PUBLISHED == plan.state,
            current=number == here,
        )
        for number, state in enumerate(states)
    ]


def with_dates(plans: PlanQuerySet) -> "QuerySet[WithAnnotations[Plan, Dates]]":
    rounds = ProposalRound.objects.filter(plan=OuterRef("pk"), plan__state__in=OPEN)
    signing = SignatureRound.objects.filter(plan=OuterRef("pk"), state=RoundState.OPEN)
    return plans.annotate(
        proposed_by=Subquery(rounds.values("deadline")[:1]),
        signed_by=Subquery(signing.values("deadline")[:1]),
    )


def coming_dates(plan: "WithAnnotations[Plan, Dates]") -> list[tuple[date, str]]:
    """The deadlines that somebody still has to keep, the nearest first: a closed round has none."""
    today = timezone.localdate()
    proposed, signed = plan.proposed_by, plan.signed_by
    dates = [(timezone.localdate(proposed), "Frist for lokalrådenes forslag")] if proposed else []
    dates += [(signed, "Planen underskrives senest")] if signed else []
    return sorted(one for one in dates if one[0] >= today)


def rooms(plan: Plan, own: Offices, *, manages: bool, decides: bool) -> list[Room]:
    """What this person can open from here."""
    is_of_secretariat = plan.council.district_id in own.secretariat_districts
    signs = may_follow_signatures(own.person, plan)
    duties = reverse("duties", args=[plan.pk])
    return [
        *_reading(plan),
        *_beside_the_text(plan, own),
        *(_managing(plan) if manages else _proposing(plan, own)),
        *(() if plan.is_local else (Room("Opgaver og afrapporteringer", duties, _DUTIES),)),
        *(_writing(plan) if plan.is_local and decides else ()),
        *(_facts(plan) if is_of_secretariat else ()),
        *(_signing(plan) if signs else ()),
        *(_publishing(plan) if decides else ()),
    ]


def _writing(plan: Plan) -> Iterator[Room]:
    number = plan.writers.count()
    said = f"{number} ud over formand og næstformand" if number else "Formanden og næstformanden"
    yield Room("Hvem skriver", reverse("plan-writers", args=[plan.pk]), said)


def _reading(plan: Plan) -> Iterator[Room]:
    yield Room("Planens tekst", reverse("plan-text", args=[plan.pk]), "Som læserne får den at se")
    versions = reverse("plan-versions", args=[plan.pk])
    yield Room("Versioner", versions, "Hvad er ændret, siden sidst og siden sidste år")


def _beside_the_text(plan: Plan, own: Offices) -> Iterator[Room]:
    if not readable_channels(own.person, plan):
        return
    number = readable(own.person, plan).unresolved().count()
    said = f"{number} åbne" if number else "Ingen åbne"
    yield Room("Kommentarer", reverse("plan-comments", args=[plan.pk]), said)
    waiting = plan.suggestions.filter(state=SuggestionState.WAITING).count()
    said = f"{waiting} venter på svar" if waiting else "Ingen venter på svar"
    yield Room("Ændringsforslag", reverse("plan-suggestions", args=[plan.pk]), said)


def _managing(plan: Plan) -> Iterator[Room]:
    board, outline = reverse("plan-board", args=[plan.pk]), reverse("plan-outline", args=[plan.pk])
    yield Room("Tavle", board, "Hvem skriver hvad, og hvor langt det er")
    yield Room("Indhold og rækkefølge", outline, "Tilføj, flyt og slet afsnit")
    if plan.previous_id:
        waits = unread(plan)
        said = said_unread(waits) if waits else "Hvad der videreføres, revideres og udgår"
        yield Room("Fra sidste år", reverse("carried-over", args=[plan.pk]), said)
    topics = reverse("focus-areas", args=[plan.pk])
    said = "Kredsens emner og jeres egne" if plan.is_local else "Kredsens emner og lokalrådenes lister"
    yield Room("Emner og prioriteringer", topics, said)
    if not plan.is_local:
        yield Room("Forslag", reverse("proposal-board", args=[plan.pk]), _proposals(plan))
    if said := _replies(plan):
        yield Room("Bemærkninger i høringen", reverse("consultation-replies", args=[plan.pk]), said)


def _proposing(plan: Plan, own: Offices) -> Iterator[Room]:
    """To a kredsråd's plan alone proposals are called for."""
    for council in () if plan.is_local else own.local_councils:
        if council.district_id == plan.council.district_id:
            address = reverse("council-proposals", args=[plan.pk, council.pk])
            yield Room(f"Forslag fra {council.name}", address, "")


def _facts(plan: Plan) -> Iterator[Room]:
    address = reverse("facts", args=[plan.council.district.slug])
    yield Room("Aftaler, love og tal", address, "Det, planen henter fra registret")
    decided = reverse("district-decisions", args=[plan.council.district.slug, plan.year])
    yield Room("Lokale beslutninger", decided, f"Hvad lokalrådene har besluttet i {plan.year}")


def _signing(plan: Plan) -> Iterator[Room]:
    yield Room("Underskrifter", reverse("signatures", args=[plan.pk]), _signatures(plan))


def _publishing(plan: Plan) -> Iterator[Room]:
    yield Room("Offentliggørelse", reverse("publish-plan", args=[plan.pk]), "Udgaver og PDF")


def _proposals(plan: Plan) -> str:
    taken_back = Q(proposals__state__in=[ProposalState.DRAFT, ProposalState.WITHDRAWN])
    counted = ProposalRound.objects.filter(plan=plan).annotate(
        sent=Count("proposals", filter=Q(proposals__submitted_at__isnull=False) & ~taken_back),
        decided=Count("proposals", filter=Q(proposals__state__in=DECIDED)),
    )
    for round_ in counted:
        if not round_.has_begun:
            return f"Runden åbner {danish.moment_text(round_.opens_at)}"
        return f"{round_.sent} modtaget, {round_.decided} afgjort"
    return "Ingen forslagsrunde er åbnet"


def _replies(plan: Plan) -> str:
    """Of the latest consultation; "" before there was one."""
    for consultation in plan.consultations.annotate(written=Count("replies"))[:1]:
        return f"{consultation.written or 'Ingen'} har skrevet"
    return ""


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
