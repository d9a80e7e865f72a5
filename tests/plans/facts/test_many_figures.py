"""Many figures at once: a year in a grid, rows out of a spreadsheet, what adds up and what is old."""

import io
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from openpyxl import Workbook

from councils.models import Figure
from plans.document.field_blocks import named_figures
from plans.facts.figures import Series, series, wrong_sums
from plans.facts.forms.figures import common_name, value_name
from samarbejde.events.models import Event
from tests.making import a_plan, section

pytestmark = pytest.mark.django_db
HEAD = "Tabel\tRække\tVærdi\tEnhed\tPlanår\tKilde\n"


def figure(cast, row="Øvelser", year=2026, value=7, **fields) -> Figure:
    told = {"table": "Beredskab", "unit": "øvelser", "source": "Politikredsen"} | fields
    told.setdefault("position", cast.district.figures.count())
    return Figure.objects.create(district=cast.district, row=row, year=year, value=value, **told)


def grid(cast, year=2027):
    return reverse("figures-of-year", args=[cast.district.slug, year])


def fetch(cast):
    return reverse("fetch-figures", args=[cast.district.slug])


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


def sent(client, cast, pasted, **more):
    """The rows shown, and then taken."""
    told = {"pasted": pasted, "year": "2027", "source": "Politikredsen"} | more
    shown = client.post(fetch(cast), told)
    return shown, client.post(fetch(cast), told | taking(shown))


def taking(shown):
    """The button that takes what was shown."""
    return {"take": "1", "seen": shown.context["seen"], "shown": shown.context["shown"]}


# --- the grid


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


# --- out of a spreadsheet


def test_rows_are_shown_before_they_are_taken(cast, as_user):
    old = figure(cast, year=2027, value=7)
    rows = (
        "Beredskab\tØvelser\t8\tøvelser\t2027\t\nBeredskab\tKurser\t1.234,5\tkurser\t\tÅrsrapporten\n"
        "Beredskab\tMøder\tmange\t\t\t\n"
    )
    shown, taken = sent(as_user(cast.sekretariat), cast, HEAD + rows)
    assert [(row.number, row.state) for row in shown.context["rows"]] == [
        (2, "rettes"),
        (3, "ny"),
        (4, "kan ikke læses"),
    ]
    assert taken.status_code == 302
    old.refresh_from_db()
    new = Figure.objects.get(row="Kurser")
    assert (old.value, old.version) == (8, 2)
    assert (new.value, new.year, new.source) == (Decimal("1234.5"), 2027, "Årsrapporten")
    assert Figure.objects.count() == 2


def test_to_show_rows_writes_nothing(cast, as_user):
    shown = as_user(cast.sekretariat).post(
        fetch(cast), {"pasted": HEAD + "A\tB\t1\t\t\t\n", "year": "2027", "source": "Kilde"}
    )
    assert "1 ny" in shown.text
    assert not Figure.objects.exists()


def test_the_registers_own_list_comes_back_as_it_went(cast, as_user):
    figure(cast, table="=Trods", row="+45", as_of=date(2026, 11, 1), target=Decimal("8.5"), period="2026")
    figure(cast, year=2027, value=Decimal("1234.50"))
    client = as_user(cast.sekretariat)
    for ending in ("csv", "xlsx"):
        content = client.get(reverse("figures-sheet", args=[cast.district.slug, ending])).content
        file = SimpleUploadedFile(f"tal.{ending}", content)
        shown = client.post(fetch(cast), {"file": file, "year": "2027", "source": ""})
        assert [row.state for row in shown.context["rows"]] == ["uændret", "uændret"], ending
        assert "Alle tal står i registret, som de er" in shown.text


def test_a_file_is_read_and_stands_as_if_it_were_pasted(cast, as_user):
    book = Workbook()
    for row in (
        ["tabel ", "RÆKKE", "Værdi", "Opgjort den"],
        ["Beredskab", "Øvelser", 7.25, date(2026, 11, 1)],
    ):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    told = {"file": SimpleUploadedFile("tal.xlsx", file.getvalue()), "year": "2027", "source": "Kilde"}
    shown = as_user(cast.sekretariat).post(fetch(cast), told)
    pasted = html.fromstring(shown.content).xpath("string(//textarea[@name='pasted'])")
    assert "Beredskab\tØvelser\t7,25\t01-11-2026" in pasted
    _, taken = sent(as_user(cast.sekretariat), cast, pasted.strip(), source="Kilde")
    assert taken.status_code == 302
    assert Figure.objects.get().as_of == date(2026, 11, 1)


@pytest.mark.parametrize(("name", "content", "why"), [
    ("tal.pdf", b"%PDF-1.7", "Filen skal være et regneark"),
    ("tal.xlsx", b"PK\x03\x04 ikke et regneark", "kan ikke læses som et regneark"),
    ("tal.xlsx", b"<html>", "kan ikke læses som et regneark"),
    ("tal.csv", b"Noget;andet\r\n1;2\r\n", "her mangler »tabel«, »række«, »værdi«"),
])  # fmt: skip
def test_what_is_no_list_of_figures_is_refused(name, content, why, cast, as_user):
    told = {"file": SimpleUploadedFile(name, content), "year": "2027", "source": "Kilde"}
    answer = as_user(cast.sekretariat).post(fetch(cast), told)
    assert answer.status_code == 409
    assert why in answer.text
    assert 'value="Kilde"' in answer.text


def test_danish_letters_of_an_old_excel_are_read(cast, as_user):
    content = "Tabel;Række;Værdi\r\nBørn;Årgang;7\r\n".encode("cp1252")
    told = {"file": SimpleUploadedFile("tal.csv", content), "year": "2027", "source": "Kilde"}
    [row] = as_user(cast.sekretariat).post(fetch(cast), told).context["rows"]
    assert (row.table, row.name, row.state) == ("Børn", "Årgang", "ny")


def test_too_many_rows_are_refused(cast, as_user):
    rows = "".join(f"A\tB{n}\t1\t\t\t\n" for n in range(2001))
    answer = as_user(cast.sekretariat).post(
        fetch(cast), {"pasted": HEAD + rows, "year": "2027", "source": "Kilde"}
    )
    assert (answer.status_code, "Hent højst 2000" in answer.text) == (409, True)


def test_nothing_to_read_says_so(cast, as_user):
    answer = as_user(cast.sekretariat).post(fetch(cast), {"pasted": " ", "year": "2027", "source": ""})
    assert (answer.status_code, "Vælg en fil, eller indsæt rækker" in answer.text) == (422, True)


def test_a_cpr_number_is_not_taken(cast, as_user):
    told = {"pasted": HEAD + "Person\t010190-1234\t1\t\t\t\n", "year": "2027", "source": "Kilde"}
    answer = as_user(cast.sekretariat).post(fetch(cast), told)
    assert (answer.status_code, "ligner et CPR-nummer" in answer.text) == (422, True)
    assert "010190-1234" in answer.text
    file = SimpleUploadedFile("tal.csv", told["pasted"].replace("\t", ";").encode())
    answer = as_user(cast.sekretariat).post(fetch(cast), {"file": file, "year": "2027", "source": "Kilde"})
    assert [row.state for row in answer.context["rows"]] == ["kan ikke læses"]
    assert not Figure.objects.exists()


def test_rows_that_others_changed_meanwhile_are_shown_anew(cast, as_user):
    client = as_user(cast.sekretariat)
    told = {"pasted": HEAD + "Beredskab\tØvelser\t8\tøvelser\t\t\n", "year": "2027", "source": "Kilde"}
    shown = client.post(fetch(cast), told)
    figure(cast, year=2027, value=5)
    answer = client.post(fetch(cast), told | taking(shown))
    assert answer.status_code == 409
    assert [row.state for row in answer.context["rows"]] == ["rettes"]
    assert Figure.objects.get().value == 5


def test_only_rows_that_were_shown_are_taken(cast, as_user):
    client = as_user(cast.sekretariat)
    told = {"pasted": HEAD + "Beredskab\tØvelser\t8\t\t\t\n", "year": "2027", "source": "Kilde"}
    shown = client.post(fetch(cast), told)
    other = told | {"pasted": HEAD + "Beredskab\tKurser\t3\t\t\t\n"}
    answer = client.post(fetch(cast), other | taking(shown))
    assert [row.name for row in answer.context["rows"]] == ["Kurser"]
    assert not Figure.objects.exists()
    assert client.post(fetch(cast), other | taking(answer)).status_code == 302
    assert Figure.objects.get().row == "Kurser"


def test_a_quotation_mark_without_its_mate_is_refused(cast, as_user):
    pasted = HEAD + 'Beredskab\t"Øvelser\t8\t\t\t\n' + "A\tB\t1\t\t\t\n" * 20_000
    told = {"pasted": pasted, "year": "2027", "source": "Kilde"}
    answer = as_user(cast.sekretariat).post(fetch(cast), told)
    assert (answer.status_code, "anførselstegn mangler sin mage" in answer.text) == (409, True)
    assert "Øvelser" in answer.text


@pytest.mark.parametrize("way", ["by hand", "from a spreadsheet"])
def test_a_plans_field_follows_when_a_figure_gets_a_twin_and_loses_it(way, cast, as_user):
    figure(cast, year=2027)
    plan = a_plan(cast.kredsraad(), 2027)
    text = section(plan, "Tal", body="<p>{tal: Beredskab, Øvelser}</p>")
    client = as_user(cast.sekretariat)
    if way == "by hand":
        twin = {"table": "Beredskab", "row": "Øvelser", "value": "3", "unit": "timer", "year": "2027"}
        client.post(reverse("add-fact", args=[cast.district.slug, "tal"]), twin | {"source": "Kilde"})
    else:
        sent(client, cast, HEAD + "Beredskab\tØvelser\t3\ttimer\t\t\n")
    text.refresh_from_db()
    assert "{tal: Beredskab, Øvelser (øvelser)}" in text.body
    twin = Figure.objects.get(unit="timer")
    client.post(reverse("delete-fact", args=[cast.district.slug, "tal", twin.pk]))
    text.refresh_from_db()
    assert "{tal: Beredskab, Øvelser}" in text.body


def test_the_same_row_twice_is_taken_as_it_stands_last(cast, as_user):
    rows = "Beredskab\tØvelser\t8\tøvelser\t\t\nBeredskab\tØvelser\t9\tøvelser\t\t\n"
    assert sent(as_user(cast.sekretariat), cast, HEAD + rows)[1].status_code == 302
    assert Figure.objects.get().value == 9


@pytest.mark.parametrize(("written", "read"), [
    ("1.234", 1234), ("1.234.567,5", Decimal("1234567.5")), ("-1.000", -1000), ("7,25", Decimal("7.25")),
])  # fmt: skip
def test_numbers_are_written_as_danes_write_them(written, read, cast, as_user):
    sent(as_user(cast.sekretariat), cast, HEAD + f"A\tB\t{written}\t\t\t\n")
    assert Figure.objects.get().value == read


# --- what the list tells


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
