"""What a Word document has beside its running text is counted and named; then not all of it is »med«."""

import io
import re
import zipfile

import pytest

from plans.importing.files import read_file
from plans.importing.findings.reading import read_plan
from plans.importing.report import lines
from tests.plans.importing.test_files import NAMESPACE, paragraph, word_file
from tests.plans.importing.test_leaving_out import picture, with_pictures

TITLE = paragraph("Samarbejdsplan 2024", "Titel")
START = TITLE + paragraph("Møder", "Overskrift1") + paragraph("Vi mødes ofte.")
ALL_IN = "\nAlt i dokumentet er med i planen."
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def part(tag: str, body: str) -> str:
    return f'<?xml version="1.0"?><w:{tag} {NAMESPACE}>{body}</w:{tag}>'


def run(text: str, look: str = "", tag: str = "t") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:{tag}>{text}</w:{tag}></w:r>"


def line(inner: str) -> str:
    return f"<w:p>{run('Se her')}{inner}</w:p>"


def box(text: str) -> str:
    inner = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    return (
        f'<w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">{inner}</v:textbox></w:pict></w:r>'
    )


LEFT_OUT = {
    "Sporet sletning": (line(f"<w:del>{run('elleve', tag='delText')}</w:del>"), "elleve"),
    "Flyttet tekst, hvor den stod før": (line(f"<w:moveFrom>{run('herfra')}</w:moveFrom>"), "herfra"),
    "Skjult tekst": (line(run("hemmelighed", "<w:vanish/>")), "hemmelighed"),
    "Gennemstreget tekst": (line(run("udgår", "<w:strike/>")), "udgår"),
    "Udtale": (line(f"<w:r><w:ruby><w:rt>{run('udtale')}</w:rt></w:ruby></w:r>"), "udtale"),
}
IN_THE_PLAN = {
    "field": (line(f'<w:fldSimple w:instr=" DATE ">{run("1. januar")}</w:fldSimple>'), "1. januar"),
    "box": (line(box("boksens ord")), "boksens ord"),
    "formula": (line(f"<m:oMath {MATH}><m:r><m:t>xyz</m:t></m:r></m:oMath>"), "xyz"),
}
PARTS = {
    "Sidehoved": ("header1", part("hdr", paragraph("UDKAST"))),
    "Sidefod": ("footer2", part("ftr", paragraph("UDKAST"))),
    "Kommentar": ("comments", part("comments", f'<w:comment w:id="1">{paragraph("UDKAST")}</w:comment>')),
}


def plan_of(body: str, places, parts: dict[str, str] | None = None):
    return read(word_file(START + body, parts), places)


def read(content: bytes, places):
    return read_plan(read_file("plan.docx", content), places)


@pytest.mark.parametrize("kind", LEFT_OUT)
def test_each_kind_that_is_left_out_is_counted_and_named(kind, places):
    body, words = LEFT_OUT[kind]
    plan = plan_of(body, places)
    told = f"{kind} (1): »{words}«"
    assert (plan.came_along, plan.left_out, plan.not_understood) == ([], [told], [words])
    assert plan.untold == []
    assert words not in plan.sections[0].body
    assert list(lines(plan))[-2:] == ["\nIkke med i planen:", f"- {told}"]


@pytest.mark.parametrize("kind", IN_THE_PLAN)
def test_what_stands_in_the_text_in_another_way_is_in_the_plan(kind, places):
    body, words = IN_THE_PLAN[kind]
    plan = plan_of(body, places)
    assert words in plan.sections[0].body
    assert plan.is_whole


def test_tracked_additions_are_in_the_plan_and_counted(places):
    plan = plan_of(line(f"<w:ins>{run('tolv')}</w:ins>"), places)
    assert "tolv" in plan.sections[0].body
    assert (plan.came_along, plan.left_out) == (["Sporet tilføjelse (1)"], [])
    heading = "\nKommet med i teksten, så slet det, der ikke hører til:"
    assert list(lines(plan))[-2:] == [heading, "- Sporet tilføjelse (1)"]


@pytest.mark.parametrize("kind", PARTS)
def test_what_stands_in_other_parts_of_the_file_is_counted_and_named(kind, places):
    name, xml = PARTS[kind]
    plan = plan_of("", places, {f"word/{name}.xml": xml})
    assert plan.left_out == [f"{kind} (1): »UDKAST«"]
    assert plan.not_understood == ["UDKAST"]
    assert not plan.is_whole


@pytest.mark.parametrize("kind", [*LEFT_OUT, *PARTS])
def test_what_is_left_out_is_told_also_where_the_text_has_the_same_words(kind, places):
    if kind in PARTS:
        name, xml = PARTS[kind]
        plan = plan_of("", places, {f"word/{name}.xml": xml.replace("UDKAST", "Vi mødes")})
    else:
        body, words = LEFT_OUT[kind]
        plan = plan_of(body.replace(words, "Vi mødes"), places)
    assert plan.left_out == [f"{kind} (1): »Vi mødes«"]


@pytest.mark.parametrize("tag", ["footnote", "endnote"])
def test_a_note_that_nothing_refers_to_is_named(tag, places):
    notes = part(f"{tag}s", f'<w:{tag} w:id="7">{paragraph("Se bilag")}</w:{tag}>')
    told = "Note, som intet henviser til (1): »Se bilag«"
    assert plan_of("", places, {f"word/{tag}s.xml": notes}).left_out == [told]


def test_words_struck_out_twice_are_struck_out(places):
    assert plan_of(line(run("udgår", "<w:dstrike/>")), places).left_out == [
        "Gennemstreget tekst (1): »udgår«"
    ]


def test_each_comment_is_one(places):
    texts = ["Er det rigtigt?", "Spørg Bo"]
    comments = [f'<w:comment w:id="{n}">{paragraph(text)}</w:comment>' for n, text in enumerate(texts)]
    plan = plan_of("", places, {"word/comments.xml": part("comments", "".join(comments))})
    assert plan.left_out == ["Kommentar (2): »Er det rigtigt?«, »Spørg Bo«"]
    assert plan.not_understood == texts


def test_the_same_words_in_two_places_are_told_of_both_and_listed_once(places):
    parts = dict(PARTS[kind] for kind in ("Sidehoved", "Sidefod"))
    plan = plan_of("", places, {f"word/{name}.xml": xml for name, xml in parts.items()})
    assert plan.left_out == ["Sidefod (1): »UDKAST«", "Sidehoved (1): »UDKAST«"]
    assert plan.not_understood == ["UDKAST"]
    assert plan.untold == []


def test_what_is_too_long_to_be_named_whole_is_listed_word_for_word(places):
    words = "UDKAST " * 20
    xml = PARTS["Sidehoved"][1].replace("UDKAST", words)
    plan = plan_of("", places, {"word/header1.xml": xml})
    assert plan.left_out == [f"Sidehoved (1): »{words[:60]}…«"]
    assert plan.untold == [words.strip()]


def test_the_strict_form_of_the_format_is_read_too(places):
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    xml = re.sub(r"http://schemas[^\"]+/wordprocessingml/2006/main", strict, PARTS["Sidehoved"][1])
    assert strict in xml
    assert plan_of("", places, {"word/header1.xml": xml}).left_out == ["Sidehoved (1): »UDKAST«"]


def test_a_document_of_running_text_alone_is_whole(places):
    plan = plan_of(line(run(" ikke skjult", '<w:vanish w:val="0"/><w:b/>')), places)
    assert plan.came_along == plan.left_out == plan.not_understood == []
    assert ALL_IN in list(lines(plan))


def test_many_are_counted_and_the_first_are_shown_shortened(places):
    texts = (run(f"ord{n} " + "x" * 70, "<w:vanish/>") for n in range(7))
    [told] = plan_of("".join(map(line, texts)), places).left_out
    assert told.startswith("Skjult tekst (7): »ord0 xxx")
    assert told.endswith("»ord4 " + "x" * 55 + "…« og 2 til")


def test_one_change_in_pieces_is_one(places):
    plan = plan_of(line(f"<w:del>{run('el', tag='delText')}{run('leve', tag='delText')}</w:del>"), places)
    assert plan.left_out == ["Sporet sletning (1): »elleve«"]


def test_a_box_that_is_there_twice_for_older_programs_is_one(places):
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = (
        f'<mc:Choice Requires="wps">{box("ny boks")}</mc:Choice><mc:Fallback>{box("ny boks")}</mc:Fallback>'
    )
    plan = plan_of(line(f"<w:r><mc:AlternateContent {space}>{both}</mc:AlternateContent></w:r>"), places)
    assert plan.sections[0].body.count("ny boks") == 1
    assert plan.is_whole


def test_letters_composed_in_another_way_are_read_all_the_same(places):
    assert plan_of(paragraph("A\u030arhus og re\u0301sume\u0301"), places).is_whole


def test_a_document_whose_main_part_has_another_name_is_read(places):
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file(START))) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            data = old.read(name).replace(b"document.xml", b"document2.xml")
            new.writestr(name.replace("document.xml", "document2.xml"), data)
    plan = read(stream.getvalue(), places)
    assert plan.sections[0].body == "<p>Vi mødes ofte.</p>"
    assert plan.is_whole


def test_a_picture_makes_a_document_not_whole(places):
    plan = read(with_pictures(START + picture()), places)
    assert plan.came_along == plan.left_out == []
    assert ALL_IN not in list(lines(plan))
