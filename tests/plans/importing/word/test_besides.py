"""What stands beside the text: heads and feet of pages, comments, and what nobody understood."""

from plans.importing.blocks import Kind, LeftOut
from tests.plans.importing.word.building import left_out, p, r, read, relations, root, texts
from tests.plans.importing.word.test_boxes import box, drawn, old_box, twice
from tests.plans.importing.word.test_changes import deleted


def test_heads_and_feet_of_pages_are_told_once_for_each_text():
    parts = {
        "word/header1.xml": root("hdr", p("UDKAST")),
        "word/header2.xml": root("hdr", p(" UDKAST ")),
        "word/header3.xml": root("hdr", p("Fortroligt") + p("Side 1")),
        "word/footer1.xml": root("ftr", p("UDKAST")),
        "word/footer2.xml": root("ftr", p()),
    }
    assert read(p("a"), parts).blocks[1:] == (
        LeftOut("sidefod", Kind.FOOTER, "UDKAST"),
        LeftOut("sidehoved", Kind.HEADER, "UDKAST"),
        LeftOut("sidehoved", Kind.HEADER, "Fortroligt\nSide 1"),
    )


def test_words_in_a_head_end_where_they_do_in_the_text():
    head = p(r("UD") + deleted("xx") + r("KAST", "<w:vanish/>") + twice(drawn(box(p("b"))), old_box(p("b"))))
    assert left_out(read(p("a"), {"word/header1.xml": root("hdr", head)})) == [("HEADER", "UD\nxx\nKAST\nb")]


def comment(identity: int, text: str) -> str:
    return f'<w:comment w:id="{identity}">{p(text)}</w:comment>'


def test_each_comment_stands_at_the_paragraph_that_it_is_of():
    comments = root("comments", comment(1, "Er det rigtigt?") + comment(2, "Spørg Bo") + comment(3, "Løst"))
    body = p("a") + p(
        '<w:commentRangeStart w:id="1"/>' + r("b") + '<w:r><w:commentReference w:id="1"/></w:r>'
    )
    found = read(body + '<w:commentRangeStart w:id="2"/>' + p("c"), {"word/comments.xml": comments})
    assert found.blocks[3:] == (
        LeftOut("afsnit 2", Kind.COMMENT, "Er det rigtigt?"),
        LeftOut("afsnit 3", Kind.COMMENT, "Spørg Bo"),
        LeftOut("kommentar", Kind.COMMENT, "Løst"),
    )


def test_words_in_an_element_that_nobody_knows_are_told():
    found = read(p(r("a ") + f"<w:nyt>{r('b')}</w:nyt>") + f"<w:nyt>{p('c')}</w:nyt>")
    assert (texts(found), left_out(found)) == (["a "[:1]], [("UNKNOWN", "b"), ("UNKNOWN", "c")])


def test_words_in_a_part_that_nobody_calls_for_are_told_with_its_name():
    words = p(r("Byg") + deleted("xx") + r("gesten")) + p(twice(drawn(box(p("b"))), old_box(p("b"))))
    found = read(p("a"), {"word/glossary/document.xml": root("glossaryDocument", words)})
    place = "filens del word/glossary/document.xml"
    assert found.blocks[1:] == (
        LeftOut(place, Kind.UNKNOWN, "Byggesten\nxx"),
        LeftOut(place, Kind.UNKNOWN, "b"),
    )


def test_a_part_that_cannot_be_read_is_told():
    found = read(
        p("a"), {"word/footnotes.xml": "<w:footnotes", "word/theme.xml": "<", "docProps/app.xml": ""}
    )
    assert found.blocks[1:] == (
        LeftOut("filens del word/footnotes.xml, som ikke kan læses", Kind.UNKNOWN, ""),
    )


def test_a_broken_part_of_looks_takes_no_words_away():
    parts = {"word/styles.xml": "<w:styles", "word/numbering.xml": "", "[Content_Types].xml": "<Types"}
    found = read(p("a", '<w:numPr><w:numId w:val="1"/></w:numPr>'), parts)
    assert (texts(found), left_out(found)) == (["a"], [])


def test_words_of_drawings_and_charts_are_no_words_of_the_text():
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    chart = f'<c xmlns="{space}"><t>tal</t></c>'
    assert read(p("a"), {"word/charts/chart1.xml": chart, "word/_rels/x.rels": relations()}).left_out == []
