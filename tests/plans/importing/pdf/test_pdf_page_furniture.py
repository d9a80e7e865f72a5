"""Page headers, footers and page numbers are told once, beside the text."""

import pytest

from tests.plans.importing.pdf.files import MEETING, aside, pdf_file, read_whole, shown

BOTH = pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "untagged"])
TEXTS = [f"Emnet er {emne}. {MEETING}" for emne in ("lys på stierne", "hegn", "ro i havnen", "unge")]
PAGES = "".join(f"<p style='break-before: page'>{text}</p>" for text in TEXTS)


@BOTH
def test_a_header_and_a_footer_are_told_once(tagged):
    style = (
        "@page { @top-left { content: 'Nordjyllands Politi' }"
        " @bottom-center { content: 'Plan 2026 · Side ' counter(page) ' af ' counter(pages) } }"
    )
    read = read_whole(pdf_file(PAGES, style, tagged=tagged))
    assert shown(read) == TEXTS
    assert aside(read) == [
        ("HEADER", "Nordjyllands Politi"),
        *(("FOOTER", f"Plan 2026 · Side {n} af 4") for n in (1, 2, 3, 4)),
    ]


@BOTH
def test_page_numbers_are_no_text(tagged):
    read = read_whole(pdf_file(PAGES, "@page { @top-right { content: counter(page) } }", tagged=tagged))
    assert shown(read) == TEXTS
    assert aside(read) == [("HEADER", str(n)) for n in (1, 2, 3, 4)]


@BOTH
def test_a_header_of_two_pages_is_one(tagged):
    pages = f"<p>{MEETING}</p><p style='break-before: page'>{MEETING}</p>"
    read = read_whole(pdf_file(pages, "@page { @top-left { content: 'Plan' } }", tagged=tagged))
    assert shown(read) == [MEETING, MEETING]
    assert aside(read) == [("HEADER", "Plan")]


@BOTH
def test_what_only_one_page_begins_with_is_its_text(tagged):
    heading = "<h2 style='break-before: page; margin: 0'>Emne nummer"
    pages = "".join(f"{heading} {n}</h2><p>{MEETING}</p>" for n in "abc")
    read = read_whole(pdf_file(pages, "@page { margin-top: 10mm }", tagged=tagged))
    assert [one[1] for one in shown(read)[::2]] == [f"Emne nummer {n}" for n in "abc"]
    assert aside(read) == []


def test_what_the_tags_leave_out_and_no_page_repeats_is_told():
    style = "@page { @top-left { content: 'Udkast af 3. maj' } }"
    read = read_whole(pdf_file(f"<p>{MEETING}</p>", style, tagged=True))
    assert shown(read) == [MEETING]
    assert aside(read) == [("OUTSIDE", "Udkast af 3. maj")]
