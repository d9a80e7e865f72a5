"""A year of figures in a grid, beside the one before it."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from lxml import html

from councils.models import Figure
from plans.document.field_blocks import named_figures
from plans.facts.forms.figures import common_name, value_name
from plans.facts.workflow.figures import seen_of, take_figures
from samarbejde.events.models import Event
from tests.plans.facts.stages import figure, grid

pytestmark = pytest.mark.django_db
HEAD = "Tabel\tRække\tVærdi\tEnhed\tPlanår\tKilde\n"


def named(kind, *key):
    """The name of a field: of a value by its whole key, else of the table alone."""
    return value_name(key) if kind == "value" else common_name(kind, *key)


OEVELSER = named("value", "Beredskab", "Øvelser", "øvelser")
KURSER = named("value", "Beredskab", "Kurser", "kurser")
SOURCE, AS_OF = named("source", "Beredskab"), named("as_of", "Beredskab")


def filled(client, address, **changes):
    """What the page's form would send."""
    page = html.fromstring(client.get(address).content)
    [form] = page.xpath("//main//form[@method='post'][.//input[@name='seen']]")
    return dict(form.form_values()) | changes


def test_a_year_is_written_beside_the_one_before(cast, as_user):
    figure(cast, target=8)
    figure(cast, "Kurser", value=3, unit="kurser")
    client = as_user(cast.sekretariat)
    page = client.get(grid(cast)).text
    assert "2026" in page
    typed = filled(client, grid(cast), **{OEVELSER: "9,5", SOURCE: "Årsrapporten", AS_OF: "1-11-2026"})
    assert client.post(grid(cast), typed).status_code == 302
    [new] = Figure.objects.filter(year=2027)
    assert (new.row, new.value, new.unit, new.target) == ("Øvelser", Decimal("9.5"), "øvelser", 8)
    assert (new.source, new.as_of) == ("Årsrapporten", date(2026, 11, 1))
    assert new.history.get().history_user == cast.sekretariat
    assert Event.objects.latest("pk").text == "Skrev 1 nyt og 0 rettede tal"


def test_a_value_is_corrected_and_what_is_left_empty_stays(cast, as_user):
    first, other = figure(cast, year=2027), figure(cast, "Kurser", year=2027, value=3, unit="kurser")
    client = as_user(cast.sekretariat)
    assert (
        client.post(grid(cast), filled(client, grid(cast), **{OEVELSER: "8", KURSER: ""})).status_code == 302
    )
    first.refresh_from_db()
    other.refresh_from_db()
    assert (first.value, first.version, other.value, other.version) == (8, 2, 3, 1)
    assert Event.objects.latest("pk").text == "Skrev 0 nye og 1 rettet tal"


def test_new_rows_stand_behind_those_that_are_there_in_their_order(cast):
    standing = figure(cast, year=2027)
    told = {"table": "Beredskab", "unit": "antal", "year": 2027, "value": 1, "source": "Politiet"}
    rows = [told | {"row": row} for row in ("Kurser", "Hunde")]
    take_figures(cast.district, rows, seen=seen_of(cast.district), by=cast.sekretariat)
    behind = cast.district.figures.filter(position__gt=standing.position).order_by("position")
    assert list(behind.values_list("row", flat=True)) == ["Kurser", "Hunde"]


def test_nothing_changed_writes_nothing(cast, as_user):
    figure(cast, year=2027)
    client = as_user(cast.sekretariat)
    before = Event.objects.count()
    assert client.post(grid(cast), filled(client, grid(cast))).status_code == 302
    assert Event.objects.count() == before
    assert Figure.history.count() == 1


def test_values_have_a_source_and_are_numbers(cast, as_user):
    figure(cast)
    client = as_user(cast.sekretariat)
    answer = client.post(grid(cast), filled(client, grid(cast), **{OEVELSER: "mange", SOURCE: ""}))
    assert answer.status_code == 422
    assert 'value="mange"' in answer.text
    answer = client.post(grid(cast), filled(client, grid(cast), **{OEVELSER: "4", SOURCE: ""}))
    assert (answer.status_code, "hvor tallene kommer fra" in answer.text) == (422, True)
    assert not Figure.objects.filter(year=2027).exists()


def test_whoever_is_overtaken_sees_it_and_keeps_what_was_typed(cast, as_user):
    figure(cast)
    client = as_user(cast.sekretariat)
    typed = filled(client, grid(cast), **{OEVELSER: "9"})
    figure(cast, year=2027, value=5)
    answer = client.post(grid(cast), typed)
    assert answer.status_code == 409
    assert 'value="9"' in answer.text
    assert Figure.objects.get(year=2027).value == 5
    again = dict(
        html.fromstring(answer.content).xpath("//main//form[.//input[@name='seen']]")[0].form_values()
    )
    assert client.post(grid(cast), again).status_code == 302
    assert Figure.objects.get(year=2027).value == 9


def test_what_was_typed_stays_at_its_figure_when_others_come_in_between(cast, as_user):
    figure(cast)
    client = as_user(cast.sekretariat)
    typed = filled(client, grid(cast), **{OEVELSER: "9"})
    figure(cast, "Kald", table="Alarm", unit="kald")  # the first of the list from now on
    answer = client.post(grid(cast), typed)
    assert answer.status_code == 409
    again = dict(
        html.fromstring(answer.content).xpath("//main//form[.//input[@name='seen']]")[0].form_values()
    )
    assert client.post(grid(cast), again).status_code == 302
    assert list(Figure.objects.filter(year=2027).values_list("row", "value")) == [("Øvelser", 9)]


def test_a_year_written_in_the_grid_stands_beside_its_other_years_in_the_plan(cast, as_user):
    figure(cast)
    figure(cast, "Kurser", value=3, unit="kurser")
    client = as_user(cast.sekretariat)
    client.post(grid(cast), filled(client, grid(cast), **{OEVELSER: "9", KURSER: "4"}))
    rows = cast.district.figures.order_by("table", "position", "row", "unit", "year")
    assert {name: [one.year for one in years] for name, years in named_figures(rows, 2027)} == {
        "Beredskab, Øvelser": [2026, 2027],
        "Beredskab, Kurser": [2026, 2027],
    }


def test_a_figure_whose_place_was_moved_is_one_series_in_the_plan(cast):
    figure(cast, position=1)
    figure(cast, "Kurser", position=2)
    figure(cast, year=2027, position=3)
    rows = cast.district.figures.order_by("table", "position", "row", "unit", "year")
    [(_, years)] = named_figures(rows, 2027)
    assert [one.year for one in years] == [2026, 2027]


def test_without_figures_the_grid_leads_to_the_first(cast, as_user):
    assert (
        reverse("add-fact", args=[cast.district.slug, "tal"])
        in as_user(cast.sekretariat).get(grid(cast)).text
    )
    assert as_user(cast.sekretariat).get(grid(cast, 1200)).status_code == 404
