"""What last year's plan asks for waits until it is answered, or until this year's asks the same."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.desk.waiting import waiting_for
from plans.document.models import Plan
from plans.duties.models import Duty
from plans.follow_up import workflow
from plans.follow_up.states import AnswerState
from tests.making import a_plan, an_edition
from tests.plans.follow_up import stages

pytestmark = pytest.mark.django_db

BEFORE = {"addressee": "all_local", "due_year": 2026, "due_quarter": 4}
AGAIN = {"addressee": "all_local", "due_year": 2027, "due_quarter": 4}


def on(day: date):
    return time_machine.travel(f"{day}T10:00+00:00", tick=False)


def published(cast, year: int, previous: Plan | None = None, **fields) -> Plan:
    plan = a_plan(cast.kredsraad(), year)
    Plan.objects.filter(pk=plan.pk).update(previous=previous)
    Duty.objects.create(plan=plan, wording=f"Fortæl om {year}.", **fields)
    an_edition(plan)
    plan.refresh_from_db()
    return plan


@pytest.fixture
def both(cast) -> tuple[Plan, Plan]:
    """Of 2026 and of 2027, which carries its duty on."""
    with on(date(2025, 12, 1)):
        first = published(cast, 2026, **BEFORE)
    with on(date(2026, 12, 1)):
        second = published(cast, 2027, first, carried_from=first.duties.get(), **AGAIN)
    return first, second


def asked_of(person) -> list[tuple[str, str]]:
    person.__dict__.pop("_offices", None)
    tasks = [task for task in waiting_for(person) if "Svar på en opgave" in task.title]
    return [(task.title.removeprefix("Svar på en opgave: "), task.text) for task in tasks]


def answer(cast, plan: Plan) -> None:
    told = workflow.write_answer(
        plan.duties.get(), stages.herning(cast), stages.WORDS, version=0, by=cast.formand_herning
    )
    assert workflow.submit_answer(told, by=cast.formand_herning).state == AnswerState.SUBMITTED


def test_it_waits_on_after_new_year_and_says_whose_it_is(cast, both):
    with on(date(2027, 2, 1)):
        assert asked_of(cast.formand_herning) == [
            ("Fortæl om 2026.", "Lokalrådet i Herning har opgaven. Den er fra planen for 2026.")
        ]
        answer(cast, both[0])
        assert asked_of(cast.formand_herning) == []
        assert len(asked_of(cast.formand_viborg)) == 1


def test_it_gives_way_when_this_years_waits_too(cast, both):
    with on(date(2027, 10, 15)):
        assert asked_of(cast.formand_herning) == [("Fortæl om 2027.", "Lokalrådet i Herning har opgaven.")]


def test_it_gives_way_when_this_years_is_answered(cast, both):
    with on(date(2027, 2, 1)):
        answer(cast, both[1])
        assert asked_of(cast.formand_herning) == []


def test_what_is_not_carried_on_waits_until_the_year_is_over(cast, both):
    Duty.objects.update(carried_from=None)
    with on(date(2027, 10, 15)):
        assert [title for title, _ in asked_of(cast.formand_herning)] == [
            "Fortæl om 2026.",
            "Fortæl om 2027.",
        ]
    with on(date(2028, 1, 2)):
        assert [title for title, _ in asked_of(cast.formand_herning)] == ["Fortæl om 2027."]


def test_the_board_shows_it_as_last_years(cast, as_user, both):
    first, second = both
    with on(date(2027, 2, 1)):
        client = as_user(cast.sekretariat)
        board = reverse("duty-board", args=[second.pk])
        page = client.get(board).text
        assert "Mangler fra planen for 2026" in page
        assert page.count("<h3>Fortæl om 2026.</h3>") == 1
        own = reverse("answer-duty", args=[first.duties.get().pk, stages.herning(cast).pk])
        assert own in page
        sheet = client.get(reverse("duties-sheet", args=[second.pk, "csv"])).content.decode()
        assert sheet.count("2026;Fortæl om 2026.") == len(cast.municipalities)
        answer(cast, first)
        assert own not in client.get(board).text
        assert "Mangler fra" not in client.get(f"{board}?vis=nye").text
        assert "Mangler fra" not in client.get(reverse("duty-board", args=[first.pk])).text


def test_before_the_year_is_over_nothing_is_last_years(cast, as_user, both):
    with on(date(2026, 12, 20)):
        page = as_user(cast.sekretariat).get(reverse("duty-board", args=[both[1].pk]))
        assert "Mangler fra" not in page.text


def test_the_board_costs_the_same_with_one_and_with_three(cast, as_user, both):
    first, second = both
    with on(date(2027, 2, 1)):
        client = as_user(cast.sekretariat)

        def cost() -> int:
            with CaptureQueriesContext(connection) as found:
                client.get(reverse("duty-board", args=[second.pk]))
            return len(found)

        cost()
        one = cost()
    with on(date(2025, 12, 1)):
        for number in (2, 3):
            Duty.objects.create(plan=first, wording=f"Fortæl, {number}.", **BEFORE)
    with on(date(2027, 2, 1)):
        assert cost() == one <= 14


@pytest.mark.parametrize("condition", ["hvis tallene stiger", ""])
def test_what_has_a_condition_or_no_day_at_all_is_asked_by_the_end_of_the_year(cast, condition):
    with on(date(2025, 12, 1)):
        published(cast, 2026, addressee="all_local", condition=condition)
    with on(date(2026, 9, 1)):
        assert asked_of(cast.formand_herning) == []
    with on(date(2026, 10, 15)):
        assert len(asked_of(cast.formand_herning)) == 1
    with on(date(2026, 12, 17)):
        assert workflow.remind_of_duties() == 1
