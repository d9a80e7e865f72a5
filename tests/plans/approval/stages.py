"""A plan brought to each of its states by the steps that people take."""

from datetime import date, timedelta
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from django.utils import timezone

from councils.attendance.seats import Answer, seats_on
from councils.models import CouncilKind, Membership, Presence
from plans.approval import workflow
from plans.approval.models import Discussion, Signature, SignatureRound
from plans.document.models import Plan
from plans.document.states import PlanState
from samarbejde.accounts.models import User
from tests.cast import Cast, person, seat
from tests.kept import kept
from tests.making import a_plan

PLACE = "Holstebro"


@kept
def draft(cast: Cast, year: int = 2027) -> Plan:
    return a_plan(cast.kredsraad(), year)


@kept
def in_consultation(cast: Cast, year: int = 2027) -> Plan:
    return a_plan(cast.kredsraad(), year, PlanState.CONSULTATION)


@kept
def discuss(cast: Cast, plan: Plan, *, held_on: date | None = None, **details: Any) -> Discussion:
    """The director and the mayors meet; they come into being with the meeting."""
    fill_offices(cast)
    day = held_on or timezone.localdate()
    told = {"place": PLACE, "answers": everybody(plan, day), "minutes": "Enighed.", "by": cast.sekretariat}
    return workflow.record_discussion(plan, held_on=day, **(told | details))


def everybody(plan: Plan, day: date) -> list[Answer]:
    """All who held office that day were there."""
    seats = seats_on(plan.council, day)
    return [Answer(seat, Presence.PRESENT if seat.holder else Presence.ABSENT) for seat in seats]


@kept
def reopen(cast: Cast, plan: Plan, reason: str = "Et tal var forkert.") -> Plan:
    """Back to draft."""
    workflow.reopen(plan, reason=reason, by=cast.sekretariat)
    return fresh(plan)


@kept
def switch_signatures(cast: Cast, plan: Plan, *, required: bool = False, reason: str = "") -> Plan:
    workflow.switch_signatures(plan, required=required, reason=reason, by=cast.sekretariat)
    return fresh(plan)


@kept
def correcting(cast: Cast, year: int = 2027) -> Plan:
    """The kredsråd agreed with corrections, which are being written in."""
    plan = in_consultation(cast, year)
    discuss(cast, plan, with_corrections=True)
    return fresh(plan)


@kept
def corrected(cast: Cast, year: int = 2027) -> Plan:
    """They are written in, and the plan is discussed as it was."""
    plan = correcting(cast, year)
    workflow.end_corrections(plan, by=cast.sekretariat)
    return fresh(plan)


@kept
def fill_offices(cast: Cast) -> None:
    """Director and mayors."""
    assert cast.direktoer
    assert cast.borgmestre


@kept
def discussed(cast: Cast, year: int = 2027) -> Plan:
    plan = in_consultation(cast, year)
    discuss(cast, plan)
    return fresh(plan)


@kept
def discussed_without_signatures(cast: Cast) -> Plan:
    return switch_signatures(cast, discussed(cast))


@kept
def open_round(cast: Cast, plan: Plan) -> SignatureRound:
    deadline = timezone.localdate() + timedelta(days=14)
    return workflow.open_round(plan, place=PLACE, deadline=deadline, by=cast.sekretariat)


@kept
def signing(cast: Cast, year: int = 2027) -> Plan:
    plan = discussed(cast, year)
    open_round(cast, plan)
    return fresh(plan)


def sign_all(plan: Plan) -> None:
    for signature in standing_round(plan).signatures.pending():
        put_name_under(signature)


def put_name_under(signature: Signature) -> None:
    assert signature.membership
    workflow.sign(signature, seen_hash=signature.round.content_hash, by=signature.membership.user)


@kept
def signed(cast: Cast, year: int = 2027) -> Plan:
    plan = signing(cast, year)
    sign_all(plan)
    return fresh(plan)


@kept
def published(cast: Cast, year: int = 2027) -> Plan:
    """As the worker leaves it, without the PDF."""
    plan = signed(cast, year)
    plan.state = PlanState.PUBLISHED
    plan.save()
    return plan


STAGES = {
    PlanState.DRAFT: draft,
    PlanState.CONSULTATION: in_consultation,
    PlanState.DISCUSSED: discussed,
    PlanState.CORRECTING: correcting,
    PlanState.SIGNING: signing,
    PlanState.SIGNED: signed,
    PlanState.PUBLISHED: published,
}


def standing_round(plan: Plan) -> SignatureRound:
    return plan.signature_rounds.standing().get()


def fresh(plan: Plan) -> Plan:
    assert plan.council.kind == CouncilKind.DISTRICT
    return Plan.objects.get(pk=plan.pk)


def leave(user: User) -> None:
    """The person's term ended yesterday."""
    Membership.objects.filter(user=user).update(period=(date(2022, 1, 1), timezone.localdate()))


@kept
def succeed(cast: Cast, municipality: str, name: str) -> User:
    """The mayor leaves, and somebody of this name takes office today."""
    leave(cast.borgmester(municipality))
    place = next(place for place in cast.municipalities if place.name == municipality)
    title = f"Borgmester i {municipality} Kommune"
    term = DateRange(timezone.localdate(), None)
    user = person(name.lower().replace(" ", "."), name)
    return seat(user, cast.kredsraad(), title=title, municipality=place, period=term)


def mine(plan: Plan, person: User) -> Signature:
    """The person's signature in the round that is open."""
    return Signature.objects.get(round__plan=plan, round__state="open", membership__user=person)


def board(plan: Plan) -> str:
    """The address of the page of signatures."""
    return reverse("signatures", args=[plan.pk])


def typed_meeting(plan: Plan, day: date | None = None, **changes: Any) -> dict[str, Any]:
    """What the secretariat types to record a discussion where everybody was there."""
    held_on = day or timezone.localdate()
    seats = {answer.seat.key: answer.presence.value for answer in everybody(plan, held_on)}
    told = {"held_on": f"{held_on:%d-%m-%Y}", "listed_on": held_on.isoformat(), "place": PLACE}
    return told | {"outcome": "agreed", "minutes": "Enighed."} | seats | changes


def to_open(**changes: str) -> dict[str, str]:
    """What the secretariat types to open a round."""
    deadline = timezone.localdate() + timedelta(days=14)
    return {"place": PLACE, "deadline": f"{deadline:%d-%m-%Y}"} | changes
