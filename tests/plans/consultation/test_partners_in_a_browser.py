"""A partner on a phone: from the letter to the answer, with JavaScript and without."""

import re
from collections.abc import Iterator

import pytest

from plans.consultation.models import ConsultationReply
from samarbejde.outbox.models import Message
from tests.browser import PHONE, Portal
from tests.plans.partners.stages import HOUSING, invited

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def portal(live_server, settings, chromium) -> Iterator[Portal]:
    settings.SITE_URL = live_server.url
    portal = Portal(chromium, live_server.url)
    yield portal
    portal.close()


def link_in(letter: str) -> str:
    found = re.search(r"https?://\S+/hoering/\S+", letter)
    assert found, letter
    return found[0]


@pytest.mark.parametrize("javascript", [True, False])
def test_from_the_letter_to_the_answer(portal, cast, javascript):
    invited(cast)
    address = link_in(Message.objects.get(to=None).letter)
    partner = portal.visitor(size=PHONE, javascript=javascript)
    partner.opens(address)
    assert HOUSING in partner.text
    partner.page.get_by_role("link", name="Skriv jeres svar").first.click()
    partner.look()
    partner.fills("Jeres svar", "Nævn beboer")
    partner.clicks("Gem som kladde")
    assert "gemt, men ikke sendt" in partner.text
    assert not ConsultationReply.objects.exists()

    later = portal.visitor(size=PHONE, javascript=javascript)
    later.opens(address)
    later.page.get_by_role("link", name="Skriv videre").first.click()
    later.look()
    assert later.field("Jeres svar").input_value() == "Nævn beboer"
    later.fills("Jeres svar", "Nævn beboerrådgiverne.")
    later.clicks("Send svaret")
    assert "Svaret er sendt" in later.text
    assert ConsultationReply.objects.get().text == "Nævn beboerrådgiverne."

    partner.fills("Jeres svar", "Nævn også klubben.")
    partner.clicks("Send svaret")
    assert "gemt i et andet vindue" in partner.text
    assert partner.field("Jeres svar").input_value() == "Nævn også klubben."
    assert not partner.context.cookies()


def test_with_one_click(portal, cast):
    invited(cast)
    partner = portal.visitor(size=PHONE)
    partner.opens(link_in(Message.objects.get(to=None).letter))
    partner.clicks("Vi har ingen bemærkninger")
    assert "Svaret er sendt" in partner.text
    assert not ConsultationReply.objects.get().has_remarks


def test_a_broken_link_says_what_to_do(portal, cast):
    partner = portal.visitor(size=PHONE)
    response = partner.page.goto(f"{portal.address}/hoering/knaekket/")
    assert response.status == 404
    assert "kopiere hele linket" in partner.text
