"""The secretariat's pages: read a document, look at the plan it becomes, write it."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from councils.models import PoliceDistrict
from plans.document.models import FocusArea, Plan, Scope
from plans.document.states import PlanState
from plans.importing import workflow
from plans.importing.likeness import letters
from plans.importing.models import ImportedDocument
from samarbejde.events.models import Event
from tests.cast import DISTRICT
from tests.plans.importing.conftest import DOCUMENTS
from tests.plans.importing.test_files import NAMESPACE, as_word, paragraph, word_file

pytestmark = pytest.mark.django_db

UPLOAD = reverse("import-plan")
TEXT = (DOCUMENTS / "miniature_plan.md").read_text()
TEXT_OF_WEST = (
    TEXT.replace("NORDJYLLANDS", "MIDT- OG VESTJYLLANDS")
    .replace("Hjørring", "Herning")
    .replace("Rebild", "Viborg")
    .replace("Jammerbugt", "Skive")
)


@pytest.fixture
def secretariat(cast, as_user):
    return as_user(cast.sekretariat)


def send(
    client,
    text: str | bytes = TEXT_OF_WEST,
    *,
    name: str = "plan.md",
    year: int | str = 2024,
    district: str = DISTRICT,
):
    content = text.encode() if isinstance(text, str) else text
    place = PoliceDistrict.objects.get(slug=district)
    return client.post(
        UPLOAD, {"district": place.pk, "year": year, "document": SimpleUploadedFile(name, content)}
    )


def preview_of(client, **kwargs) -> str:
    response = send(client, **kwargs)
    assert response.status_code == 302
    return response.url


def test_a_document_is_shown_as_the_plan_it_becomes_before_anything_is_written(secretariat):
    page = secretariat.get(preview_of(secretariat)).content.decode()
    assert not Plan.objects.exists()
    text = re.sub(r"<[^>]+>", "", page)
    for shown in (
        "Sådan bliver planen for 2024",
        "Aalborg, den 3. november 2023",
        "2 kredsdækkende og 2 lokale",
        "8 i 3 kommuner",
        "Hjælp til unge uden venner",
        "Politiet måler fart ved skolerne.",
        "Søkanten/Bakken",
        "Asta Lund",
    ):
        assert shown in text


def test_the_plan_is_written_on_the_second_word(secretariat, cast):
    preview = preview_of(secretariat)
    response = secretariat.post(preview)
    plan = Plan.objects.get()
    assert response.url == reverse("plan", args=[plan.pk])
    assert (plan.council, plan.year, plan.state) == (cast.kredsraad(), 2024, PlanState.DRAFT)
    document = ImportedDocument.objects.get()
    assert (document.plan, document.uploaded_by, bytes(document.content)) == (
        plan,
        cast.sekretariat,
        TEXT_OF_WEST.encode(),
    )


def test_a_standing_draft_is_replaced_only_with_a_cross(secretariat):
    preview = preview_of(secretariat)
    secretariat.post(preview)
    Plan.objects.get().sections.filter(heading="Trafik").update(heading="Min rettelse")
    refused = secretariat.post(preview)
    assert refused.status_code == 422
    assert "Sæt kryds, hvis kladden skal erstattes." in refused.content.decode()
    assert Plan.objects.get().sections.filter(heading="Min rettelse").exists()
    assert secretariat.post(preview, {"replace": "on"}).status_code == 302
    assert not Plan.objects.get().sections.filter(heading="Min rettelse").exists()


def test_a_plan_beyond_draft_cannot_be_replaced(secretariat):
    preview = preview_of(secretariat)
    secretariat.post(preview)
    Plan.objects.update(state=PlanState.CONSULTATION)
    page = secretariat.get(preview).content.decode()
    assert "bliver aldrig overskrevet" in page.partition("Det er fundet i dokumentet")[0]
    assert "Erstat kladden" not in page
    secretariat.post(preview, {"replace": "on"})
    assert Plan.objects.get().state == PlanState.CONSULTATION


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"text": TEXT}, "planen for Nordjyllands Politi"),
        ({"year": ""}, "Skriv det år, planen gælder for."),
        ({"year": 2025}, "samarbejdsplanen for 2024, og du har valgt 2025"),
        ({"year": "to tusind"}, "Indtast et heltal"),
        ({"year": 1999}, "Tallet skal mindst være 2007."),
        ({"year": 20244}, "Tallet må højst være 2100."),
        ({"text": b""}, "Filen er tom"),
        ({"text": bytes(range(256)) * 9}, "ikke en tekstfil"),
        ({"name": "plan.exe"}, "kan ikke læses"),
        ({"name": "plan.pdf"}, "er ikke sådan en fil"),
        ({"text": b"a" * 20_000_001}, "mere end 20 MB"),
        ({"text": TEXT_OF_WEST + "\n010190-1234\n"}, "CPR-nummer"),
        (
            {"text": TEXT_OF_WEST + f"\n{'| x ' * 31}|\n"},
            "Afsnittet »Cykler og elløbehjul«: En tabel kan højst have 30 kolonner.",
        ),
    ],
)
def test_what_cannot_be_read_comes_back_with_a_reason_and_what_was_typed(changes, reason, secretariat):
    response = send(secretariat, **changes)
    page = response.content.decode()
    assert response.status_code == 422
    assert reason in page
    assert f'value="{changes.get("year", 2024)}"' in page or not changes["year"]
    assert not ImportedDocument.objects.exists()


def test_only_the_secretariat_of_the_district_gets_in(secretariat, cast, as_user, client):
    preview = preview_of(secretariat)
    assert client.get(UPLOAD).status_code == client.get(preview).status_code == 302
    assert as_user(cast.formand_herning).get(UPLOAD).status_code == 403
    assert as_user(cast.formand_herning).get(preview).status_code == 403
    assert as_user(cast.borgmester("Herning")).post(preview).status_code == 403
    other = as_user(cast.sekretariat_fyn)
    assert other.get(UPLOAD).status_code == 200
    assert other.get(preview).status_code == other.post(preview).status_code == 404
    assert send(other).status_code == 422  # the district is not among those offered
    assert "plan.md" not in other.get(UPLOAD).content.decode()
    assert not Plan.objects.exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_documents_costs_the_same(rows, secretariat, django_assert_num_queries):
    for _ in range(rows):
        preview_of(secretariat)
    with django_assert_num_queries(7):
        assert secretariat.get(UPLOAD).content.decode().count("Ikke indlæst") == rows


def test_the_preview_asks_the_database_little(secretariat, django_assert_max_num_queries):
    preview = preview_of(secretariat)
    secretariat.post(preview)
    secretariat.get(preview)  # reads the message of the post away
    with django_assert_max_num_queries(12):
        secretariat.get(preview)


def test_a_wall_of_text_is_shown_with_its_figures_and_duties(cast, as_user):
    fyn = as_user(cast.sekretariat_fyn)
    text = (DOCUMENTS / "miniature_wall.txt").read_text().replace("Bornholms Politi", "Fyns Politi")
    response = send(fyn, text, name="plan.txt", year=2012, district="fyn")
    page = fyn.get(response.url).content.decode()
    for shown in ("Ro i havnen", "Betjente", "41.303", "Kilde: Danmarks Statistik", "BILAG 1"):
        assert shown in page
    assert "<dt>Afrapporteringer</dt><dd>2</dd>" in page


def test_text_from_the_document_is_harmless_on_the_page(secretariat):
    text = TEXT_OF_WEST.replace("Kaffen er god.", "<script>alert(1)</script>").replace(
        "### 4.1 Trafik", "### 4.1 <img src=x onerror=alert(2)>"
    )
    page = secretariat.get(preview_of(secretariat, text=text)).content.decode()
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_damaged_document_is_refused_on_the_page_with_what_was_typed(secretariat):
    response = send(secretariat, as_word(TEXT_OF_WEST)[:900], name="plan.docx", year=2023)
    page = response.content.decode()
    assert response.status_code == 422
    assert "Word-filen er gået i stykker, eller en del af den mangler. Åbn den i Word" in page
    assert 'value="2023"' in page
    assert not ImportedDocument.objects.exists()


def test_the_preview_names_what_a_word_file_has_beside_its_text(secretariat):
    header = f'<?xml version="1.0"?><w:hdr {NAMESPACE}>{paragraph("UDKAST TIL HØRING")}</w:hdr>'
    body = paragraph("Samarbejdsplan 2024", "Titel") + paragraph("Møder", "Overskrift1")
    noted = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Husk kaffe</w:t></w:r></w:p>"
    content = word_file(body + paragraph("Vi mødes ofte.") + noted, {"word/header1.xml": header})
    page = secretariat.get(preview_of(secretariat, text=content, name="plan.docx")).content.decode()
    out = page.split('<h2 id="left-out">Ikke med i planen</h2>')[1]
    assert "<li>Skjult tekst (1): »Husk kaffe«</li>" in out
    assert "<li>Sidehoved (1): »UDKAST TIL HØRING«</li>" in out
    assert page.count("UDKAST TIL HØRING") == 1, "what is named is not said again"
    assert "Al anden tekst er med i planen end det, der er nævnt ovenfor." in out
    assert "Alt i dokumentet er med" not in page


def test_all_is_said_to_be_there_only_when_it_is(secretariat):
    whole = "# Samarbejdsplan 2024\n\n## 1. Møder\n\nVi mødes ofte.\n"
    page = secretariat.get(preview_of(secretariat, text=whole)).content.decode()
    assert "Alt i dokumentet er med i planen." in page
    page = secretariat.get(preview_of(secretariat, text=f"{whole}\n![kort](kort.png)\n")).content.decode()
    assert "Alt i dokumentet er med" not in page
    assert "Al anden tekst er med i planen end det, der er nævnt ovenfor." in page


def test_the_preview_counts_the_mayors_that_were_found(secretariat):
    page = secretariat.get(preview_of(secretariat)).content.decode()
    assert "<dt>Underskrivere</dt><dd>3 (fandt 2 af 11 borgmestre og politidirektøren)</dd>" in page


OPEN = (
    "Er »Hjælp til unge uden venner« i kommunernes lister det emne, som afsnittet »Støtte til ensomme unge« "
    "handler om?"
)
KEY = letters("samme Hjælp til unge uden venner Støtte til ensomme unge")


def answer(client, choice: str, key: str = KEY):
    address = reverse("answer-import", args=[ImportedDocument.objects.get().pk])
    return client.post(address, {"question": key, "choice": choice}, follow=True)


def titles() -> set[str]:
    return {area.title for area in FocusArea.objects.filter(scope=Scope.DISTRICT)}


def test_what_a_document_leaves_open_is_answered_by_a_click_and_used_at_once(secretariat):
    address = preview_of(secretariat)
    page = secretariat.get(address).text
    assert OPEN in page
    assert "Ikke besvaret: planen er læst med »Ja«." in page
    response = answer(secretariat, "Nej")
    assert response.redirect_chain == [(f"{address}#questions", 302)]
    assert "Besvaret." in response.text
    assert response.text.count("Ikke besvaret") == page.count("Ikke besvaret") - 1
    assert Event.objects.filter(verb="document.answered", text=f"Svarede »Nej« på: {OPEN}").exists()
    secretariat.post(address)
    assert titles() == {"Hjælp til unge uden venner", "Lys på stierne", "Støtte til ensomme unge"}


def test_an_answer_can_be_taken_back(secretariat):
    address = preview_of(secretariat)
    answer(secretariat, "Nej")
    assert "Ikke besvaret: planen er læst med »Ja«." in answer(secretariat, "").text
    assert ImportedDocument.objects.get().answers == {}
    secretariat.post(address)
    assert titles() == {"Lys på stierne", "Støtte til ensomme unge"}


@pytest.mark.parametrize(("key", "choice"), [("noget andet", "Nej"), (KEY, "Måske"), ("", "")])
def test_an_answer_to_nothing_that_was_asked_is_refused_in_words(secretariat, key, choice):
    preview_of(secretariat)
    page = answer(secretariat, choice, key).text
    assert "Filen giver ikke længere det spørgsmål. Her er den, som den læses nu." in page
    assert ImportedDocument.objects.get().answers == {}


def test_a_document_that_is_a_plan_already_takes_no_answer(secretariat):
    secretariat.post(preview_of(secretariat))
    page = answer(secretariat, "Nej").text
    assert "Dokumentet er allerede indlæst. Ret det i planen, eller hent et nyt dokument ind." in page
    assert ImportedDocument.objects.get().answers == {}


def test_a_file_is_read_once(secretariat, monkeypatch):
    address = preview_of(secretariat)

    def never(*_: object) -> None:
        raise AssertionError("the file is read again")

    monkeypatch.setattr(workflow, "read_apart", never)
    assert "Sådan bliver planen for 2024" in secretariat.get(address).text
    secretariat.post(address)
    assert Plan.objects.exists()


def test_a_document_of_before_its_blocks_were_kept_is_read_from_its_file(secretariat):
    address = preview_of(secretariat)
    ImportedDocument.objects.update(blocks=None)
    assert OPEN in secretariat.get(address).text
