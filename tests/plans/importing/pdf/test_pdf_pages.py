"""Over pages and columns: what is joined, and what stays apart."""

import pytest

from tests.plans.importing.pdf.files import MEETING, drawn, line, pdf_file, read_whole, shown

BOTH = pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "untagged"])
LONG = "og derfor mødes vi fire gange om året, når der er noget at tale om, som ikke kan vente, "


@BOTH
def test_a_sentence_that_goes_on_over_a_page_is_one_paragraph(tagged):
    long = f"Vi mener, {LONG * 60}for det er bedst."
    content = pdf_file(f"<p>{long}</p><p>{MEETING}</p>", tagged=tagged)
    assert shown(read_whole(content)) == [long, MEETING]


@BOTH
def test_a_sentence_that_ends_with_the_page_ends_its_paragraph(tagged):
    html = f"<p>{MEETING}</p><p style='break-before: page'>{MEETING}</p>"
    assert shown(read_whole(pdf_file(html, tagged=tagged))) == [MEETING, MEETING]


@BOTH
def test_an_item_goes_on_over_a_page(tagged):
    long = f"Vi mener, {LONG * 60}for det er bedst."
    content = pdf_file(f"<ul><li>{long}</li><li>Kort</li></ul>", tagged=tagged)
    assert shown(read_whole(content)) == [("-", "•", long), ("-", "•", "Kort")]


@BOTH
def test_two_columns_are_read_one_after_the_other(tagged):
    paragraphs = [f"Nummer {n} er her. {MEETING}" for n in range(14)]
    html = f"<div style='columns: 2; column-gap: 8mm'>{''.join(f'<p>{one}</p>' for one in paragraphs)}</div>"
    read = shown(read_whole(pdf_file(html, tagged=tagged)))
    assert " ".join(read) == " ".join(paragraphs)
    assert read[:4] == paragraphs[:4]


@BOTH
def test_places_are_pages(tagged):
    html = f"<p>{MEETING}</p><p style='break-before: page'>{MEETING}</p><h2>Slut</h2>"
    read = read_whole(pdf_file(html, tagged=tagged))
    assert [block.place for block in read.blocks] == ["side 1", "side 2", "side 2"]


def test_a_row_over_columns_that_are_only_level_is_a_row():
    orders = line("Anna Almind", 72, 700) + line("Bo Birk", 300, 700)
    assert shown(read_whole(drawn(orders))) == [[["Anna Almind", "Bo Birk"]]]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_of_no_size_is_read(rotate):
    content = drawn(line("Her staar det.", 72, 700), rotate=rotate, box=(0, 0, 0, 0))
    assert "".join(str(one) for one in shown(read_whole(content))).replace(" ", "") == "Herstaardet."
