"""What a plan cannot hold is left out, and told: signs that are not printed, pictures, endless words."""

import io

from PIL import Image

from plans.importing.files import read_file
from plans.importing.findings.reading import read_plan
from tests.plans.importing.losses import sentences_left_out
from tests.plans.importing.reading import plan_of
from tests.plans.importing.test_files import (
    STYLES_OF_DOCUMENT,
    paragraph,
    pdf_file,
    word_file,
)

TITLE = "# Samarbejdsplan 2024\n\n## 1. Møder\n\n"


def test_a_sign_that_is_not_printed_is_left_out_and_told_once(places):
    text = f"{TITLE}☐ Vi mødes fire gange om året ★.\n\n☐ Vi skriver referat.\n"
    plan = plan_of(text, places)
    assert plan.sections[0].body == "<p>Vi mødes fire gange om året .</p><p>Vi skriver referat.</p>"
    assert "Planens PDF kan ikke vise »☐« og »★«. De tegn er udeladt." in plan.remarks
    assert plan.not_understood == []


def test_words_that_are_not_printed_are_kept_word_for_word_in_their_sentence(places):
    text = f"{TITLE}Vi mødes. Byen kaldes 北京 på kinesisk. Vi skriver referat.\n"
    plan = plan_of(text, places)
    assert plan.not_understood == ["Byen kaldes 北京 på kinesisk."]
    assert plan.sections[0].body == "<p>Vi mødes. Byen kaldes på kinesisk. Vi skriver referat.</p>"
    assert sentences_left_out(text, plan) == []


def test_bullets_of_every_shape_are_lists(places):
    text = f"{TITLE}\uf0b7 Lys\n\n▪ Lamper\n\n◦ Hegn\n"
    plan = read_plan(read_file("plan.txt", text.encode()), places)
    assert plan.sections[0].body == "<ul><li>Lys</li><li>Lamper</li><li>Hegn</li></ul>"
    assert plan.not_understood == []


def test_an_endless_word_is_parted(places):
    text = f"{TITLE}Underskrift: {'_' * 2500}\n\n{'x' * 1500}\n"
    plan = plan_of(text, places)
    words = plan.sections[0].body.replace("<p>", " ").replace("</p>", " ").split()
    assert max(map(len, words)) <= 1000
    assert "".join(words).count("_") == 2500
    assert "".join(words).count("x") == 1500
    assert "Ord med over 1.000 tegn er delt med mellemrum." in plan.remarks


# --- pictures -------------------------------------------------------------------------------------

DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def picture(alt: str = "") -> str:
    """A paragraph with words around a picture."""
    drawing = (
        f'<w:drawing {DRAWING}><wp:inline><wp:docPr id="1" name="Billede 1" descr="{alt}"/>'
        '<a:graphic><a:graphicData uri="x"><pic:pic><pic:blipFill><a:blip r:embed="p1"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    return f"<w:p><w:r><w:t>Se kortet.</w:t></w:r><w:r>{drawing}</w:r></w:p>"


def png() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 40), "navy").save(stream, "PNG")
    return stream.getvalue()


def with_pictures(body: str) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    relation = f'<Relationship Id="p1" Type="{kind}" Target="media/a.png"/></Relationships>'
    parts = {
        "word/media/a.png": png(),
        "word/_rels/document.xml.rels": STYLES_OF_DOCUMENT.replace("</Relationships>", relation),
    }
    return word_file(body, parts)


def test_a_picture_in_a_word_document_is_told_with_its_place_and_description(places):
    body = (
        picture()
        + paragraph("Samarbejdsplan 2024", "Titel")
        + paragraph("Møder", "Overskrift1")
        + paragraph("Vi mødes fire gange om året.")
        + picture("Kort over kommunerne")
        + paragraph("Emner", "Overskrift1")
        + paragraph("Lys på stierne.")
    )
    plan = read_plan(read_file("plan.docx", with_pictures(body)), places)
    assert [remark for remark in plan.remarks if "billede" in remark.lower()] == [
        "Et billede er ikke med. Det står efter »Se kortet.«.",
        "Et billede er ikke med. Det står efter »Se kortet.« og er beskrevet som »Kort over kommunerne«.",
    ]
    meetings = next(section for section in plan.sections if section.heading == "Møder")
    assert meetings.body == "<p>Vi mødes fire gange om året.</p><p>Se kortet.</p>"
    assert "![" not in " ".join([section.body for section in plan.sections] + plan.not_understood)


def test_a_picture_first_in_a_document(places):
    body = "<w:p><w:r><w:t></w:t></w:r></w:p>" + picture().replace("Se kortet.", "")
    body += paragraph("Samarbejdsplan 2024", "Titel") + paragraph("Vi mødes.")
    plan = read_plan(read_file("plan.docx", with_pictures(body)), places)
    assert "Et billede er ikke med. Det står øverst i dokumentet." in plan.remarks


def test_a_picture_in_a_text_file_is_told_too(places):
    plan = plan_of(f"{TITLE}Vi mødes ![kort](billeder/kort.png) ofte.\n", places)
    assert plan.sections[0].body == "<p>Vi mødes ofte.</p>"
    assert (
        "Et billede er ikke med. Det står efter »Vi mødes ofte.« og er beskrevet som »kort«." in plan.remarks
    )


def test_a_hundred_pictures_are_told_in_thirty_one_lines(places):
    plan = plan_of(TITLE + "Vi mødes.\n\n![]()\n\n" * 100, places)
    remarks = [remark for remark in plan.remarks if "billede" in remark]
    assert len(remarks) == 31
    assert remarks[-1] == "Det samme gælder 70 andre billeder."


def test_a_picture_in_a_pdf_is_told_with_its_page_but_not_the_logo_of_every_page(places, tmp_path):
    for name, colour in (("logo.png", "navy"), ("kort.png", "red")):
        Image.new("RGB", (60, 60), colour).save(tmp_path / name)
    logo, kort = "<img src='logo.png'>", "<img src='kort.png'>"
    page = "<section style='break-after: page'>{2}<h2>{0}. Kapitel {0}</h2><p>{3}</p>{1}</section>"
    text = "Møde {} er i kvartal {}, og der skrives et kort referat af det, som alle får."
    pages = "".join(page.format(n, kort if n == 3 else "", logo, text.format(n, n)) for n in range(1, 6))
    content = pdf_file(f"<h1>Samarbejdsplan 2024</h1>{pages}", base_url=f"{tmp_path}/")
    plan = read_plan(read_file("plan.pdf", content), places)
    assert [remark for remark in plan.remarks if "billede" in remark] == [
        "Et billede er ikke med. Det står på side 3."
    ]
    assert [section.body for section in plan.sections] == [f"<p>{text.format(n, n)}</p>" for n in range(1, 6)]
