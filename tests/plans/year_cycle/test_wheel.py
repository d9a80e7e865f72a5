"""The picture of the year: every entry once, in its month, and no mark upon another."""

import math
from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from plans.year_cycle.entries import Entry
from plans.year_cycle.wheel import OUTER, wheel

DAYS = st.dates(date(2027, 1, 1), date(2027, 12, 31))


def entries(days):
    return [Entry(f"e-{n}", day, "meeting", "Møde", "Rådet", "/") for n, day in enumerate(sorted(days))]


@given(st.lists(DAYS, max_size=90))
def test_every_entry_has_its_mark_in_its_month(days):
    given_entries = entries(days)
    made = wheel(given_entries)
    assert sorted((mark.number, mark.entry) for mark in made.marks) == list(enumerate(given_entries, 1))
    for mark in made.marks:
        angle = math.atan2(mark.x, -mark.y) % math.tau
        assert int(angle / (math.tau / 12)) == mark.entry.day.month - 1
        assert OUTER < math.hypot(mark.x, mark.y) <= made.reach - 14


@given(st.lists(DAYS, max_size=60))
def test_no_mark_lies_upon_another(days):
    for one, other in combinations(wheel(entries(days)).marks, 2):
        assert math.hypot(one.x - other.x, one.y - other.y) > 24


def test_the_year_begins_at_the_top_and_runs_as_a_clock():
    made = wheel(entries([date(2027, 1, 15), date(2027, 4, 15), date(2027, 7, 15)]))
    january, april, july = made.marks
    assert january.x > 0 > january.y
    assert april.x > 0
    assert april.y > 0
    assert july.x < 0 < july.y
    assert [part.name for part in made.months][:2] == ["jan", "feb"]
    assert [part.name for part in made.quarters] == ["1. kv.", "2. kv.", "3. kv.", "4. kv."]
