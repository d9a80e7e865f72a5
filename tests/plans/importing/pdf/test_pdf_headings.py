"""Headings by tags, by size, by weight."""

import pytest
from pikepdf import Array

from plans.importing.blocks import Heading
from tests.plans.importing.pdf.files import MEETING, drawn, line, pdf_file, read_whole, shown
from tests.plans.importing.pdf.trees import element, with_tree


def headings(content: bytes) -> list[tuple[int, str, bool]]:
    found = [block for block in read_whole(content).blocks if isinstance(block, Heading)]
    return [(one.level, " ".join(one.lines), one.sure) for one in found]


def test_tags_tell_their_levels():
    html = f"<h1>Plan</h1><h2>1. Møder</h2><p>{MEETING}</p><h3>1.1 Referat</h3><p>{MEETING}</p><h6>Dybt</h6>"
    assert headings(pdf_file(html, tagged=True)) == [
        (1, "Plan", True),
        (2, "1. Møder", True),
        (3, "1.1 Referat", True),
        (6, "Dybt", True),
    ]


def test_sizes_tell_levels_and_bold_lines_only_look_like_headings():
    html = (
        f"<h1>Plan 2026</h1><h2>1. Møder</h2><p>{MEETING}</p><h3>Referat</h3><p>{MEETING}</p>"
        f"<h2>2. Emner</h2><p>{MEETING}</p>"
    )
    assert headings(pdf_file(html, tagged=False)) == [
        (0, "Plan 2026", True),
        (1, "1. Møder", True),
        (2, "Referat", False),
        (1, "2. Emner", True),
    ]


def test_what_stands_with_the_title_has_its_level():
    html = f"<h1>Plan 2026</h1><h3 style='font-size: 13pt'>Nordjylland</h3><h2>1. Møder</h2><p>{MEETING}</p>"
    html += f"<h2>2. Emner</h2><p>{MEETING}</p>"
    assert headings(pdf_file(html, tagged=False)) == [
        (0, "Plan 2026", True),
        (0, "Nordjylland", True),
        (1, "1. Møder", True),
        (1, "2. Emner", True),
    ]


@pytest.mark.parametrize("tagged", [True, False])
def test_a_heading_over_two_lines_is_one(tagged):
    long = "1. Et langt navn på et kapitel, der ikke kan stå på en enkelt linje på siden"
    [(_, words, sure)] = headings(pdf_file(f"<h2>{long}</h2><p>{MEETING}</p>", tagged=tagged))
    assert words == long
    assert sure


def test_bold_text_that_is_no_heading():
    html = (
        f"<p><b>Husk altid dagsordenen.</b></p><p>{MEETING}</p><p><b>Asta Lund</b></p><p><b>Bo Dam</b></p>"
        f"<p>{MEETING}</p><p>Vi er <b>meget</b> glade.</p>"
    )
    assert headings(pdf_file(html, tagged=False)) == [(1, "Bo Dam", False)]


def test_a_number_that_stands_apart_is_the_headings_own():
    orders = (
        line("1", 72, 700, 16, "F2")
        + line("RAMMER", 110, 700, 16, "F2")
        + line("Politiet moedes med kommunerne om dette.", 72, 680)
        + line("2", 72, 640, 16, "F2")
        + line("EMNER", 110, 640, 16, "F2")
        + line("Og de taler om stier og havne og skoler.", 72, 620)
    )
    assert headings(drawn(orders)) == [(1, "1 RAMMER", True), (1, "2 EMNER", True)]


def test_tags_without_a_heading_yield_to_what_is_seen():
    html = "".join(f"<div style='font-size: 18pt'>{n}. Emne</div><p>{MEETING}</p>" for n in (1, 2, 3))
    assert headings(pdf_file(html, tagged=True)) == [(1, f"{n}. Emne", True) for n in (1, 2, 3)]


def test_tags_that_make_the_whole_document_one_paragraph_yield_to_what_is_seen():
    words = ("Vi moedes.", "Vi taler.", "Vi skriver.", "Vi gaar.")
    page = "".join(line(text, 72, 700 - 40 * at, marked=at) for at, text in enumerate(words))
    content = with_tree(lambda pdf, page: Array([element("P", 0, 1, 2, 3, Pg=page)]), page)
    assert shown(read_whole(content)) == [*words]
