"""Items of lists: their marks, and which stand inside which."""

import pytest

from plans.importing.blocks import Item, Paragraph, Run
from tests.plans.importing.word.building import cell, p, read, row, table, texts
from tests.plans.importing.word.test_numbers import abstract, item, level, num

BULLETS = abstract(0, level(0, "\uf0b7", "bullet"), level(1, "o", "bullet"), level(2, "\uf0a7", "bullet"))


def items(body: str, numbering: str, styles: str = "") -> list[tuple[int, str]]:
    blocks = read(body, numbering=numbering, styles=styles).blocks
    return [(one.nesting, one.label) for one in blocks if isinstance(one, Item)]


def test_bullets_from_a_font_are_the_signs_that_people_see():
    assert items(item(0) + item(1) + item(2), BULLETS + num(1)) == [(0, "•"), (1, "o"), (2, "▪")]


@pytest.mark.parametrize(
    ("numbering", "name", "number"),
    [
        ("bullet", "", 0),
        ("decimal", "decimal", 1),
        ("lowerLetter", "lower-alpha", 1),
        ("upperLetter", "upper-alpha", 1),
        ("lowerRoman", "lower-roman", 1),
        ("upperRoman", "upper-roman", 1),
        ("decimalZero", "decimal", 1),
    ],
)
def test_an_item_says_how_its_list_is_numbered(numbering, name, number):
    levels = abstract(0, level(0, "%1" if name else "–", numbering))
    [found] = read(item(), numbering=levels + num(1)).blocks
    label = {"": "–", "decimal": "1", "lower-alpha": "a", "upper-alpha": "A"}.get(name, "i")
    label = {"upper-roman": "I"}.get(name, label) if numbering != "decimalZero" else "01"
    assert found == Item(
        "afsnit 1", (Run("x"),), nesting=0, numbering=name, number=number, label=label, is_typed=False
    )


def test_what_goes_on_below_an_item_without_a_mark_is_text():
    blank = abstract(0, level(0, " ", "bullet"), level(1, "", "none")) + num(1)
    found = read(item(0) + item(1), numbering=blank)
    assert found.blocks == (Paragraph("afsnit 1", (Run("x"),)), Paragraph("afsnit 2", (Run("x"),)))


def test_a_picture_as_bullet_is_a_bullet():
    pictured = abstract(0, level(0, "", "bullet", '<w:lvlPicBulletId w:val="0"/>')) + num(1)
    assert items(item(), pictured) == [(0, "•")]


@pytest.mark.parametrize("name", ["List Bullet 2", "Opstilling - punkttegn 2"])
def test_a_style_says_its_nesting_in_its_name(name):
    style = f'<w:style w:type="paragraph" w:styleId="L2"><w:name w:val="{name}"/></w:style>'
    nested = item().replace("<w:numPr>", '<w:pStyle w:val="L2"/><w:numPr>')
    assert items(item() + nested + item(), BULLETS + num(1), style) == [(0, "•"), (1, "•"), (0, "•")]


def indented(left: int, at: int = 0) -> str:
    return item(at).replace("<w:numPr>", f'<w:ind w:left="{left}"/><w:numPr>')


@pytest.mark.parametrize(
    ("lefts", "nestings"),
    [
        ((360, 720, 1080, 360), [0, 1, 2, 0]),
        ((360, 400, 360), [0, 0, 0]),
        ((720, 360, 720), [0, 0, 1]),
        ((360, 1080, 720, 360), [0, 1, 1, 0]),
        ((10**20, 360), [0, 0]),
    ],
)
def test_items_of_one_level_are_nested_when_they_clearly_stand_further_in(lefts, nestings):
    body = "".join(map(indented, lefts))
    assert [nesting for nesting, _ in items(body, BULLETS + num(1))] == nestings


@pytest.mark.parametrize("between", [p("Så til noget andet"), table(row(cell("tal")))])
def test_indents_of_one_list_say_nothing_of_the_next(between):
    assert items(indented(360) + between + indented(1080), BULLETS + num(1)) == [(0, "•"), (0, "•")]


def test_the_levels_own_indent_counts_where_a_paragraph_has_none():
    levels = BULLETS.replace(
        '<w:lvlText w:val="\uf0b7"/>', '<w:lvlText w:val="\uf0b7"/><w:pPr><w:ind w:left="720"/></w:pPr>'
    )
    assert items(item() + indented(1440) + item(), levels + num(1)) == [(0, "•"), (1, "•"), (0, "•")]


def test_a_styles_indent_goes_before_its_lists_and_after_the_paragraphs():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="P{left}"><w:name w:val="Punkt"/><w:pPr><w:numPr>'
        f'<w:numId w:val="1"/></w:numPr><w:ind w:left="{left}"/></w:pPr></w:style>'
        for left in (360, 720)
    )
    of_style = [f'<w:pStyle w:val="P{left}"/>' for left in (360, 720)]
    own = '<w:ind w:left="360"/>'
    body = p("a", of_style[0]) + p("b", of_style[1]) + p("c", of_style[1] + own)
    assert [nesting for nesting, _ in items(body, BULLETS + num(1), styles)] == [0, 1, 0]


def test_a_typed_number_stays_in_the_text():
    assert texts(read(p("1. Lys på stierne"))) == ["1. Lys på stierne"]
