"""What a reader meets in the printed plan: cover, contents, running lines, register data, every word."""

import re

import pikepdf
from pikepdf import Stream

from plans.publication.pdf.checking.document import Document
from plans.publication.pdf.rendering import render_pdf
from tests.plans.publication.pdf import samples
from tests.plans.publication.pdf.conftest import PUBLISHED
from tests.plans.publication.pdf.reading import painted, tags


def test_the_file_says_title_council_language_and_that_it_is_tagged(pdf):
    assert str(pdf.docinfo["/Title"]) == "Samarbejdsplan 2027 – Kredsrådet i Midt- og Vestjylland"
    assert str(pdf.docinfo["/Author"]) == "Kredsrådet i Midt- og Vestjylland"
    assert str(pdf.Root.Lang) == "da"
    assert pdf.Root.MarkInfo.Marked is True
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf.Root.Metadata.read_bytes()


def test_all_but_the_metadata_is_packed(pdf):
    streams = [thing for thing in pdf.objects if isinstance(thing, Stream)]
    assert [thing for thing in streams if "/Filter" not in thing] == [pdf.Root.Metadata]


def test_the_cover_names_plan_council_discussion_and_edition(printed, pages):
    cover = pages(printed)[0]
    assert cover.startswith("Samarbejdsplan 2027 Kredsrådet i Midt- og Vestjylland")
    assert "Drøftet i kredsrådet den 1. december 2026" in cover
    assert "Underskrevet i Holstebro den 17. december 2026" in cover
    assert "2. udgave, offentliggjort den 20. december 2026" in cover
    assert "Side" not in cover


def test_a_draft_says_so_on_every_page(pages):
    text = pages(render_pdf(samples.plan(), edition=0, published_on=PUBLISHED))
    assert all("Udkast, 20. december 2026" in page for page in text)
    assert "udgave" not in " ".join(text)
    assert "Samarbejdsplan 2027 UDKAST Kredsrådet" in text[0], "under its title"
    assert all(page.startswith("UDKAST · Samarbejdsplan 2027 · ") for page in text[1:])


def test_an_edition_is_no_draft(printed, pages):
    assert "UDKAST" not in " ".join(pages(printed))


def test_the_cover_leaves_out_what_has_not_happened(pages):
    snapshot = samples.snapshot([samples.section("1", "Alt", 0, "chapter")], discussed=None, signed_on=None)
    cover = pages(render_pdf(snapshot, edition=1, published_on=PUBLISHED))[0]
    assert "Drøftet" not in cover
    assert "Underskrevet" not in cover


def test_the_contents_give_the_page_where_each_section_begins(printed, pages):
    text = pages(printed)
    contents = text[1]
    assert contents.count("Indhold") == 2, "running line and heading"
    for section in samples.plan()["sections"]:
        title = re.escape(section["title"])
        page = int(re.search(rf"{title} (\d+)(?= |$)", contents)[1])
        assert re.search(title, text[page - 1]), f"{section['title']} is not on page {page}"
        assert not any(
            section["title"] + " " + section["body"][3:30] in other for other in text[2 : page - 1]
        )


def test_every_line_of_the_contents_is_a_link_to_its_section(pdf):
    targets = [str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]]
    links = [link for link in pdf.pages[1].Annots if "/Dest" in link]
    anchors = [section["anchor"] for section in samples.plan()["sections"]]
    assert list(dict.fromkeys(str(link.Dest) for link in links)) == anchors
    assert set(anchors) <= set(targets)
    titles = {section["anchor"]: section["title"] for section in samples.plan()["sections"]}
    assert all(str(link.Contents) == titles[str(link.Dest)] for link in links)
    assert len(tags(pdf, "TOCI")) == len(anchors)


def test_bookmarks_follow_the_headings(pdf):
    with pdf.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "Samarbejdsplan 2027"
        assert [item.title for item in top.children] == [
            *("Indhold", "Forord", "Del 1: Organisation og ansvar", "Del 2: Særlige indsatser"),
            "5. Politikredsen i tal",
        ]
        part = top.children[2]
        assert [item.title for item in part.children][2] == "3. Indsatsområder 2027"


def test_each_page_but_the_cover_has_running_lines_outside_the_text(printed, pdf, pages):
    text = pages(printed)
    for number, page in enumerate(text[1:], 2):
        assert "Samarbejdsplan 2027 ·" in page
        assert f"20. december 2026 · Side {number} af {len(text)}" in page
    for page in list(pdf.pages)[1:]:
        operands = [each.operands for each in pikepdf.parse_content_stream(page, "BDC")]
        kinds = [
            str(each[1].Subtype) for each in operands if str(each[0]) == "/Artifact" and "/Subtype" in each[1]
        ]
        assert kinds == ["/Header", "/Footer"]
        assert all(piece.around for piece in painted(page))


def test_the_signatures_stand_together_with_place_and_date(printed, pages):
    (page,) = [page for page in pages(printed) if "Holstebro, den 17. december 2026" in page]
    for row in samples.signatories()["rows"]:
        assert row["name"] in page
        assert row["title"] in page
    assert "Underskrevet 10. december 2026 kl. 11.05" in page, "the clock of Copenhagen"


def test_a_plan_signed_outside_the_portal_shows_no_times(pages):
    foreword = samples.foreword() | {"data": samples.signatories(signed=False)}
    text = " ".join(pages(render_pdf(samples.snapshot([foreword]), edition=1, published_on=PUBLISHED))[1:])
    assert "Anne Kirstine Thøgersen Politidirektør" in text
    assert "Underskrevet" not in text


def test_no_word_is_lost_or_divided(printed, printed_big, pages):
    for data, snapshot in ((printed, samples.plan()), (printed_big, samples.big(30))):
        text = _words(" ".join(pages(data, body=True)))
        for section in snapshot["sections"]:
            for piece in re.split(r"<[^>]+>", f"{section['title']}<>{section['body']}{section['closing']}"):
                assert _words(piece) in text


def _words(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip()


def test_every_kind_of_register_data_is_printed(printed, pages):
    text = " ".join(pages(printed))
    for words in (
        "Bo Struer Ågesen Borgmester i Struer Kommune Medlem",
        "Kriminalforsorg, socialforvaltning og politi",
        "Ikke Morsø: opgaven løses i",
        "Børn, unge og mistrivsel Nyt",
        "Psykisk sårbare borgere Videreført",
        "3. Tryghed på stationen og i gågaden Lokalt emne Nyt",
        "Søparken Herning Ja",
        "Herning, indbyggere 20.411 personer",
        "Kilde: Danmarks Statistik, 1. januar 2026",
        "Kredsrådets møde i 4. kvartal 2027",
        "Forebyggende sektion",
    ):
        assert words in text


def test_a_municipality_and_its_priorities_stay_on_one_page(printed, pages):
    pages_with = [page for page in pages(printed) if "Lokalt emne" in page]
    assert pages_with
    for page in pages_with:
        assert re.search(
            r"(Lemvig|Skive) 1\. Psykisk sårbare borgere 2\. Børn, unge og mistrivsel 3\. Tryghed", page
        )


def test_only_our_own_fonts_are_used_and_all_are_in_the_file(pdf):
    fonts = Document(pdf, b"").fonts
    names = {str(font.BaseFont).split("+")[1] for font in fonts}
    assert names == {"IBM-Plex-Sans", "IBM-Plex-Sans-Semi-Bold", "IBM-Plex-Sans-Italic"}
    for font in fonts:
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        assert "/ToUnicode" in font


def test_the_same_plan_gives_the_same_bytes(printed):
    assert render_pdf(samples.plan(), edition=2, published_on=PUBLISHED) == printed


def test_another_edition_gives_other_bytes(printed):
    assert render_pdf(samples.plan(), edition=3, published_on=PUBLISHED) != printed
