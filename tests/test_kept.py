"""What is put back is what the steps made, and is made anew wherever it might be another thing."""

from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from councils.models import Membership
from plans.document.models import Plan
from plans.proposals.models import Proposal
from tests.cast import Cast
from tests.kept import KEEPER, kept
from tests.making import a_plan
from tests.plans.proposals.stages import submitted

pytestmark = pytest.mark.django_db


@kept
def signed_in(plan: Plan, place: str) -> Plan:
    Plan.objects.filter(pk=plan.pk).update(signed_place=place)
    plan.refresh_from_db()
    return plan


@kept
def a_plan_of(cast: Cast) -> Plan:
    return a_plan(cast.kredsraad())


@kept
def as_it_says(plan: Plan) -> str:
    return plan.signed_place


def everything() -> dict[str, list[bytes]]:
    """The rows of every table, in any order."""
    tables = KEEPER.standing.as_it_is({table.name for table in KEEPER.standing.all})
    return {table.name: sorted(table.rows.splitlines()) for table in tables}


def taken_back(make, *given) -> object:
    with transaction.atomic():
        made = make(*given)
        transaction.set_rollback(True)
    return made


def test_every_row_is_as_the_steps_left_it(cast):
    with transaction.atomic():
        first = submitted(cast)
        stood = everything()
        transaction.set_rollback(True)
    assert not Proposal.objects.exists()

    again = submitted(Cast())

    assert again is not first
    assert again == first
    assert everything() == stood


def test_the_cast_knows_whom_the_steps_have_made(cast):
    for cast_of_today in (Cast(), Cast()):
        with transaction.atomic():
            chair = cast_of_today.formand_herning
            submitted(cast_of_today)
            assert cast_of_today.formand_herning is chair
            assert vars(cast_of_today)["sekretariat"] == Membership.objects.get(role="secretariat").user
            transaction.set_rollback(True)


def test_what_was_written_before_stays_and_the_steps_are_taken_anew(cast):
    first = taken_back(submitted, cast)
    plan = a_plan(cast.kredsraad(), year=2031)
    again = submitted(Cast())
    assert again.pk != first.pk
    assert set(Plan.objects.all()) == {plan, again.round.plan}


def test_what_is_given_is_as_the_steps_left_it(cast):
    plan = a_plan_of(cast)
    for _ in range(2):
        with transaction.atomic():
            assert signed_in(plan, "Herning") is plan
            assert plan.signed_place == Plan.objects.get().signed_place == "Herning"
            transaction.set_rollback(True)
        plan.refresh_from_db()


def test_what_is_given_is_another_thing_when_it_says_something_else(cast):
    plan = a_plan_of(cast)
    for place in ("Herning", "Viborg"):
        with transaction.atomic():
            plan.signed_place = place
            assert as_it_says(plan) == place
            transaction.set_rollback(True)


def test_what_waits_for_the_commit_waits_again(cast, django_capture_on_commit_callbacks):
    waiting = []
    for _ in range(2):
        with transaction.atomic():
            with django_capture_on_commit_callbacks() as callbacks:
                submitted(Cast())
            waiting.append(len(callbacks))
            transaction.set_rollback(True)
    assert waiting == [waiting[0]] * 2 != [0, 0]


def test_another_day_has_its_own(cast):
    first = taken_back(submitted, cast)
    with time_machine.travel(timezone.now() + timedelta(days=3), tick=False):
        again = submitted(Cast())
    assert again.pk != first.pk
    assert again.submitted_at > first.submitted_at
