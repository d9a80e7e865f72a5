"""While a section is written, the list beside it follows what is written."""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser import Portal


@pytest.fixture
def portal(transactional_db, live_server, chromium) -> Iterator[Portal]:
    portal = Portal(chromium, live_server.url)
    yield portal
    portal.close()


def test_the_list_beside_a_section_follows_each_pause_in_writing(portal, plan, section, cast):
    placed = section("Unge", body="<p>Vi mødes.</p>")
    writer = portal.visitor(cast.sekretariat)
    writer.opens(reverse("edit-section", args=[plan.pk, placed.pk]))
    beside = writer.page.locator("[data-findings]")
    expect(beside).to_be_hidden()
    writer.writes("Tekst", "", "Et kredsdekkende emne. ")
    expect(beside).to_contain_text("Vi skriver »kredsdækkende«")
    expect(beside).to_be_visible()
    placed.refresh_from_db()
    assert "kredsdekkende" in placed.body, "it saved itself"
    for _ in "kredsdekkende emne. ":
        writer.page.keyboard.press("Backspace")
    expect(beside).to_be_hidden()
