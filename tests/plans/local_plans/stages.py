"""A lokalråd's plan beside the district's of the same year."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from councils.models import Membership, Side
from plans.approval import workflow as approval
from plans.approvers import workflow as choosing
from plans.document.models import Plan
from plans.local_plans import workflow
from samarbejde.accounts.models import User
from tests.cast import Cast
from tests.kept import kept
from tests.making import a_plan, an_edition

YEAR = timezone.localdate().year
TOPIC = "Trivsel for unge"


@kept
def districts(cast: Cast, *, public: bool = True) -> Plan:
    """The district's of the year, with one topic."""
    council = cast.kredsraad()
    plan = Plan.objects.filter(council=council, year=YEAR).first() or a_plan(council, YEAR)
    if public and not plan.editions.exists():
        an_edition(plan)
    return plan


@kept
def draft(cast: Cast, *, by: User | None = None, year: int = YEAR, previous: Plan | None = None) -> Plan:
    """Herning's."""
    council, who = cast.lokalraad("Herning"), by or cast.formand_herning
    return workflow.begin_local_plan(council, year, previous=previous, by=who)


@kept
def written_by_a_member(cast: Cast) -> Plan:
    plan = draft(cast)
    workflow.name_writers(plan, [cast.medlem_herning], by=cast.formand_herning)
    return plan


@kept
def approvers(cast: Cast) -> list[Membership]:
    """The chair for the police and a member for the kommune; neither has a name under it yet."""
    seats = [(cast.formand_herning, Side.POLICE), (cast.medlem_herning, Side.MUNICIPALITY)]
    return [Membership.objects.get(user=user, side=side) for user, side in seats]


def in_two_weeks() -> date:
    return timezone.localdate() + timedelta(days=14)


@kept
def sent(cast: Cast, plan: Plan | None = None, *, named: list[Membership] | None = None) -> Plan:
    """To be signed, as the worker leaves it after the trial print."""
    plan = plan or draft(cast)
    choosing.name_approvers(plan, named or approvers(cast), by=cast.formand_herning)
    approval.open_round(plan, place="Herning", deadline=in_two_weeks(), by=cast.formand_herning)
    return Plan.objects.get(pk=plan.pk)


@kept
def signed(cast: Cast, plan: Plan | None = None) -> Plan:
    plan = sent(cast, plan)
    for signature in plan.signature_rounds.standing().get().signatures.all():
        approval.sign(signature, seen_hash=signature.round.content_hash, by=signature.membership.user)
    return Plan.objects.get(pk=plan.pk)


@kept
def published(cast: Cast, plan: Plan | None = None) -> Plan:
    """With a stand-in for the PDF."""
    plan = signed(cast, plan)
    an_edition(plan)
    return Plan.objects.get(pk=plan.pk)


def typed_round(cast: Cast, **changes: Any) -> dict[str, Any]:
    told = {"approvers": [one.pk for one in approvers(cast)], "place": "Herning"}
    return told | {"deadline": f"{in_two_weeks():%d-%m-%Y}"} | changes
