"""How letters look, and looks that take them out of the text."""

import pytest

from plans.importing.blocks import BREAK, Paragraph, Run
from tests.plans.importing.word.building import left_out, p, r, read, texts


def style(identity: str, look: str, kind: str = "character", more: str = "") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{identity}"/>{more}'
        f"<w:rPr>{look}</w:rPr></w:style>"
    )


RAISED, LOWERED = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
EVERYWHERE_BOLD = "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>"
OF_CHARACTER, OF_PARAGRAPH = '<w:rStyle w:val="T"/>', '<w:pStyle w:val="A"/>'


@pytest.mark.parametrize(
    ("look", "run"),
    [
        ("<w:b/>", Run("x", bold=True)),
        ('<w:b w:val="0"/>', Run("x")),
        ('<w:i w:val="true"/>', Run("x", italic=True)),
        (RAISED, Run("x", raised=True)),
        (LOWERED, Run("x", lowered=True)),
        ('<w:vanish w:val="off"/><w:strike w:val="false"/>', Run("x")),
    ],
)
def test_a_run_has_its_own_look(look, run):
    assert read(p(r("x", look))).blocks == (Paragraph("afsnit 1", (run,)),)


@pytest.mark.parametrize(
    ("styles", "own", "run"),
    [
        (style("T", "<w:b/>" + RAISED), "", Run("x", bold=True, raised=True)),
        (style("T", "<w:b/>"), '<w:b w:val="0"/>', Run("x")),
        (style("A", "<w:i/>", "paragraph"), "", Run("x", italic=True)),
        (style("A", "<w:b/>", "paragraph") + style("T", "<w:b/>"), "", Run("x")),
        (style("T", "", more='<w:basedOn w:val="U"/>') + style("U", "<w:b/>"), "", Run("x", bold=True)),
        (EVERYWHERE_BOLD, "", Run("x", bold=True)),
    ],
)
def test_a_look_may_come_from_a_style(styles, own, run):
    body = p(r("x", OF_CHARACTER + own), OF_PARAGRAPH)
    assert read(body, styles=styles).blocks == (Paragraph("afsnit 1", (run,)),)


def test_runs_of_one_look_are_one():
    body = p(r("sam") + r("arbejde") + r("t", "<w:b/>") + r("s", "<w:b/>") + r(" plan"))
    assert read(body).blocks == (
        Paragraph("afsnit 1", (Run("samarbejde"), Run("ts", bold=True), Run(" plan"))),
    )


@pytest.mark.parametrize(
    ("look", "styles", "kind"),
    [
        ("<w:vanish/>", "", "HIDDEN"),
        ("<w:strike/>", "", "STRUCK"),
        ("<w:dstrike/>", "", "STRUCK"),
        (OF_CHARACTER, style("T", "<w:vanish/>"), "HIDDEN"),
        (OF_CHARACTER, style("T", "<w:strike/>"), "STRUCK"),
    ],
)
def test_hidden_and_struck_words_are_left_out(look, styles, kind):
    found = read(p(r("Vi m") + r("ud", look) + r("går", look) + r("ødes")), styles=styles)
    assert (texts(found), left_out(found)) == (["Vi mødes"], [(kind, "udgår")])


def test_a_whole_paragraph_may_be_hidden_by_its_style():
    found = read(p("hemmelig", OF_PARAGRAPH) + p("ikke"), styles=style("A", "<w:vanish/>", "paragraph"))
    assert (texts(found), left_out(found)) == (["ikke"], [("HIDDEN", "hemmelig")])


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:tab/>", "a\tb"),
        ("<w:ptab/>", "a\tb"),
        ("<w:br/>", f"a{BREAK}b"),
        ("<w:cr/>", f"a{BREAK}b"),
        ('<w:br w:type="page"/>', f"a{BREAK}b"),
        ("<w:noBreakHyphen/>", "a\u2011b"),
        ("<w:softHyphen/>", "ab"),
        ("<w:lastRenderedPageBreak/>", "ab"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "a☒b"),
        ('<w:sym w:font="Wingdings" w:char="A8"/>', "a☐b"),
        ('<w:sym w:font="Symbol" w:char="F061"/>', "aαb"),
        ('<w:sym w:font="Symbol" w:char="F0AE"/>', "a→b"),
        ('<w:sym w:font="Symbol" w:char="F0B7"/>', "a•b"),
        ('<w:sym w:font="Arial" w:char="00B0"/>', "a°b"),
        ('<w:sym w:font="Arial" w:char="F001"/>', "a\ufffdb"),
        ('<w:sym w:char="ZZ"/>', "a\ufffdb"),
        ('<w:sym w:char="D800"/>', "a\ufffdb"),
        ('<w:sym w:char="FFFFFFFFFFFF"/>', "a\ufffdb"),
        ("<w:sym/>", "a\ufffdb"),
        ("<w:t>\uf0b7</w:t>", "a•b"),
        ("<w:t>\r\n</w:t>", "a b"),
        ("<w:t>A\u030a</w:t>", "aÅb"),
    ],
)
def test_signs_that_are_elements(inner, text):
    assert texts(read(p(r("a") + f"<w:r>{inner}</w:r>" + r("b")))) == [text]


def test_line_ends_around_the_words_are_gone_and_a_tab_before_them_is_not():
    page = '<w:r><w:br w:type="page"/></w:r>'
    body = p(page + r(" Møder ") + page) + p(page) + p("<w:r><w:tab/></w:r>" + r("Borgmester\t"))
    assert texts(read(body)) == ["Møder", "\tBorgmester"]


def test_ruby_is_read_without_its_pronunciation():
    ruby = f"<w:r><w:ruby><w:rt>{r('udtale')}</w:rt><w:rubyBase>{r('ord')}</w:rubyBase></w:ruby></w:r>"
    found = read(p(r("et") + ruby))
    assert (texts(found), left_out(found)) == (["etord"], [("RUBY", "udtale")])


def test_the_letters_of_an_equation_are_text():
    fraction = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    body = p(r("Se ") + f"<m:oMathPara><m:oMath><m:r><m:t>x=</m:t></m:r>{fraction}</m:oMath></m:oMathPara>")
    assert [text.split() for text in texts(read(body))] == [["Se", "x=", "1", "2"]]


@pytest.mark.parametrize("frame", ["smartTag", "customXml", "dir", "bdo", "hyperlink"])
def test_frames_around_words_take_nothing_away(frame):
    assert texts(read(p(r("a") + f"<w:{frame}>{r('b')}</w:{frame}>" + r("c")))) == ["abc"]


def test_a_tick_box_is_its_sign():
    box = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('☒')}</w:sdtContent></w:sdt>"
    assert texts(read(p(box + r(" Ja")))) == ["☒ Ja"]
