"""While a proposal is written, the list of what it lacks follows."""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser import Portal, Visitor
from tests.plans.proposals import stages


@pytest.fixture
def portal(transactional_db, live_server, chromium) -> Iterator[Portal]:
    portal = Portal(chromium, live_server.url)
    yield portal
    portal.close()


def test_a_line_goes_as_its_field_is_filled_in(portal, cast):
    proposal = stages.drafted(cast, of=stages.words(answers=[]))
    chair: Visitor = portal.visitor(cast.formand_herning)
    chair.opens(reverse("edit-proposal", args=[proposal.pk]))
    page = chair.page
    missing = page.get_by_role("region", name="Mangler, før I kan indsende")
    expect(missing.get_by_role("link")).to_have_text(["Målgruppe", "Ønsket virkning"])
    page.get_by_label("Målgruppe", exact=True).fill("Unge.")
    expect(missing.get_by_role("link")).to_have_text(["Ønsket virkning"])
    missing.get_by_role("link").click()
    expect(page.get_by_label("Ønsket virkning", exact=True)).to_be_focused()
    page.keyboard.type("Ro.")
    expect(missing).to_be_hidden()
