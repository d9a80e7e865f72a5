"""What a line is, said by people: the plan is read so, and what they said stays."""

import json

import pytest
from django.urls import reverse

from plans.importing.blocks import Heading, Holds, Item, Kind, LeftOut, Paragraph, Run, Table
from plans.importing.blocks.corrections import ReadAs, corrected
from plans.importing.findings.reading import read_plan
from plans.importing.models import ImportedDocument
from plans.importing.text import read_text
from samarbejde.events.models import Event
from tests.plans.importing.test_pages import preview_of

TEXT = (
    "# Samarbejdsplan 2024\n\n## 1. Møder\n\nVi mødes.\n\n**Husk kaffe**\n\nVi skriver.\n\nAltid referat.\n\n"
    "## Bilag\n\nMidt- og Vestjyllands Politi skriver.\n"
)
TITLE, MEETINGS, MEET, COFFEE, WRITE, MINUTES, APPENDIX = map(str, range(7))


def plan_with(places, **said: ReadAs):
    file = read_text(TEXT)
    names = {"coffee": COFFEE, "meet": MEET, "minutes": MINUTES, "appendix": APPENDIX, "meetings": MEETINGS}
    blocks = corrected(file.blocks, {names[name]: one for name, one in said.items()})
    return read_plan(type(file)(blocks), places)


def headings(plan) -> list[tuple[str, str]]:
    return [(section.number, section.heading) for section in plan.sections]


def test_nothing_said_changes_nothing():
    blocks = read_text(TEXT).blocks
    assert corrected(blocks, {}) == blocks


def test_a_line_becomes_a_heading_of_its_level(places):
    plan = plan_with(places, coffee=ReadAs.THIRD)
    assert headings(plan) == [("1", "Møder"), ("1.1", "Husk kaffe"), ("2", "Bilag")]


def test_a_heading_becomes_text_and_stays_it_though_it_looks_like_one(places):
    plan = plan_with(places, appendix=ReadAs.TEXT)
    assert headings(plan) == [("1", "Møder")]
    assert "<p>Bilag</p>" in plan.sections[0].body


def test_a_line_becomes_an_item(places):
    plan = plan_with(places, meet=ReadAs.ITEM)
    assert plan.sections[0].body.startswith("<ul><li>Vi mødes.</li></ul>")


def test_a_line_goes_on_with_the_one_above(places):
    plan = plan_with(places, minutes=ReadAs.JOINED)
    assert "<p>Vi skriver. Altid referat.</p>" in plan.sections[0].body
    assert plan.not_understood == []


def test_a_line_is_left_out_and_told(places):
    plan = plan_with(places, coffee=ReadAs.DROPPED)
    assert "kaffe" not in plan.sections[0].body
    assert plan.left_out == ["Udeladt af jer selv (1): »Husk kaffe«"]


def test_the_first_line_goes_on_with_nothing():
    line = Paragraph("linje 1", (Run("Vi mødes."),))
    assert corrected([line], {"0": ReadAs.JOINED}) == (line,)


def test_a_table_can_be_left_out_and_is_nothing_else():
    table = Table("linje 1", ())
    assert corrected([table], {"0": ReadAs.FIRST}) == (table,)
    assert corrected([table], {"0": ReadAs.DROPPED}) == (LeftOut("linje 1", Kind.DROPPED, ""),)


LISTS = """# Samarbejdsplan 2024

## 1. Steder

| Herning | Lys på stierne |
| Skive | Ro i havnen |
"""


def test_a_table_is_what_people_say(places):
    file = read_text(LISTS)
    at = str(len(file.blocks) - 1)

    def plan(said: str):
        return read_plan(type(file)(corrected(file.blocks, {at: said})), places)

    assert plan(Holds.TEXT).priorities == {}
    assert "<td>Ro i havnen</td>" in plan(Holds.TEXT).sections[0].body
    assert plan(Holds.PRIORITIES).priorities == {"Herning": ["Lys på stierne"], "Skive": ["Ro i havnen"]}


def test_a_table_of_signatories_that_is_said_to_be_text_stays_text(places):
    table = "| Anna Almind | Politidirektør |\n| Bo Birk | Borgmester i Herning Kommune |"
    file = read_text(f"# Samarbejdsplan 2024\n\n## Forord\n\n{table}")
    assert len(read_plan(file, places).signatories) == 2
    said = corrected(file.blocks, {str(len(file.blocks) - 1): Holds.TEXT})
    assert read_plan(type(file)(said), places).signatories == []


def test_lines_of_a_block_become_paragraphs_each():
    block = Paragraph("side 1", (Run("Vi mødes\n"), Run("tit.\u2028Altid", bold=True)))
    assert corrected([block], {"0": ReadAs.PARTED}) == (
        Paragraph("side 1", (Run("Vi mødes"),), is_settled=True),
        Paragraph("side 1", (Run("tit.", bold=True),), is_settled=True),
        Paragraph("side 1", (Run("Altid", bold=True),), is_settled=True),
    )


def test_what_was_left_out_by_the_reader_stays_so():
    left = LeftOut("linje 1", Kind.HEADER, "UDKAST")
    assert corrected([left], {"0": ReadAs.TEXT}) == (left,)


@pytest.mark.parametrize("kind", [Heading, Item, Paragraph])
def test_what_somebody_said_is_settled(kind):
    said = {Heading: ReadAs.FIRST, Item: ReadAs.ITEM, Paragraph: ReadAs.TEXT}[kind]
    [block] = corrected([Paragraph("linje 1", (Run("3.1 Møder"),))], {"0": said})
    assert isinstance(block, kind)
    assert block.is_settled


# The page


@pytest.fixture
def secretariat(cast, as_user):
    return as_user(cast.sekretariat)


@pytest.fixture
def document(secretariat) -> ImportedDocument:
    preview_of(secretariat, text=TEXT)
    return ImportedDocument.objects.get()


def address(document: ImportedDocument) -> str:
    return reverse("correct-import", args=[document.pk])


def correct(client, document: ImportedDocument, seen: dict[str, str] | None = None, **said: str):
    data = {"seen": json.dumps(seen or {}), **{name.removeprefix("at_"): one for name, one in said.items()}}
    return client.post(address(document), data, follow=True)


def test_the_page_shows_each_line_with_its_place_and_what_it_was_read_as(secretariat, document):
    page = secretariat.get(address(document)).text
    assert "Husk kaffe" in page
    assert "Linje 7" in page
    assert '<option value="" selected>Overskrift, niveau 2 (som læst)</option>' in page
    assert page.count("<select") == 8


def test_the_plan_stands_beside_the_lines(secretariat, document):
    page = secretariat.get(address(document)).text
    beside = page.partition("Sådan bliver planen</h2>")[2]
    assert "Vi skriver." in beside
    assert "Husk kaffe" in beside
    correct(secretariat, document, at_3=ReadAs.DROPPED)
    assert (
        "Husk kaffe" not in secretariat.get(address(document)).text.partition("Sådan bliver planen</h2>")[2]
    )


def test_lines_are_corrected_and_the_plan_is_read_anew(secretariat, document):
    response = correct(secretariat, document, at_3=ReadAs.THIRD)
    assert response.redirect_chain == [(address(document), 302)]
    assert "1.1 Husk kaffe" in response.text
    document.refresh_from_db()
    assert document.corrections == {"3": ReadAs.THIRD}
    assert Event.objects.filter(verb="document.corrected").count() == 1
    secretariat.post(reverse("preview-import", args=[document.pk]))
    assert (
        document.district.councils.get(kind="district")
        .plans.get()
        .sections.filter(heading="Husk kaffe")
        .exists()
    )


def test_two_who_correct_at_once_are_told_and_lose_nothing(secretariat, document):
    correct(secretariat, document, at_3=ReadAs.THIRD)
    response = correct(secretariat, document, at_2=ReadAs.ITEM)
    assert "En anden har rettet i dokumentet imens." in response.text
    document.refresh_from_db()
    assert document.corrections == {"3": ReadAs.THIRD}
    form = response.context["form"]
    shown = {place: form[place].value() for place in form.blocks if form[place].value()}
    assert shown == {"2": ReadAs.ITEM, "3": ReadAs.THIRD}, "both people's choices"
    correct(
        secretariat,
        document,
        json.loads(form["seen"].value()),
        **{f"at_{at}": one for at, one in shown.items()},
    )
    document.refresh_from_db()
    assert document.corrections == shown


def test_a_choice_that_is_taken_back_while_another_corrects_stays_taken_back(secretariat, document):
    correct(secretariat, document, at_3=ReadAs.THIRD)
    correct(secretariat, document, {"3": ReadAs.THIRD}, at_3=ReadAs.THIRD, at_4=ReadAs.ITEM)
    form = correct(secretariat, document, {"3": ReadAs.THIRD}).context["form"]
    assert {at: form[at].value() for at in form.blocks if form[at].value()} == {"4": ReadAs.ITEM}


@pytest.mark.parametrize("seen", ["[1]", "1", '"x"', "ikke JSON"])
def test_a_page_that_was_tampered_with_is_told_so(secretariat, document, seen):
    response = secretariat.post(address(document), {"seen": seen, "3": ReadAs.THIRD})
    assert response.status_code == 422
    assert "Siden er forældet. Hent den igen, og vælg om." in response.text
    document.refresh_from_db()
    assert document.corrections == {}


def test_what_a_table_is_is_chosen_on_the_page(secretariat, cast):
    preview_of(secretariat, text=f"{LISTS}\nMidt- og Vestjyllands Politi skriver.\n")
    document = ImportedDocument.objects.get()
    response = correct(secretariat, document, at_2=Holds.TEXT)
    assert response.status_code == 200
    page = secretariat.get(reverse("preview-import", args=[document.pk])).text
    assert "<td>Ro i havnen</td>" in page


def test_what_would_be_no_plan_is_refused_with_what_was_chosen(secretariat, document):
    every = {f"at_{place}": ReadAs.DROPPED for place in range(8)}
    response = correct(secretariat, document, **every)
    assert "Teksten ligner ikke en samarbejdsplan" in response.text
    assert response.text.count(f'<option value="{ReadAs.DROPPED}" selected>') == 8
    document.refresh_from_db()
    assert document.corrections == {}


def test_a_document_that_is_a_plan_already_is_not_corrected(secretariat, document):
    secretariat.post(reverse("preview-import", args=[document.pk]))
    assert "Dokumentet er allerede indlæst." in correct(secretariat, document, at_3=ReadAs.THIRD).text
    assert "linjer læses" not in secretariat.get(reverse("preview-import", args=[document.pk])).text


def test_a_choice_that_is_not_offered_comes_back(secretariat, document):
    response = correct(secretariat, document, at_3="Citat")
    assert response.status_code == 422
    document.refresh_from_db()
    assert document.corrections == {}
