"""Footnotes stand where the text calls for them."""

from itertools import pairwise

import pytest
from pikepdf import Array

from plans.importing.blocks import Footnote, Paragraph, Run
from tests.plans.importing.pdf.files import MEETING, drawn, line, pdf_file, read_whole, shown
from tests.plans.importing.pdf.trees import element, marked_page, with_tree

BOTH = pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "untagged"])
STYLE = (
    ".note { float: footnote; font-size: 8pt } "
    "::footnote-call { vertical-align: super; font-size: 7pt; line-height: 1 }"
)


@BOTH
def test_notes_at_the_foot_stand_at_their_calls(tagged):
    html = (
        "<p>Planen bygger på loven<span class=note>Retsplejelovens § 113.</span> og på tal<span class=note>"
        f"Danmarks Statistik, {'og mere om det, ' * 12}side 4.</span> fra året.</p>{f'<p>{MEETING}</p>' * 5}"
    )
    first, *others = read_whole(pdf_file(html, STYLE, tagged=tagged)).blocks
    assert isinstance(first, Paragraph)
    assert first.text == "Planen bygger på loven og på tal fra året."
    said = [(before.text, note_text(run)) for before, run in pairwise(first.runs) if run.note]
    assert said == [
        ("Planen bygger på loven", "Retsplejelovens § 113."),
        (" og på tal", f"Danmarks Statistik, {'og mere om det, ' * 12}side 4."),
    ]
    assert [" ".join(one.text.split()) for one in others] == [MEETING] * 5


def note_text(run: Run) -> str:
    assert isinstance(run.note, Footnote)
    assert run.text == ""
    return " ".join(" ".join(block.lines) for block in run.note.blocks)


def test_small_text_that_nothing_calls_for_is_a_paragraph():
    text, note = "Planen bygger paa loven, og den gaelder for hele aaret.", "1 Kilde: loven."
    orders = line(text, 72, 700) + line(note, 72, 90, 7)
    assert shown(read_whole(drawn(orders))) == [text, note]


def test_a_raised_number_without_a_note_stays():
    html = f"<p>Kredsen er 5 000 km<sup>2</sup> stor.</p><p>{MEETING}</p>"
    assert shown(read_whole(pdf_file(html, tagged=False)))[0] == "Kredsen er 5 000 km2 stor."


def test_a_small_label_without_a_text_is_not_lost():
    def tree(pdf, page):
        item = element("LI", element("Lbl", 1, Pg=page), element("LBody", Pg=page))
        return Array([element("H1", 0, Pg=page), element("L", item), element("P", 2, Pg=page)])

    call = "BT /F1 7 Tf 1 0 0 1 98 704 Tm (1) Tj ET"
    page = marked_page(("Plan", "3.", "Vi moedes fire gange om aaret."))
    page = page.replace("/F1 11 Tf 1 0 0 1 72 680", "/F1 7 Tf 1 0 0 1 72 680")
    page = page.replace("(Plan) Tj ET", f"(Plan) Tj ET {call}")
    assert ("-", "3.", "") in shown(read_whole(with_tree(tree, page)))
