"""The draft in Word has the headings, numbers, tables and words of the web page."""

import re

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from lxml import etree
from lxml import html as lxml_html

from plans.document.make_snapshot import make_snapshot
from plans.word.drafts import as_word
from plans.word.elements import element
from plans.word.numbering import BARE_PART, CHAPTER, PART
from plans.word.tables import LETTER, WIDTH, Cell, cells_of, table
from plans.word.writing import root_of
from samarbejde.text.rich_text_showing import shown
from tests.making import a_plan, section
from tests.plans.pictures import making
from tests.plans.publication.pdf import samples
from tests.plans.word.reading import Numbers, W, blocks, headings, letters, opened, parts, words

RICH = """<p>H<sub>2</sub>O og <strong>m<em>ø</em>de</strong> den 3.<br>november, se
<a href="https://retsinformation.dk/?a=1&amp;b=2">loven</a>.</p>
<ol type="a" start="3"><li><p>Første</p><p>stadig første</p><ul><li>under</li></ul></li><li>Anden</li></ol>
<p>Ny liste:</p><ol><li>En</li></ol><blockquote><p>Citat</p></blockquote>
<p>Lovligt<span data-footnote="">Se https://politi.dk nu.</span>, og mere<span data-footnote="">To.</span></p>
<table><tbody><tr><th colspan="2">Hoved</th></tr><tr><td rowspan="2">Høj</td><td>a</td></tr>
<tr><td>b</td></tr></tbody></table>"""


def plan():
    text = samples.plan()
    text["sections"].insert(3, samples.section("", "Uden tal", 1, "foreword", body=RICH))
    return text


def page_letters(text) -> str:
    page = lxml_html.fromstring(
        f"<div>{render_to_string('plans/document/_plan.html', {'snapshot': text})}</div>"
    )
    for note in page.xpath("//*[@class='note-mark'] | //*[@class='notes']"):
        note.drop_tree()
    return "".join(page.text_content().split())


@pytest.fixture(scope="module")
def written():
    return as_word(plan())


@pytest.fixture(scope="module")
def document(written):
    return opened(written)


def test_every_word_of_the_page_stands_in_its_order(document):
    assert letters(document) == page_letters(plan())


def test_headings_have_their_level_and_numbers_that_word_counts(document):
    wanted = [(f"Heading{one['heading_level'] - 1}", one["title"]) for one in plan()["sections"]]
    assert headings(document) == wanted


def test_a_part_without_words_counts_too():
    text = samples.snapshot(
        [
            samples.section("1", "", 0, "part"),
            samples.section("1", "Et", 1, "chapter"),
            samples.section("2", "Ord", 0, "part"),
            samples.section("2", "To", 1, "chapter"),
            samples.section("3", "Bilag", 0, "appendix"),
        ]
    )
    told = [title for _, title in headings(opened(as_word(text)))]
    assert told == ["Del 1", "1. Et", "Del 2: Ord", "2. To", "3. Bilag"]


def test_programs_that_know_no_restart_count_chapters_on_from_part_to_part(document):
    root = document.part.numbering_part.element
    assert list(root.iter(f"{W}lvlRestart")) == []
    lists = {
        num.get(f"{W}numId"): num.find(f"{W}abstractNumId").get(f"{W}val") for num in root.iter(f"{W}num")
    }
    of_parts = {lists[key] for key in map(str, (PART, BARE_PART))}
    assert len(of_parts) == 1
    assert lists[str(CHAPTER)] not in of_parts


def test_the_contents_are_a_field_with_the_titles_and_links_to_the_sections(document):
    [contents] = document.element.body.iter(f"{W}sdt")
    assert "".join(node.text for node in contents.iter(f"{W}instrText")).strip() == r'TOC \o "1-5" \h \z'
    lines = [words(one) for one in contents.iter(f"{W}hyperlink")]
    assert lines == [one["title"] for one in plan()["sections"]]
    links = [one.get(f"{W}anchor") for one in contents.iter(f"{W}hyperlink")]
    marks = [mark.get(f"{W}name") for mark in document.element.body.iter(f"{W}bookmarkStart")]
    assert links == marks == [f"afsnit_{one['lineage'].replace('-', '')}" for one in plan()["sections"]]


def test_tables_say_their_head_again_and_keep_their_spans(document):
    tables = document.tables
    heads = [table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None for table in tables]
    assert all(heads)
    spanned = next(table for table in tables if table.cell(0, 0).text == "Hoved")
    assert [[cell.text for cell in row.cells] for row in spanned.rows] == [
        ["Hoved", "Hoved"],
        ["Høj", "a"],
        ["Høj", "b"],
    ]


def test_columns_are_as_wide_as_what_they_hold():
    head = "<tr><th>Kommune</th><th>Hvad der blev aftalt på mødet</th><th>Ja</th></tr>"
    row = "<tr><td>Holstebro</td><td>Boligforeningen kalder alle beboere sammen om lyset</td><td>Ja</td></tr>"
    first, middle, last = columns(head + row)
    assert first >= 9 * LETTER
    assert middle > first > last
    assert WIDTH - 3 <= first + middle + last <= WIDTH
    assert sum(columns(f"<tr>{'<td>Bevillingsmyndigheden</td>' * 9}</tr>")) <= WIDTH


def columns(rows: str) -> list[int]:
    found = cells_of(root_of(f"<table>{rows}</table>")[0])
    made = table(found, lambda _: Cell([], ""), element)
    return [int(one.get(f"{W}w")) for one in made.iter(f"{W}gridCol")]


def test_a_line_in_bold_stands_on_the_page_of_what_it_is_over():
    text = samples.plan()
    text["sections"][2]["body"] = "<p><strong>Projekt</strong></p><p>Et <strong>lys</strong> på torvet.</p>"
    kept = {words(one): one.find(f"{W}pPr/{W}keepNext") is not None for one in blocks(opened(as_word(text)))}
    assert (kept["Projekt"], kept["Et lys på torvet."]) == (True, False)


def test_lists_begin_where_they_begin_and_their_items_hold_together(document):
    numbers = Numbers(document)
    told = {words(block): (numbers.of(block), style(block)) for block in blocks(document)}
    assert told["Første"] == ("3.", "ListNumber")
    assert told["stadig første"] == ("", "ListContinue")
    assert told["under"] == ("–", "ListBullet")
    assert told["Anden"] == ("4.", "ListNumber")
    assert told["En"] == ("1.", "ListNumber")
    assert told["Citat"] == ("", "Quote")


def style(block) -> str:
    return block.find(f"{W}pPr/{W}pStyle").get(f"{W}val")


def test_words_keep_their_looks_and_links(document):
    [line] = [one for one in document.paragraphs if one.text.startswith("H2O")]
    assert line.text == "H2O og møde den 3.\nnovember, se loven."
    looks = [(one.text, one.bold, one.italic, one.font.subscript) for one in line.runs]
    assert looks[:5] == [
        ("H", None, None, None),
        ("2", None, None, True),
        ("O og ", None, None, None),
        ("m", True, None, None),
        ("ø", True, True, None),
    ]
    assert [one.address for one in line.hyperlinks] == ["https://retsinformation.dk/?a=1&b=2"]


def test_footnotes_are_words_own_and_counted_by_it(written, document):
    [line] = [one for one in document.paragraphs if one.text.startswith("Lovligt")]
    assert line.text == "Lovligt, og mere"
    called = [one.get(f"{W}id") for one in line._p.iter(f"{W}footnoteReference")]
    notes = etree.fromstring(parts(written)["word/footnotes.xml"])
    said = {one.get(f"{W}id"): words(one).strip() for one in notes}
    assert [said[key] for key in called] == ["Se https://politi.dk nu.", "To."]
    assert b"https://politi.dk" in parts(written)["word/_rels/footnotes.xml.rels"]
    assert "word/footnotes.xml" not in parts(as_word(samples.plan()))


def test_every_style_that_is_named_is_there(written):
    named = re.findall(r'<w:(?:p|r|tbl)Style w:val="([^"]+)"', parts(written)["word/document.xml"].decode())
    there = re.findall(r'w:styleId="([^"]+)"', parts(written)["word/styles.xml"].decode())
    assert set(named) - set(there) == set()


def test_the_file_says_that_it_is_a_draft_in_danish_and_whose(written, document):
    said = document.core_properties
    assert said.title == "Udkast: Samarbejdsplan 2027"
    assert said.author == "Kredsrådet i Midt- og Vestjylland"
    assert said.language == "da-DK"
    assert document.sections[0].header.paragraphs[0].text.startswith("UDKAST  ·  Samarbejdsplan 2027")
    assert [one.text for one in document.paragraphs[:2]] == ["Samarbejdsplan 2027", "UDKAST"]
    styles = parts(written)["word/styles.xml"].decode()
    assert set(re.findall(r'<w:lang w:val="([^"]+)"', styles)) == {"da-DK"}


def test_one_text_makes_one_file(written):
    assert as_word(plan()) == written
    assert "docProps/thumbnail.jpeg" not in parts(written)
    assert len(written) < 40_000


@pytest.mark.django_db
def test_a_picture_stands_in_the_text_with_what_it_shows(cast):
    found = a_plan(cast.kredsraad())
    picture = making.kept(found, cast.sekretariat)
    section(found, "Natteliv", f"<p>Før.</p>{making.figure(picture, 'En rød flade', 'Rødt')}<p>Efter.</p>")
    data = as_word(make_snapshot(found))
    [drawn] = opened(data).inline_shapes
    assert drawn._inline.docPr.get("descr") == "En rød flade"
    assert (drawn.width.inches, drawn.height.inches) == (40 / 96, 20 / 96)
    assert bytes(picture.content) in parts(data).values()
    last = opened(data).paragraphs[-4:]
    assert [one.text for one in last] == ["Før.", "", "Figur 1 Rødt", "Efter."]
    assert [one.paragraph_format.keep_with_next for one in last] == [None, True, None, None]


@pytest.mark.django_db
def test_a_picture_is_no_wider_than_the_page(cast):
    found = a_plan(cast.kredsraad())
    picture = making.kept(found, cast.sekretariat, making.sent(size=(1_200, 600)))
    section(found, "Natteliv", making.figure(picture))
    [drawn] = opened(as_word(make_snapshot(found))).inline_shapes
    assert (round(drawn.width.mm), round(drawn.height.mm)) == (160, 80)


def test_a_chart_is_left_to_the_table_that_it_draws():
    rows = "".join(f"<tr><th>{year}</th><td>{year}</td></tr>" for year in (2024, 2025))
    table = f'<table data-figure="x"><tbody><tr><th>År</th><th>Antal</th></tr>{rows}</tbody></table>'
    assert "<svg" in shown(table)
    text = samples.snapshot([samples.section("1", "Tal", 0, "chapter", body=table)])
    assert letters(opened(as_word(text))) == "1.TalÅrAntal2024202420252025"


def test_only_what_follows_a_table_in_its_section_stands_off_it():
    table = "<table><tbody><tr><th>År</th></tr><tr><td>2027</td></tr></tbody></table>"
    bodies = {"Tal": table, "Ord": "<p>Efter overskriften.</p>", "Begge": f"{table}<p>Efter tabellen.</p>"}
    sections = [samples.section("1", heading, 0, "chapter", body=body) for heading, body in bodies.items()]
    written = opened(as_word(samples.snapshot(sections)))
    spaces = {one.text: one.paragraph_format.space_before for one in written.paragraphs}
    assert spaces["Efter overskriften."] is None
    assert spaces["Efter tabellen."].pt == 8


@pytest.mark.django_db
def test_members_fetch_the_draft_as_word(cast, as_user):
    found = a_plan(cast.kredsraad())
    section(found, "Natteliv", "<p>Politiet går tur.</p>")
    client = as_user(cast.medlem_herning)
    answer = client.get(reverse("draft-word", args=[found.pk]))
    name = "udkast-midt-og-vestjylland-2027.docx"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer["Cache-Control"] == "private, no-store"
    page = client.get(reverse("preview-plan", args=[found.pk])).content.decode()
    assert f'href="{reverse("draft-word", args=[found.pk])}"' in page
    prose = lxml_html.fromstring(page).xpath("//*[contains(@class, 'prose')]")[0]
    assert letters(opened(answer.content)) == "".join(prose.text_content().split())
