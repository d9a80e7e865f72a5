"""Plan text as it is shown: which rows head a table, and what becomes of a wide one."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from lxml import html as lxml_html

from samarbejde.text.rich_text import clean
from samarbejde.text.rich_text_showing import shown


def row(*cells: str, tag: str = "td", **attributes: str) -> str:
    spans = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<tr>{''.join(f'<{tag}{spans}>{cell}</{tag}>' for cell in cells)}</tr>"


def table(*rows: str) -> str:
    return clean(f"<table>{''.join(rows)}</table>")


@pytest.mark.parametrize("text", ["", '<p>a &lt; b&nbsp;c</p><ol start="3"><li>d</li></ol>'])
def test_what_holds_no_table_is_shown_as_it_is(text):
    assert shown(text) == text


def test_notes_are_counted_and_stand_below():
    text = clean(
        "<p>Et<span data-footnote>Se https://a.dk/</span> to<span data-footnote>a &lt; b</span></p><p>tre</p>"
    )
    mark = '<sup class="note-mark"><span class="sr-only">Note </span>{}</sup>'
    assert shown(text) == (
        f"<p>Et{mark.format(1)} to{mark.format(2)}</p><p>tre</p>"
        '<ol class="notes" aria-label="Noter"><li>Se <a href="https://a.dk/">https://a.dk/</a></li>'
        "<li>a &lt; b</li></ol>"
    )


def test_what_stands_beside_a_table_is_left_alone():
    before, after = "<p>a &lt; b</p>", "<p>c<br>d</p>"
    assert shown(f"{before}{table(row('x'))}{after}") == f"{before}{table(row('x'))}{after}"
    assert shown(f"løst &lt;{table(row('x'))} bagefter") == f"løst &lt;{table(row('x'))} bagefter"


@pytest.mark.parametrize(
    ("rows", "head", "body"),
    [
        ([row("a", "b", tag="th"), row("1", "2")], 1, 1),
        ([row("a", tag="th"), row("b", tag="th"), row("1")], 2, 1),
        ([row("1", "2"), row("a", "b", tag="th")], 0, 2),
        ([row("a", "b", tag="th")], 0, 1),
        ([row("a", tag="th"), row("b", tag="th")], 0, 2),
        (["<tr><th>a</th><td>b</td></tr>", row("1", "2")], 0, 2),
        (['<tr><th rowspan="2">a</th><th>b</th></tr>', row("c", tag="th"), row("1", "2")], 2, 1),
        (['<tr><th rowspan="2">a</th><th>b</th></tr>', row("1"), row("1", "2")], 0, 3),
    ],
)
def test_rows_of_headings_head_the_table(rows, head, body):
    found = lxml_html.fromstring(shown(table(*rows)))
    assert len(found.findall("thead/tr")) == head
    assert len(found.findall("tbody/tr")) == body


def test_headings_say_what_they_head():
    found = lxml_html.fromstring(
        shown(
            table(
                '<tr><th>År</th><th colspan="2">Antal</th></tr>',
                "<tr><th>2025</th><td>1</td><th>2</th></tr>",
                "<tr><td>2026</td><td>1</td><td>2</td></tr>",
            )
        )
    )
    assert [cell.get("scope") for cell in found.iter("th")] == ["col", "colgroup", "row", None]


def test_a_table_in_a_cell_has_a_head_of_its_own():
    inner = table(row("x", tag="th"), row("y"))
    found = lxml_html.fromstring(shown(table(row("a", tag="th"), row(inner))))
    assert len(found.findall("thead/tr")) == len(found.findall("tbody//thead/tr")) == 1


@pytest.mark.parametrize(
    ("columns", "classes"),
    [
        (3, None),
        (4, "wide-table"),
        (8, "wide-table"),
        (9, "wide-table is-across"),
        (14, "wide-table is-across"),
        (15, "wide-table is-across is-dense"),
    ],
)
def test_a_wide_table_stands_in_a_frame(columns, classes):
    names = [f"n{number}" for number in range(columns)]
    text = f"<p>før</p>{table(row(*names, tag='th'), row(*names))}<p>efter</p>"
    found = lxml_html.fragment_fromstring(shown(text), create_parent="div")
    assert [part.tag for part in found] == ["p", "div" if classes else "table", "p"]
    frame = found[1]
    assert (frame.get("class"), frame.get("role"), frame.get("tabindex")) == (
        (classes, "region", "0") if classes else (None, None, None)
    )


def test_spans_are_columns_too():
    assert "wide-table" in shown(table(row("a", "b", colspan="2"), row("c")))


@pytest.mark.parametrize(
    ("first", "where", "name"),
    [
        (["År", " ", "<strong>A</strong> b", "C", "D"], "", "Tabel 2: År, A b, C"),
        (["År", "A", "B", "C"], "3.1 Natteliv", "Tabel 2 i 3.1 Natteliv: År, A, B"),
        (["", "", "", ""], "Natteliv & <liv>", "Tabel 2 i Natteliv & <liv>"),
    ],
)
def test_a_frame_is_named_after_its_first_row(first, where, name):
    text = table(row("x")) + table(row(*first), row("1"))
    [frame] = lxml_html.fragment_fromstring(shown(text, where), create_parent="div").iterfind("div")
    assert frame.get("aria-label") == name


def test_every_template_that_shows_plan_text_shows_it_so():
    """What else is written unescaped is the portal's own: a field's hint, and marks on an edition's page."""
    unescaped = re.compile(r"\|safe\b")
    folder = Path(settings.BASE_DIR, "templates")
    found = {
        str(path.relative_to(folder)) for path in folder.rglob("*.html") if unescaped.search(path.read_text())
    }
    assert found == {"dkfds/layout/hint.html", "plans/public/edition.html"}
