"""What the finisher mends in WeasyPrint's tags, each on the smallest document that shows it."""

import inspect

import pikepdf
import pytest
from weasyprint.pdf import tags as weasyprint_tags

from plans.publication.pdf.checking import findings
from plans.publication.pdf.checking.structure import is_tag
from plans.publication.pdf.job import NotPrintable
from plans.publication.pdf.tagging import sourced_tags
from tests.plans.publication.pdf.reading import pages_of, painted, shape, tags

SMALL_PAGE = "@page { size: 100mm 60mm; margin: 10mm }"
PIXEL = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def test_the_hook_is_where_weasyprint_keeps_its_tag_tree():
    parameters = ["box", "parent", "pdf", "page_number", "nums", "annotations", "tags"]
    before = weasyprint_tags._build_box_tree
    assert list(inspect.signature(before).parameters) == parameters
    with sourced_tags():
        assert weasyprint_tags._build_box_tree is not before
    assert weasyprint_tags._build_box_tree is before


def test_the_hook_is_taken_out_again_when_printing_fails():
    before = weasyprint_tags._build_box_tree
    with pytest.raises(ZeroDivisionError), sourced_tags():
        raise ZeroDivisionError
    assert weasyprint_tags._build_box_tree is before


def test_a_paragraph_cut_by_a_page_break_is_one_paragraph(typed):
    pdf = typed(f"<h1>A</h1><p>{'ord ' * 400}</p>", SMALL_PAGE)
    assert len(pdf.pages) > 2
    (paragraph,) = tags(pdf, "P")
    assert pages_of(paragraph, pdf) == set(range(len(pdf.pages)))


def test_two_paragraphs_on_neighbouring_pages_stay_two(typed):
    pdf = typed("<h1>A</h1><p>et</p><p style='break-before: page'>to</p>")
    assert len(tags(pdf, "P")) == 2


def test_lines_of_a_paragraph_are_no_tags_of_their_own(typed):
    pdf = typed(f"<h1>A</h1><p>{'ord ' * 100} <strong>fed</strong> slut</p>")
    assert shape(tags(pdf, "P")[0]) == "P"


def test_a_table_cut_by_a_page_break_is_one_table_with_one_head(typed):
    rows = "".join(f"<tr><th scope=row>Række {i}</th><td>celle</td></tr>" for i in range(30))
    head = "<thead><tr><th scope=col>Navn</th><th scope=col>Antal</th></tr></thead>"
    pdf = typed(f"<h1>A</h1><table>{head}<tbody>{rows}</tbody></table>", SMALL_PAGE)
    assert len(pdf.pages) > 3
    (table,) = tags(pdf, "Table")
    assert [str(part.S) for part in table.K] == ["/THead", "/TBody"]
    assert len(tags(pdf, "TR")) == 31
    first_heads = {str(cell.ID) for cell in tags(pdf, "TH")}
    assert all(str(name) in first_heads for cell in tags(pdf, "TD") for name in cell.A.Headers)
    assert all(len(cell.A.Headers) == 2 for cell in tags(pdf, "TD"))


def test_a_cell_cut_by_a_page_break_is_one_cell(typed):
    pdf = typed(f"<h1>A</h1><table><tr><td>{'ord ' * 300}</td><td>kort</td></tr></table>", SMALL_PAGE)
    assert shape(tags(pdf, "Table")[0]) in ("Table(TBody(TR(TD TD)))", "Table(TR(TD TD))")


def test_a_list_cut_by_a_page_break_is_one_list(typed):
    items = "".join(f"<li><p>Punkt {i}</p></li>" for i in range(25))
    pdf = typed(f"<h1>A</h1><ol>{items}</ol>", SMALL_PAGE)
    (whole,) = tags(pdf, "L")
    assert shape(whole) == f"L({' '.join(['LI(Lbl LBody(P))'] * 25)})"


def test_paragraphs_in_a_list_item_stand_in_its_body(typed):
    pdf = typed("<h1>A</h1><ul><li><p>et</p><p>to</p></li><li>tre<ul><li><p>fire</p></li></ul></li></ul>")
    assert shape(tags(pdf, "L")[0]) == "L(LI(Lbl LBody(P P)) LI(Lbl LBody) L(LI(Lbl LBody(P))))"


def test_the_contents_are_contents(typed):
    pdf = typed(
        '<h1 id="a">A</h1><nav role="doc-toc"><ul><li><a href="#a">A</a></li></ul></nav><ul><li>x</li></ul>'
    )
    assert shape(tags(pdf, "TOC")[0]) == "TOC(TOCI(Lbl Reference(Link)))"
    assert len(tags(pdf, "L")) == 1


@pytest.mark.parametrize(
    ("cell", "scope"),
    [
        ("<thead><tr><th>x</th></tr></thead><tbody><tr><td>y</td></tr></tbody>", "/Column"),
        ("<tbody><tr><th>x</th><td>y</td></tr></tbody>", "/Row"),
        ("<tbody><tr><th scope=col>x</th></tr><tr><td>y</td></tr></tbody>", "/Column"),
        ("<tbody><tr><th scope=row>x</th><td>y</td></tr></tbody>", "/Row"),
    ],
)
def test_a_header_cell_says_what_it_is_the_header_of(typed, cell, scope):
    pdf = typed(f"<h1>A</h1><table>{cell}</table>")
    assert str(tags(pdf, "TH")[0].A.Scope) == scope


def test_a_link_with_bold_words_on_two_lines_is_one_link(typed):
    words = "mange ord i et langt link " * 6
    pdf = typed(f'<h1>A</h1><p><a href="https://eksempel.dk/">{words}<strong>fed {words}</strong></a></p>')
    (link,) = tags(pdf, "Link")
    areas = [kid for kid in link.K if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"]
    assert len(areas) == len(pdf.pages[0].Annots) > 1
    assert str(pdf.pages[0].Annots[0].Contents).startswith("mange ord i et langt link")


def test_a_picture_keeps_its_text_and_stands_where_it_is(typed):
    pdf = typed(f'<h1>A</h1><p><img alt="Kort over kredsen" src="{PIXEL}"></p>')
    (figure,) = tags(pdf, "Figure")
    assert str(figure.Alt) == "Kort over kredsen"
    left, bottom, right, top = (float(value) for value in figure.A.BBox)
    assert 0 < left < right < 595
    assert 421 < bottom < top < 842, "in points from the bottom of the page"


def test_decoration_is_no_content(typed):
    pdf = typed(f'<h1>A</h1><p>ord <img alt="" src="{PIXEL}"></p>')
    assert tags(pdf, "Figure") == []
    assert [piece.around[-1].role for piece in painted(pdf.pages[0]) if piece.operator == "Do"] == [
        "Artifact"
    ]


def test_text_around_a_block_keeps_its_order_over_a_page_break(typed):
    pdf = typed(
        f"<h1>A</h1><table><tr><td>først <p>{'ord ' * 60}</p> sidst</td></tr></table>",
        f"{SMALL_PAGE} h1 {{ margin: 0; font-size: 8pt }}",
    )
    (cell,) = tags(pdf, "TD")
    assert [is_tag(kid) for kid in cell.K] == [False, True, False]
    assert pages_of(cell.K[1], pdf) == {0, 1}


def test_a_picture_without_a_text_is_refused(typed):
    with pytest.raises(NotPrintable, match="Et billede i teksten mangler ord om, hvad det viser"):
        typed(f'<h1>A</h1><p><img src="{PIXEL}"></p>')


def test_no_picture_asks_to_be_smoothed(typed):
    pdf = typed(f'<h1>A</h1><p><img alt="x" src="{PIXEL}"></p>')
    images = [
        each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
    ]
    assert images
    assert not any("/Interpolate" in image for image in images)


def test_a_word_in_another_language_says_so(typed):
    pdf = typed('<h1>A</h1><p lang="en">Hello</p>')
    assert str(tags(pdf, "P")[0].Lang) == "en"


@pytest.mark.parametrize("body", ["<h1>A</h1><h3>B</h3>", "<h2>A</h2>"])
def test_headings_that_skip_a_level_are_refused(typed, body):
    with pytest.raises(NotPrintable, match="En overskrift på niveau"):
        typed(body)


def test_a_word_too_long_to_break_is_refused(typed):
    with pytest.raises(NotPrintable, match="Et ord i teksten har 1001 tegn: »æææ"):
        typed(f"<h1>A</h1><p>{'æ' * 1001}</p>")
    typed(f"<h1>A</h1><p>{'æ' * 1000}</p>")


def test_a_sign_that_no_font_has_is_named(typed):
    with pytest.raises(NotPrintable, match="tegn, som PDF'ens skrifttype ikke kan vise: \U0010fffd"):
        typed("<h1>A</h1><p>\U0010fffd</p>")


def test_a_link_to_nowhere_is_refused(typed):
    with pytest.raises(NotPrintable, match="et link til et sted, som planen ikke har"):
        typed('<h1>A</h1><p><a href="#findes-ikke">x</a></p>')


def test_what_is_mended_keeps_the_rules(printed, printed_big):
    assert findings(printed) == []
    assert findings(printed_big) == []
