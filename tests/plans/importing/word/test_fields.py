"""Fields: their result is text, their code is not; and the list of contents, in the forms that it has."""

import pytest

from plans.importing.blocks import Kind, LeftOut, Paragraph, Run
from tests.plans.importing.word.building import left_out, p, r, read, styled, texts


def sign(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def field(words: str, result: str) -> str:
    return sign("begin") + code(words) + sign("separate") + result + sign("end")


TAB = "<w:r><w:tab/></w:r>"


def entry(title: str, page: int) -> str:
    return r(title) + TAB + field(" PAGEREF _1 ", r(str(page)))


def test_the_result_of_a_field_is_text_and_its_code_is_not():
    assert texts(read(p(r("Fra ") + field(" DATE ", r("1. maj")) + r(" til")))) == ["Fra 1. maj til"]


def test_a_simple_field_is_text():
    body = p(r("Fra ") + f'<w:fldSimple w:instr=" DATE ">{r("1. maj")}</w:fldSimple>' + r(" til"))
    assert texts(read(body)) == ["Fra 1. maj til"]


def test_what_a_field_compares_is_no_text_but_it_is_told():
    compares = code(" IF ") + field(" DOCPROPERTY x ", r("5")) + code(" = 5 ")
    body = p(r("af") + sign("begin") + compares + sign("separate") + r("ja") + sign("end"))
    found = read(body)
    assert texts(found) == ["afja"]
    assert left_out(found) == [("FIELD_CODE", "5")]


@pytest.mark.parametrize(
    "stray",
    [
        sign("begin") + code(" TOC ") + sign("separate"),
        sign("begin"),
        sign("end") + sign("separate"),
        "<w:r><w:fldChar/></w:r>",
    ],
)
def test_a_field_without_beginning_or_end_takes_nothing_away(stray):
    assert texts(read(p(stray + r("Møder")) + p("Mål"))) == ["Møder", "Mål"]


@pytest.mark.parametrize(
    ("target", "link"),
    [
        ("https://politi.dk/a", "https://politi.dk/a"),
        ("MAILTO:a@b.dk", "MAILTO:a@b.dk"),
        ("javascript:alert(1)", ""),
        ("file:///c:/a", ""),
    ],
)
def test_links_lead_to_the_web_and_to_mailboxes_alone(target, link):
    by_field = p(field(f' HYPERLINK "{target}" ', r("her")))
    assert read(by_field).blocks == (Paragraph("afsnit 1", (Run("her", link=link),)),)


def test_contents_by_field_over_several_paragraphs_are_left_out_entry_by_entry():
    body = (
        p("Forord")
        + p(sign("begin") + code(r" TOC \o ") + sign("separate") + entry("Møder", 3))
        + p(entry("Mål", 14))
        + p(sign("end") + r("Så begynder det"))
    )
    assert read(body).blocks == (
        Paragraph("afsnit 1", (Run("Forord"),)),
        LeftOut("afsnit 2", Kind.CONTENTS, "Møder\t3"),
        LeftOut("afsnit 3", Kind.CONTENTS, "Mål\t14"),
        Paragraph("afsnit 4", (Run("Så begynder det"),)),
    )


@pytest.mark.parametrize("name", ["toc 1", "TOC 2", "Indholdsfortegnelse 3", "contents 1"])
def test_contents_by_style(name):
    style = f'<w:style w:type="paragraph" w:styleId="I"><w:name w:val="{name}"/></w:style>'
    body = p(entry("Møder", 3), '<w:pStyle w:val="I"/>') + styled("Mål", "Normal")
    found = read(body, styles=style)
    assert (left_out(found), texts(found)) == ([("CONTENTS", "Møder\t3")], ["Mål"])


def test_contents_by_content_control_with_their_heading():
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = f"<w:sdt>{gallery}<w:sdtContent>{styled('Indhold', 'Overskrift1')}{p(entry('Møder', 3))}"
    found = read(body + f"</w:sdtContent></w:sdt>{p('Mål')}")
    assert left_out(found) == [("CONTENTS", "Indhold"), ("CONTENTS", "Møder\t3")]
    assert texts(found) == ["Mål"]


def test_contents_as_a_simple_field():
    body = p(f'<w:fldSimple w:instr="TOC \\o">{r("Opdater feltet")}</w:fldSimple>') + p("Mål")
    found = read(body)
    assert (left_out(found), texts(found)) == ([("CONTENTS", "Opdater feltet")], ["Mål"])


def test_a_word_that_only_begins_like_the_code_is_no_contents():
    assert texts(read(p(field(" TOCHT ", r("Møder"))))) == ["Møder"]
