"""Whom a duty is laid on and when it is due: in words, as a day, and as the database holds it."""

from datetime import date

import pytest
from django.db import IntegrityError

from plans.duties.models import Duty
from tests.making import a_plan, section
from tests.plans.duties.stages import shown_rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(cast):
    return a_plan(cast.kredsraad(), 2027)


@pytest.mark.parametrize(
    ("fields", "who", "due"),
    [
        ({"addressee": "all_local", "due_quarter": 2, "due_year": 2027}, "Alle lokalråd", "2. kvartal 2027"),
        (
            {"addressee": "police", "due_quarter": 2, "due_year": 2027, "at_meeting": True},
            "Politiet",
            "kredsrådets møde i 2. kvartal 2027",
        ),
        (
            {"addressee": "prevention", "condition": "når tallene stiger"},
            "Lokalråd med et udpeget område",
            "når tallene stiger",
        ),
        ({"addressee": "secretariat"}, "Sekretariatet", "løbende"),
        ({"who": "SSP i Herning", "due_year": 2027}, "SSP i Herning", "2027"),
    ],
)
def test_readers_are_told_who_and_when(plan, fields, who, due):
    section(plan, "Årets opgaver", data="duties")
    duty = plan.duties.create(wording="Mød op", **fields)
    row = shown_rows(plan)[0]
    assert (row["who"], row["due"]) == (who, due) == (duty.whom(), duty.due)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"addressee": "named"}, "named_councils_and_no_others_are_listed"),
        ({"addressee": "police", "council_ids": [1]}, "named_councils_and_no_others_are_listed"),
        ({"addressee": "police", "who": "Politiet"}, "only_a_named_office_is_written_in_words"),
        ({"addressee": "alle"}, "a_duty_has_a_known_addressee"),
        ({"asked": "penge"}, "a_duty_asks_for_something_known"),
        ({"due_on": date(2027, 5, 1)}, "a_day_lies_in_its_quarter"),
        ({"due_on": date(2027, 5, 1), "due_year": 2027, "due_quarter": 3}, "a_day_lies_in_its_quarter"),
        ({"at_meeting": True, "due_year": 2027}, "a_meeting_is_of_a_quarter"),
        ({"condition": "når tallene stiger", "due_year": 2027}, "a_condition_has_no_time_beside_it"),
    ],
)
def test_what_the_database_holds(plan, fields, rule):
    with pytest.raises(IntegrityError, match=rule):
        plan.duties.create(wording="Mød op", **fields)


@pytest.mark.parametrize(
    ("fields", "last_day"),
    [
        ({"due_year": 2027, "due_quarter": 2}, date(2027, 6, 30)),
        ({"due_year": 2027, "due_quarter": 1, "at_meeting": True}, date(2027, 3, 31)),
        ({"due_year": 2027, "due_quarter": 2, "at_meeting": True}, date(2027, 5, 12)),
        ({"due_year": 2027, "due_quarter": 2, "due_on": date(2027, 4, 2)}, date(2027, 4, 2)),
        ({"due_year": 2027}, date(2027, 12, 31)),
        ({"condition": "når tallene stiger"}, None),
        ({}, None),
    ],
)
def test_the_last_day_is_the_meetings_where_one_is_planned(fields, last_day):
    meetings = [date(2027, 6, 20), date(2027, 5, 12), date(2026, 5, 1)]
    assert Duty(wording="Mød op", **fields).last_day(meetings) == last_day
