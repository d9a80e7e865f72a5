"""What editors may write, in print: lists are numbered as on the web, tables keep their heads and fit."""

import io
from datetime import date
from decimal import Decimal

import pikepdf
import pytest

from councils.models import Figure, LawQuote
from plans.document.field_blocks import figure_values, law_value
from plans.publication.pdf.checking import findings
from plans.publication.pdf.rendering import render_pdf
from samarbejde.text.rich_text import clean
from tests.plans.publication.pdf import samples
from tests.plans.publication.pdf.conftest import PUBLISHED
from tests.written import LISTS, NUMBERED, wide_table

UPRIGHT, ACROSS = (595, 842), (842, 595)


def printed(body: str, filled: str = "") -> bytes:
    section = samples.section("1", "Afsnit", 0, kind="chapter", body=clean(body) + filled)
    after = samples.section("2", "Bagefter", 0, kind="chapter", body="<p>Slut.</p>")
    return render_pdf(samples.snapshot([section, after]), edition=1, published_on=PUBLISHED)


def sizes(data: bytes) -> list[tuple[int, int]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [(round(float(page.mediabox[2])), round(float(page.mediabox[3]))) for page in pdf.pages]


def test_lists_have_the_numbers_that_they_have_on_the_web(pages):
    text = pages(printed(LISTS), body=True)[-1]
    assert NUMBERED in text


def test_a_head_is_said_again_on_each_page(pages):
    data = printed(wide_table(3, rows=80))
    of_table = [page for page in pages(data, body=True)[2:] if "Række" in page]
    assert len(of_table) > 2
    assert all("Emne 1 Emne 2 Emne 3" in page for page in of_table)
    assert findings(data) == []


@pytest.mark.parametrize(
    ("columns", "kinds"), [(8, [UPRIGHT]), (11, [UPRIGHT, ACROSS, UPRIGHT]), (30, [UPRIGHT, ACROSS, UPRIGHT])]
)
def test_a_wide_table_fits_its_page(columns, kinds, pages):
    data = printed(f"<p>Før.</p>{wide_table(columns)}<p>Efter.</p>")
    assert sizes(data)[2:] == kinds
    assert findings(data) == []
    words = " ".join(pages(data)).split()
    assert {f"{columns}00", "Efter."} <= set(words), "the last column is on the page"


def test_what_the_register_fills_in_is_printed_by_the_rules(pages):
    years = [
        Figure(
            table="Beredskab", row="Øvelser", unit="øvelser", source="Politikredsen", year=year, value=value
        )
        for year, value in ((2025, 4), (2026, 7))
    ]
    years[1].target, years[1].as_of = Decimal(8), date(2026, 11, 1)
    law = LawQuote(law="retsplejeloven", paragraph="§ 113", wording="Ordlyden.", link="https://a.dk/")
    [(_, figure)] = figure_values(years, 2026)
    data = printed("<p>Før.</p>", law_value(law).alone + figure.alone)
    text = " ".join(pages(data)).split()
    assert {"Ordlyden.", "Politikredsen,", "Mål"} <= set(text)
    assert text.count("7") == 2, "in the chart and in the table"
    assert findings(data) == []
