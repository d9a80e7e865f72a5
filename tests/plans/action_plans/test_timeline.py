"""The activities of a year in a picture: each in a row of its own, its mark in the month of its day."""

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from plans.action_plans.models import Activity
from plans.action_plans.timeline import LEFT, MONTH, RIGHT, place, timeline

YEAR = 2027
DAYS = st.dates(date(YEAR, 1, 1), date(YEAR, 12, 31))


@given(DAYS)
def test_a_day_lies_in_its_month(day):
    assert LEFT + (day.month - 1) * MONTH < place(day) <= LEFT + day.month * MONTH


@given(DAYS.filter(lambda day: day < date(YEAR, 12, 31)))
def test_a_later_day_lies_further_right(day):
    assert place(day) < place(day + timedelta(days=1))


@given(st.lists(st.none() | DAYS, min_size=1, max_size=30))
def test_every_activity_has_a_row_and_those_with_a_day_a_mark(days):
    activities = [Activity(what="x", due_on=day) for day in days]
    made = timeline(activities, YEAR, date(YEAR, 5, 1))
    assert [(bar.number, bar.activity) for bar in made.bars] == list(enumerate(activities, 1))
    assert [bar.x is None for bar in made.bars] == [day is None for day in days]
    heights = [made.top, *(bar.y for bar in made.bars), made.bottom]
    assert all(later - one >= 15 for one, later in itertools.pairwise(heights))
    assert made.bottom < made.under < made.height


def test_today_stands_only_in_its_own_year():
    made = [timeline([Activity(what="x")], year, date(YEAR, 12, 31)) for year in (YEAR, YEAR + 1)]
    assert [one.today for one in made] == [RIGHT, None]
