"""What the pages show as files: the list and the parts for a spreadsheet, the draft in Word."""

import io

import pytest
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from tests.plans.yearly_account import stages
from tests.plans.yearly_account.stages import YEAR, at

pytestmark = pytest.mark.django_db


def lines(answer) -> list[str]:
    return answer.content.decode("utf-8-sig").splitlines()


def test_the_parts_of_a_draft_as_excel(cast, as_user):
    account = stages.draft(cast)
    stages.edited(cast, account, "ahead", "<p>=1+1</p><ul><li>Flere møder</li></ul>")
    answer = as_user(cast.sekretariat).get(at("yearly-account-sheet", account, "xlsx"))
    page = load_workbook(io.BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[0] == ["Del", "Tekst", "Hvis ord"]
    headings = [part.heading for part in account.parts.all()]
    assert [row[0] for row in rows[1:]] == headings
    last = rows[1 + headings.index("Det kommende år")]
    assert "Flere møder" in last[1]
    assert last[2] == "Rettet af sekretariatet."
    assert {row[2] for row in rows[1:-1]} == {"Portalens udkast."}
    assert page.cell(len(rows), 2).data_type == "s", "it is words, whatever it begins with"


def test_what_was_presented_as_csv(cast, as_user):
    account = stages.presented(cast)
    shown = lines(as_user(cast.borgmester("Herning")).get(at("yearly-account-sheet", account, "csv")))
    assert shown[0] == "Del;Tekst"
    assert any("Politikredsen i tal" in line for line in shown)
    assert not any("Det kommende år" in line for line in shown), "it has no text, and is not in it"


def test_the_list_shows_each_what_its_page_shows(cast, as_user):
    account = stages.draft(cast)
    address = reverse("yearly-accounts-sheet", args=[account.council_id, "csv"])
    assert [line.split(";")[:3] for line in lines(as_user(cast.sekretariat).get(address))] == [
        ["År", "Tilstand", "Forelagt den"],
        [str(YEAR), "kladde", ""],
    ]
    assert len(lines(as_user(cast.borgmester("Herning")).get(address))) == 1, "a draft is not theirs"
    assert as_user(cast.sekretariat).get(address.replace("csv", "pdf")).status_code == 404


def test_the_draft_in_word(cast, as_user):
    account = stages.draft(cast)
    answer = as_user(cast.sekretariat).get(at("yearly-account-word", account))
    assert f'filename="udkast-redegoerelse-midt-og-vestjylland-{YEAR}.docx"' in answer["Content-Disposition"]
    document = Document(io.BytesIO(answer.content))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert "UDKAST" in words
    assert f"Politidirektørens redegørelse for {YEAR}" in words
    assert any("Møder i rådene" in line for line in words)
    [table] = document.tables
    assert "120" in table.cell(1, 1).text


def test_the_pages_offer_them(cast, as_user):
    account = stages.draft(cast)
    page = as_user(cast.sekretariat).get(at("yearly-account", account)).text
    assert at("yearly-account-word", account) in page
    assert at("yearly-account-sheet", account, "xlsx") in page
    listed = as_user(cast.sekretariat).get(reverse("yearly-accounts", args=[account.council_id])).text
    assert reverse("yearly-accounts-sheet", args=[account.council_id, "csv"]) in listed
