"""Proposals are read and decided by the keyboard, unless somebody types or has turned the keys off."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser import Portal
from tests.plans.proposals import stages


@pytest.fixture
def portal(transactional_db, live_server, chromium) -> Iterator[Portal]:
    portal = Portal(chromium, live_server.url)
    yield portal
    portal.close()


def test_the_keys_lead_on_and_back_and_to_each_choice(portal, cast):
    round_ = stages.a_round(cast)
    first = stages.submitted(cast, round_, of=stages.words("Natteravne"))
    second = stages.submitted(cast, round_, of=stages.words("Cykler"))
    reader = portal.visitor(cast.sekretariat)
    reader.opens(stages.page(first))
    page = reader.page
    expect(page.locator(".key-help")).to_contain_text("Næste forslag")
    expect(page.locator(".key-help dd", has_text="Forrige forslag")).to_be_hidden()
    page.keyboard.press("n")
    page.wait_for_url(f"**{stages.page(second)}")
    page.keyboard.press("p")
    page.wait_for_url(f"**{stages.page(first)}")
    page.keyboard.press("a")
    page.wait_for_url("**?valg=afvis#panel")
    page.get_by_label("Begrundelse").press_sequentially("nope")
    assert "valg=afvis" in page.url, "it is off while somebody types"
    expect(page.get_by_label("Begrundelse")).to_have_value("nope")
    reader.opens(stages.page(first))
    page.get_by_role("button", name="Slå tasterne fra").click()
    page.keyboard.press("n")
    page.reload()
    assert page.url.endswith(stages.page(first))
    page.keyboard.press("n")
    assert page.url.endswith(stages.page(first)), "it is remembered"
    page.get_by_role("button", name="Slå tasterne til").click()
    page.locator("h1").click()
    page.keyboard.press("n")
    page.wait_for_url(f"**{stages.page(second)}")
