"""Headings that only bold letters tell: taken where that is safe, else kept as the bold text they are."""

from plans.importing.files import read_file
from plans.importing.findings.reading import read_plan
from tests.plans.importing.test_files import paragraph, pdf_file, word_file

STYLE = "<style>h1 { font-size: 20pt } body { font: 11pt sans-serif } .b { font-weight: bold }</style>"
MEETING = "Vi mødes <b>fire</b> gange om året, og der skrives et referat af hvert møde, som alle får."


def headings(plan) -> list[tuple[str, str]]:
    return [(section.number, section.heading) for section in plan.sections]


def bold(text: str) -> str:
    return paragraph(text).replace("<w:t ", "<w:rPr><w:b/></w:rPr><w:t ")


def test_numbered_bold_lines_of_a_pdf_are_headings(places):
    content = pdf_file(
        f"{STYLE}<h1>Samarbejdsplan 2024</h1><p class=b>1. Møder</p><p>{MEETING}</p>"
        "<p class=b>1.1 Et langt navn på et afsnit, der er brudt over to linjer, fordi det fylder for "
        "meget til at stå på en enkelt</p><p>Mere om det.</p><p class=b>2. Emner</p><p>Lys på stierne.</p>"
    )
    plan = read_plan(read_file("plan.pdf", content), places)
    assert headings(plan) == [
        ("1", "Møder"),
        (
            "1.1",
            "Et langt navn på et afsnit, der er brudt over to linjer, fordi det fylder for meget til at "
            "stå på en enkelt",
        ),
        ("2", "Emner"),
    ]
    assert plan.sections[0].body.startswith("<p>Vi mødes <strong>fire</strong> gange om året")


def test_bold_lines_of_a_pdf_that_may_be_anything_stay_text(places):
    content = pdf_file(
        f"{STYLE}<h1>Samarbejdsplan 2024</h1><p class=b>1. Møder</p><p>{MEETING}</p>"
        "<p class=b>Husk dagsordenen</p>"
        "<p class=b>1. Lys på stierne</p><p class=b>2. Hegn ved skolen</p><p>Slut.</p>"
    )
    plan = read_plan(read_file("plan.pdf", content), places)
    assert headings(plan) == [("1", "Møder")]
    assert "<p><strong>Husk dagsordenen</strong></p>" in plan.sections[0].body
    assert (
        "<ol><li><strong>Lys på stierne</strong></li><li><strong>Hegn ved skolen</strong></li></ol>"
        in plan.sections[0].body
    )


def test_a_bold_line_that_the_contents_name_is_a_heading(places):
    content = pdf_file(
        f"{STYLE}<h1>Samarbejdsplan 2024</h1><p>Indhold<br><b>Møder ..... 2</b><br>Kredsråd ..... 2<br>"
        f"Emner ..... 3</p><p class=b>Møder</p><p>{MEETING}</p><p class=b>Emner</p><p>Lys på stierne.</p>"
    )
    plan = read_plan(read_file("plan.pdf", content), places)
    assert headings(plan) == [("1", "Møder"), ("2", "Emner")]
    assert plan.not_understood == ["Kredsråd"]


def test_a_word_document_whose_headings_are_only_bold(places):
    body = (
        bold("Samarbejdsplan 2024")
        + bold("Forord")
        + paragraph("Velkommen.")
        + bold("Møder")
        + paragraph("Vi mødes fire gange om året.")
        + bold("Husk altid dagsordenen.")
        + paragraph("Aalborg, den 3. november 2023")
        + bold("Asta Lund")
        + paragraph("Politidirektør")
        + bold("Bo Chr. Dam")
        + paragraph("Borgmester i Jammerbugt Kommune")
    )
    plan = read_plan(read_file("plan.docx", word_file(body)), places)
    assert headings(plan) == [("", "Forord"), ("1", "Møder")]
    assert [one.name for one in plan.signatories] == ["Asta Lund", "Bo Chr. Dam"]
    assert plan.sections[1].body.endswith("<p><strong>Husk altid dagsordenen.</strong></p>")


def test_kommuner_in_bold_above_their_lists_are_no_headings(places):
    body = bold("Samarbejdsplan 2024") + bold("Indsatsområder") + paragraph("Se her.")
    for name in ("Hjørring", "Rebild"):
        body += bold(f"{name} Kommune") + paragraph("1. Lys på stierne") + paragraph("2. Ro i havnen")
    plan = read_plan(read_file("plan.docx", word_file(body)), places)
    assert headings(plan) == [("1", "Indsatsområder")]
    assert plan.priorities == {name: ["Lys på stierne", "Ro i havnen"] for name in ("Hjørring", "Rebild")}
