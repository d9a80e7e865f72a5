"""A plan brought to each of its states by the steps that people take."""

from datetime import date, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from django.utils import timezone

from councils.models import CouncilKind, Membership
from plans.approval import workflow
from plans.approval.models import Discussion, Signature, SignatureRound
from plans.approval.signers import members_on
from plans.document.models import Plan
from plans.document.states import PlanState
from samarbejde.accounts.models import User
from tests.cast import Cast, person, seat
from tests.making import a_plan

PLACE = "Holstebro"


def draft(cast: Cast, year: int = 2027) -> Plan:
    return a_plan(cast.kredsraad(), year)


def in_consultation(cast: Cast, year: int = 2027) -> Plan:
    return a_plan(cast.kredsraad(), year, PlanState.CONSULTATION)


def discuss(cast: Cast, plan: Plan, *, held_on: date | None = None, minutes: str = "Enighed.") -> Discussion:
    """The director and the mayors meet; they come into being with the meeting."""
    fill_offices(cast)
    day = held_on or timezone.localdate()
    return workflow.record_discussion(
        plan,
        held_on=day,
        place=PLACE,
        present=list(members_on(plan.council, day)),
        minutes=minutes,
        by=cast.sekretariat,
    )


def fill_offices(cast: Cast) -> None:
    """Director and mayors."""
    assert cast.direktoer
    assert cast.borgmestre


def discussed(cast: Cast, year: int = 2027) -> Plan:
    plan = in_consultation(cast, year)
    discuss(cast, plan)
    return fresh(plan)


def discussed_without_signatures(cast: Cast) -> Plan:
    plan = discussed(cast)
    workflow.switch_signatures(plan, required=False, by=cast.sekretariat)
    return fresh(plan)


def open_round(cast: Cast, plan: Plan) -> SignatureRound:
    deadline = timezone.localdate() + timedelta(days=14)
    return workflow.open_round(plan, place=PLACE, deadline=deadline, by=cast.sekretariat)


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


def signed(cast: Cast, year: int = 2027) -> Plan:
    plan = signing(cast, year)
    sign_all(plan)
    return fresh(plan)


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


def to_open(**changes: str) -> dict[str, str]:
    """What the secretariat types to open a round."""
    deadline = timezone.localdate() + timedelta(days=14)
    return {"place": PLACE, "deadline": f"{deadline:%d-%m-%Y}"} | changes
