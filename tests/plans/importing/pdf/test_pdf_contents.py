"""The rows of a table of contents are left out, one by one, and nothing else is."""

import pytest

from tests.plans.importing.pdf.files import MEETING, aside, drawn, line, pdf_file, read_whole, shown

BOTH = pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "untagged"])


@BOTH
def test_rows_with_dots(tagged):
    rows = "<p>1. Møder ..... 2</p><p>1.1 Referat ......... 2</p><p>2. Emner .....3</p>"
    read = read_whole(pdf_file(f"<h2>Indhold</h2>{rows}<p>{MEETING}</p>", tagged=tagged))
    assert shown(read)[1:] == [MEETING]
    assert aside(read) == [
        ("CONTENTS", "1. Møder ..... 2"),
        ("CONTENTS", "1.1 Referat ......... 2"),
        ("CONTENTS", "2. Emner .....3"),
    ]


@BOTH
def test_rows_of_one_paragraph(tagged):
    html = f"<p>Indhold<br>Møder ..... 2<br>Kredsråd ..... 3</p><p>{MEETING}</p>"
    read = read_whole(pdf_file(html, tagged=tagged))
    assert shown(read) == ["Indhold", MEETING]
    assert aside(read) == [("CONTENTS", "Møder ..... 2"), ("CONTENTS", "Kredsråd ..... 3")]


@BOTH
def test_a_row_over_two_lines_is_one(tagged):
    long = "6.8.1 Samarbejde med misbrugsrådgivningen om spirituskørsel i hele kredsen og uden for"
    read = read_whole(pdf_file(f"<p>{long} ..... 2</p><p>{MEETING}</p>", tagged=tagged))
    assert shown(read) == [MEETING]
    assert aside(read) == [("CONTENTS", f"{long} ..... 2")]


def contents(*pages: int) -> str:
    rows = "".join(
        line(f"Kapitel {'abcd'[at]}", 72, 700 - 20 * at) + line(str(page), 500, 700 - 20 * at)
        for at, page in enumerate(pages)
    )
    return rows + line("Her begynder teksten, som er lang nok til at vaere en tekst.", 72, 500)


@pytest.mark.parametrize(("pages", "count"), [((1, 2, 2), 3), ((1, 2), 0), ((2, 1, 2), 0), ((1, 2, 30), 0)])
def test_rows_without_dots_have_pages_that_rise_and_are_there(pages, count):
    read = read_whole(drawn(contents(*pages), line("Side to.", 72, 700)))
    assert aside(read) == [("CONTENTS", f"Kapitel {'abcd'[at]} {pages[at]}") for at in range(count)]
    assert len(shown(read)) == (2 if count else 3)


def test_a_line_to_sign_on_is_no_contents():
    html = f"<p>{MEETING}</p><p>Dato: ____________________</p><p>Vi ser det ...</p>"
    read = read_whole(pdf_file(html, tagged=False))
    assert shown(read) == [MEETING, "Dato: ____________________", "Vi ser det ..."]
