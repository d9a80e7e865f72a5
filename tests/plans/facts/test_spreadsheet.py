"""Figures out of a spreadsheet: read, shown, and then taken."""

import io
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html
from openpyxl import Workbook

from councils.models import Figure
from tests.making import a_plan, section
from tests.plans.facts.stages import fetch, figure

pytestmark = pytest.mark.django_db
HEAD = "Tabel\tRække\tVærdi\tEnhed\tPlanår\tKilde\n"


def sent(client, cast, pasted, **more):
    """The rows shown, and then taken."""
    told = {"pasted": pasted, "year": "2027", "source": "Politikredsen"} | more
    shown = client.post(fetch(cast), told)
    return shown, client.post(fetch(cast), told | taking(shown))


def taking(shown):
    """The button that takes what was shown."""
    return {"take": "1", "seen": shown.context["seen"], "shown": shown.context["shown"]}


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


def test_a_sum_that_the_rows_make_wrong_is_told_before_they_are_taken(cast, as_user):
    figure(cast, year=2027, value=7)
    client, part = as_user(cast.sekretariat), "Beredskab\tKurser\t1\tøvelser\t2027\t\n"
    total = "Beredskab\tI alt\t{}\tøvelser\t2027\t\n"
    for told, wrong in ((total.format(9), True), (total.format(8), False)):
        shown, _ = sent(client, cast, HEAD + part + told)
        assert ("»I alt« er 9, men rækkerne giver 8." in shown.text) == wrong
    assert "rækkerne giver" not in sent(client, cast, HEAD + part)[0].text


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
