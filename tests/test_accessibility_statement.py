"""`/was/` says what webtilgængelighedsloven § 4 and the Commission's model statement ask for."""

import pytest
from django.core.checks import run_checks
from lxml import html

from samarbejde.views import STATEMENT_PREPARED, STATEMENT_REVIEWED

AUTHORITY = {
    "AUTHORITY": "Midt- og Vestjyllands Politi",
    "CONTACT_EMAIL": "samarbejdsplan@example.dk",
    "CONTACT_PHONE": "+45 12 34 56 78",
    "WAS_URL": "https://www.was.digst.dk/samarbejde-example-dk",
}


def read(client) -> tuple[str, list[str]]:
    [main] = html.fromstring(client.get("/was/").content).xpath("//main")
    text = " ".join(" ".join(main.itertext()).split())  # a space that does not break is one too
    return text, [a.get("href") for a in main.iter("a")]


@pytest.fixture
def authority(settings):
    for name, value in AUTHORITY.items():
        setattr(settings, name, value)


def test_it_has_every_part_of_the_model(client, db, authority, settings):
    text, links = read(client)
    assert f"Midt- og Vestjyllands Politi gør {settings.SITE_URL} tilgængeligt efter lov om" in text
    for part in ("delvist", "Det mangler vi", "Vi har selv vurderet", "uforholdsmæssigt stor byrde"):
        assert part in text
    assert "Erklæringen er lavet 28. november 2026" in text
    assert f"Senest gennemgået {STATEMENT_REVIEWED.day}. " in text
    assert "E-mail samarbejdsplan@example.dk" in text
    assert "Telefon +45 12 34 56 78" in text
    assert "Digitaliseringsstyrelsen fører tilsyn" in text
    assert {
        "mailto:samarbejdsplan@example.dk",
        "tel:+4512345678",
        "tel:20163612",
        AUTHORITY["WAS_URL"],
    } < set(links)
    assert any(link.startswith("https://digst.dk/") for link in links)
    assert STATEMENT_PREPARED <= STATEMENT_REVIEWED


def test_who_has_given_no_contact_leads_to_the_district_and_promises_no_formal_statement(client, db):
    text, links = read(client)
    assert "Skriv eller ring til sekretariatet i din politikreds" in text
    assert "tel:114" in links
    assert not any("was.digst" in link or link.startswith("mailto:") for link in links)
    assert "None" not in text


def test_every_page_has_the_way_to_it_and_to_us(client, db, authority):
    footer = client.get("/").content.decode().partition("<footer>")[2]
    assert 'href="/was/"' in footer
    assert "mailto:samarbejdsplan@example.dk" in footer
    assert 'href="tel:+4512345678"' in footer


@pytest.mark.parametrize("missing", AUTHORITY)
def test_check_names_what_the_law_asks_for_and_nobody_filled_in(authority, settings, missing):
    assert told("samarbejde.W002") == []
    setattr(settings, missing, "")
    [said] = told("samarbejde.W002")
    assert missing in said


def test_check_says_so_when_citizens_pages_cannot_be_kept(settings, tmp_path):
    settings.PAGES = tmp_path / "sider" / "her"
    assert told("samarbejde.W001") == []
    (tmp_path / "sider").write_text("en fil i vejen")
    [said] = told("samarbejde.W001")
    assert str(settings.PAGES) in said


def told(check: str) -> list[str]:
    tags = ["files", "compatibility"]
    found = run_checks(tags=tags, include_deployment_checks=True)
    return [str(said) for said in found if said.id == check]
