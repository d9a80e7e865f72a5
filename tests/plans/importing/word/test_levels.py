"""Which paragraphs are headings, and of which level."""

import pytest

from plans.importing.blocks import Heading, Paragraph, Run
from tests.plans.importing.word.building import p, read, styled


def style(name: str, inner: str = "", identity: str = "X") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>{inner}</w:style>'


def outline(level: int | str) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


BASED_ON_HEADING = '<w:basedOn w:val="Y"/>'
HEADING_3 = style("heading 3", identity="Y")


@pytest.mark.parametrize(
    ("styles", "level"),
    [
        (style("heading 1"), 1),
        (style("Overskrift 2"), 2),
        (style("Heading 9"), 9),
        (style("heading 2,Kapitel"), 2),
        (style("Title"), 0),
        (style("Undertitel"), 0),
        (style("Kapitel", f"<w:pPr>{outline(3)}</w:pPr>"), 4),
        (style("heading 1", f"<w:pPr>{outline(1)}</w:pPr>"), 2),
        (style("Kapitel", BASED_ON_HEADING) + HEADING_3, 3),
        (style("TOC Heading", f"{BASED_ON_HEADING}<w:pPr>{outline(9)}</w:pPr>") + HEADING_3, None),
        (style("Kapitel", f"<w:pPr>{outline('999999')}</w:pPr>"), None),
        (style("heading 10"), None),
        (style("Normal"), None),
        (style("ring", '<w:basedOn w:val="X"/>'), None),
    ],
)
def test_the_level_is_the_styles(styles, level):
    [block] = read(styled("Møder", "X"), styles=styles).blocks
    run = (Run("Møder"),)
    assert block == (Paragraph("afsnit 1", run) if level is None else Heading("afsnit 1", run, level))


@pytest.mark.parametrize(("level", "found"), [(0, 1), (8, 9), (9, None), ("", None), ("-1", 1)])
def test_a_paragraphs_own_level_goes_before_its_styles(level, found):
    body = p("Møder", f'<w:pStyle w:val="X"/>{outline(level)}')
    [block] = read(body, styles=style("heading 3")).blocks
    assert getattr(block, "level", None) == found


@pytest.mark.parametrize(
    ("identity", "level"), [("Overskrift2", 2), ("Heading1", 1), ("Titel", 0), ("Normal", None)]
)
def test_where_styles_are_lost_their_identity_says_the_level(identity, level):
    [block] = read(styled("Møder", identity), styles="").blocks
    assert getattr(block, "level", None) == level


def test_a_paragraph_without_a_style_has_the_usual_one():
    usual = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="heading 4"/></w:style>'
    [block] = read(p("Møder"), styles=usual).blocks
    assert block == Heading("afsnit 1", (Run("Møder"),), 4)


def test_an_empty_heading_is_none_but_keeps_its_place():
    body = styled("", "Overskrift1") + styled(" ", "Overskrift1") + styled("Møder", "Overskrift1")
    assert read(body).blocks == (Heading("afsnit 3", (Run("Møder"),), 1),)
