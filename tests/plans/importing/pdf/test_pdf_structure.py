"""Structure trees of all kinds, and trees that mean harm."""

import io
from collections import Counter

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from plans.importing.pdf import structure
from tests.plans.importing.pdf.files import aside, letters_in, read_whole, shown
from tests.plans.importing.pdf.trees import WORDS, element, marked_page, with_tree


def test_headings_lists_and_paragraphs():
    def tree(pdf, page):
        items = [element("LI", element("LBody", at, Pg=page), Pg=page) for at in (2, 3)]
        kids = [element("Title", 0), element("P", 1), element("L", *items), element("H2", 4)]
        return Array([element("Document", *kids, Pg=page)])

    assert shown(read_whole(with_tree(tree))) == [
        ("h0", "Plan"),
        "Vi moedes fire gange om aaret.",
        ("-", "", "Lys"),
        ("-", "", "Hegn"),
        ("h2", "Slut"),
    ]


def test_own_kinds_are_looked_up_as_often_as_they_lead_on():
    def tree(pdf, page):
        pdf.Root.StructTreeRoot.RoleMap = Dictionary(
            Overskrift=Name("/Titel"), Titel=Name("/H3"), Rund=Name("/Trind"), Trind=Name("/Rund")
        )
        return Array([element("Overskrift", 0, Pg=page), element("Rund", 1, 2, 3, 4, Pg=page)])

    assert shown(read_whole(with_tree(tree)))[0] == ("h3", "Plan")


def test_the_page_of_a_mark_stands_on_it_or_above_it():
    def tree(pdf, page):
        other = pdf.pages[1].obj
        across = element("P", 1, Dictionary(Type=Name("/MCR"), Pg=other, MCID=0), Pg=page)
        return Array([element("H1", 0, Pg=page), across, element("P", 1, Pg=other)])

    pages = marked_page(("Plan", "Vi moedes,")), marked_page(("og vi taler.", "Slut"))
    assert shown(read_whole(with_tree(tree, *pages))) == [("h1", "Plan"), "Vi moedes, og vi taler.", "Slut"]


def test_a_label_above_a_heading_is_its_number():
    def tree(pdf, page):
        item = element("LI", element("Lbl", 0, Pg=page), element("LBody", element("H1", 1, Pg=page)))
        return Array([element("L", item), element("P", 2, Pg=page)])

    words = marked_page(("1.", "RAMMER", "Vi moedes fire gange."))
    assert shown(read_whole(with_tree(tree, words))) == [("h1", "1. RAMMER"), "Vi moedes fire gange."]


def test_spans_of_cells():
    def tree(pdf, page):
        wide = element("TH", 0, Pg=page, A=Array([Dictionary(O=Name("/Table"), ColSpan=2), 0]))
        tall = element("TD", 1, Pg=page, A=Dictionary(O=Name("/Table"), RowSpan=10**9, ColSpan=-4))
        rows = [element("TR", wide), element("TR", tall, element("TD", 2, Pg=page))]
        caption = element("Caption", 3, Pg=page)
        return Array([element("Table", caption, *rows), element("H1", 4, Pg=page)])

    caption, table, _ = read_whole(with_tree(tree)).blocks
    assert caption.text == "Hegn"
    assert [(cell.columns, cell.rows, cell.is_head) for row in table.rows for cell in row] == [
        (2, 1, True),
        (1, structure.WIDEST, False),
        (1, 1, False),
    ]


def test_contents_by_tags():
    def tree(pdf, page):
        entries = [element("TOCI", at, Pg=page) for at in (0, 2)]
        return Array([element("TOC", *entries), element("P", 1, 3, Pg=page), element("H1", 4, Pg=page)])

    read = read_whole(with_tree(tree))
    assert aside(read) == [("CONTENTS", "Plan"), ("CONTENTS", "Lys")]


def test_a_note_by_tags_stands_at_its_call():
    def tree(pdf, page):
        note = element("Note", element("Lbl", 2, Pg=page), element("P", 3, Pg=page))
        return Array([element("H1", 0, Pg=page), element("P", 1, note, Pg=page), element("P", 4, Pg=page)])

    words = marked_page(("Plan", "Efter loven", "*", "Retsplejeloven", "Slut"))
    call = "BT /F1 7 Tf 1 0 0 1 132 684 Tm (*) Tj ET"
    page = words.replace("(Efter loven) Tj ET", f"(Efter loven) Tj ET {call}")
    [_, paragraph, _] = read_whole(with_tree(tree, page)).blocks
    [note] = [run.note for run in paragraph.runs if run.note]
    assert (paragraph.text, note.blocks[0].text) == ("Efter loven", "Retsplejeloven")


def test_a_tree_that_holds_too_few_letters_is_not_trusted():
    read = read_whole(with_tree(lambda pdf, page: Array([element("H1", 0, Pg=page)])))
    assert ("h1", "Plan") not in shown(read)
    assert aside(read) == []


def circle(pdf, page):
    first, second = (pdf.make_indirect(element("Div", at, Pg=page)) for at in (0, 1))
    first.K = Array([second, 0, first])
    second.K = Array([first, 1, 2, 3, 4, second])
    return Array([first, second, first])


def deep(pdf, page):
    bottom = pdf.make_indirect(element("P", 0, 1, 2, 3, 4, Pg=page))
    for _ in range(3000):
        bottom = pdf.make_indirect(element("Div", bottom))
    return bottom


def wide(pdf, page):
    return Array([element("P", 0, 1, 2, 3, 4, Pg=page), Array([0] * 50), *([element("P", Pg=page)] * 3000)])


def bogus(pdf, page):
    odd = [True, 3.5, -1, 10**9, String("x"), Name("/X"), Array([Array([])]), Dictionary(), pdf.Root, page]
    broken = Dictionary(S=Array([]), K=Dictionary(MCID=Name("/X")), Pg=String("?"), A=Array([1, Name("/A")]))
    return Array([*odd, broken, element("P", *odd, 0, 1, 2, 3, 4, Pg=page, Alt=Dictionary(), A=String("x"))])


def a_name(pdf, page):
    return Name("/P")


def everything_twice(pdf, page):
    return Array([element("H1", 0, 0, Pg=page), element("P", 0, 1, 1, 2, 3, 4, Pg=page)])


HARMFUL = [circle, deep, wide, bogus, a_name, everything_twice]


@pytest.mark.parametrize("make", HARMFUL, ids=lambda one: one.__name__)
def test_a_tree_that_means_harm_costs_no_letter(make):
    read = read_whole(with_tree(make))
    assert letters_in(read) == Counter("".join(WORDS).replace(" ", ""))


def test_a_tree_of_too_many_is_cut(monkeypatch):
    monkeypatch.setattr(structure, "MOST_NODES", 10)
    content = with_tree(lambda pdf, page: Array([element("P", 0, 1, 2, 3, 4, Pg=page)] * 50))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert len(structure.tree_of(pdf).nodes) <= 10


def test_a_tree_that_runs_in_circles_is_read_once():
    with pikepdf.open(io.BytesIO(with_tree(circle))) as pdf:
        [first] = structure.tree_of(pdf).nodes
    [second] = first.nodes
    assert (second.nodes, list(first.marks())) == ([], [(1, 1), (1, 2), (1, 3), (1, 4), (1, 0)])
