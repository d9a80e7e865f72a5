"""What the list of figures tells: years side by side, what does not add up, what is old."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from councils.models import Figure
from plans.facts.figures import Series, series, wrong_sums
from tests.plans.facts.stages import fetch, figure, grid

pytestmark = pytest.mark.django_db
HEAD = "Tabel\tRække\tVærdi\tEnhed\tPlanår\tKilde\n"


def test_the_list_shows_years_as_columns_and_what_is_old(cast, as_user):
    this_year = timezone.localdate().year
    figure(cast, year=this_year - 2, value=4)
    figure(cast, year=this_year - 1, value=8)
    figure(cast, "Kurser", year=this_year, unit="kurser")
    page = html.fromstring(as_user(cast.sekretariat).get(reverse("facts", args=[cast.district.slug])).content)
    [chart] = page.xpath("//*[local-name()='svg'][@class='bars']")
    assert chart.get("aria-label") == f"{this_year - 2}: 4; {this_year - 1}: 8"
    assert [bar.get("height") for bar in chart.xpath("*[local-name()='rect']")] == ["18", "36"]
    [old] = page.xpath("//th[contains(., 'Ældre end i år')]")
    assert "Øvelser" in old.text_content()


def test_a_table_that_does_not_add_up_is_told(cast, as_user):
    for row, value in (("Vold", 3), ("Tyveri", 4), ("I alt", 8)):
        figure(cast, row, value=value, table="Anmeldelser", unit="sager", year=2027)
    page = as_user(cast.sekretariat).get(reverse("facts", args=[cast.district.slug])).text
    words = "Anmeldelser, 2027: »I alt« er 8, men rækkerne giver 7."
    assert words in page
    assert words in as_user(cast.sekretariat).get(grid(cast)).text
    assert words not in as_user(cast.sekretariat).get(grid(cast, 2026)).text


@given(st.lists(st.integers(0, 10**8).map(lambda n: Decimal(n) / 100), min_size=2, max_size=8))
def test_what_adds_up_is_never_told(values):
    rows = [Figure(table="T", row=f"r{n}", unit="", year=2027, value=value) for n, value in enumerate(values)]
    total = Figure(table="T", row="I alt", unit="", year=2027, value=sum(values))
    assert wrong_sums([*rows, total]) == []
    total.value += 1
    assert len(wrong_sums([*rows, total])) == 1


def test_shares_and_a_total_of_one_row_are_left_alone():
    share = [
        Figure(table="T", row=r, unit="%", year=2027, value=v) for r, v in (("a", 3), ("b", 4), ("I alt", 9))
    ]
    assert wrong_sums(share) == []
    alone = [Figure(table="T", row=r, unit="", year=2027, value=v) for r, v in (("a", 3), ("I alt", 9))]
    assert wrong_sums(alone) == []


def test_a_figure_below_zero_has_no_columns():
    years = [Figure(table="T", row="r", year=year, value=value) for year, value in ((2027, -1), (2026, 2))]
    assert Series(("T", "r", ""), years).bars == []
    assert [one.newest.year for one in series(years)] == [2027]


def test_three_rows_cost_no_more_queries_than_one(cast, as_user):
    client = as_user(cast.sekretariat)

    def queries(address) -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(address).status_code == 200
        return len(found)

    pages = [grid(cast), reverse("facts", args=[cast.district.slug]), fetch(cast)]
    figure(cast)
    once = [queries(page) for page in pages]
    figure(cast, "Kurser")
    figure(cast, "Møder", year=2027)
    assert [queries(page) for page in pages] == once
    assert max(once) <= 12
