"""What stands under what, measured in a real browser with the portal's own style."""

from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find
from playwright.sync_api import Locator, Page

OURS = ("frame", "type", "lists", "tables", "document", "forms", "drafting")
STYLES = ["dkfds/css/dkfds.min.css", *(f"css/{name}.css" for name in OURS)]

SHORT, LONG = "Skal", "Lokalrådene i Herning, Holstebro, Silkeborg og Viborg"
DUTIES = """
<table class="table table--compact duties">
  <thead><tr><th>Opgave</th><th>Hvem</th><th>Bindende</th><th>Afsnit</th><th>Ret</th></tr></thead>
  <tbody><tr><th>{0}</th><td>{1}</td><td>Skal</td><td>{1}</td>
    <td class="nowrap"><a href="/">Ret</a>, <a href="/">slet</a></td></tr></tbody>
</table>
"""
BREADCRUMB = """
<nav class="breadcrumbs"><ol class="breadcrumbs__list">
  <li class="breadcrumbs__list-item"><a href="/">Arbejdsbord</a></li>
  <li class="breadcrumbs__list-item"><a href="/">Planer</a></li>
  <li class="breadcrumbs__list-item"><a href="/">Samarbejdsplan 2027, Midt- og Vestjylland</a></li>
  <li class="breadcrumbs__list-item"><a href="/">Forslag</a></li>
  <li class="breadcrumbs__list-item">Tryg transport til natteliv og arrangementer</li>
</ol></nav>
"""
STEP = """
<section class="side-box" style="width: 440px">
  <textarea class="form-input"></textarea>
  <div class="stacked-actions"><button class="button button-primary">Afvis forslaget</button></div>
</section>
"""


def shown(page: Page, body: str, *, width: int = 1280) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.set_content(f"<!doctype html><html lang='da'><body class='container'>{body}</body></html>")
    for style in STYLES:
        page.add_style_tag(content=Path(str(find(style))).read_text())


def box(found: Locator) -> dict[str, float]:
    measured = found.bounding_box()
    assert measured is not None
    return dict(measured)


@pytest.mark.parametrize("width", [992, 1280])
def test_the_columns_of_duties_stand_under_each_other_in_every_quarter(page, width):
    shown(page, DUTIES.format(SHORT, LONG) + DUTIES.format(LONG * 3, SHORT), width=width)
    edges = [
        [round(box(cell)["x"]) for cell in table.locator("thead th").all()]
        for table in page.locator("table").all()
    ]
    assert edges[0] == edges[1]
    assert page.evaluate(
        "[...document.querySelectorAll('th, td')].every(e => e.scrollWidth <= e.clientWidth)"
    )


@pytest.mark.parametrize("width", [360, 768])
def test_a_duty_is_a_card_of_two_lines_where_columns_would_be_narrow(page, width):
    shown(page, DUTIES.format("Mød hinanden to gange om året", "Politiet"), width=width)
    row, lines = page.locator("tbody tr"), {round(box(cell)["y"]) for cell in page.locator("tbody td").all()}
    assert len(lines) == 1
    assert box(row)["height"] < 80
    assert page.locator("thead").is_hidden()


def test_a_breadcrumb_stays_on_its_line_while_there_is_room(page):
    shown(page, BREADCRUMB)
    assert len({box(step)["y"] for step in page.locator("li").all()}) == 1


def test_a_step_is_as_wide_as_the_field_above_it(page):
    shown(page, STEP)
    assert box(page.locator("button"))["width"] == box(page.locator("textarea"))["width"]
