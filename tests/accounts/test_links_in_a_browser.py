"""The pages behind a personal link as a browser shows them, with JavaScript and without."""

from collections.abc import Iterator

import pytest
from django.urls import reverse

from samarbejde.accounts.models import User
from samarbejde.accounts.workflow import invite
from tests.accounts.conftest import PASSWORD
from tests.browser import PHONE, Portal

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def portal(live_server, settings, chromium) -> Iterator[Portal]:
    settings.SITE_URL = live_server.url
    portal = Portal(chromium, live_server.url)
    yield portal
    portal.close()


@pytest.mark.parametrize("javascript", [True, False])
def test_from_the_invitation_to_a_forgotten_password(portal, cast, javascript):
    bodil = User.objects.create_user("bodil@example.org", "Bodil Krog")
    visitor = portal.visitor(size=PHONE, javascript=javascript)
    visitor.opens(invite(bodil, by=cast.administrator).web_address)
    visitor.fills("Adgangskode", "Velkommen2026!")
    visitor.fills("Adgangskode igen", "Velkommen2026!")
    visitor.clicks("Gem adgangskode, og log ind")
    assert "som andre gætter først" in visitor.text
    visitor.fills("Adgangskode", PASSWORD)
    visitor.fills("Adgangskode igen", PASSWORD)
    visitor.clicks("Gem adgangskode, og log ind")
    assert visitor.page.url.endswith(reverse("desk"))

    other = portal.visitor(size=PHONE, javascript=javascript)
    other.opens(reverse("account_reset_password"))
    other.fills("E-mail", "Bodil@Example.org")
    other.clicks("Send link")
    link = bodil.links.get(kind="new_password").web_address
    other.opens(link)
    other.fills("Adgangskode", "sytten grønne både")
    other.fills("Adgangskode igen", "sytten grønne både")
    other.clicks("Gem adgangskode")
    assert other.heading == "Adgangskoden er skiftet"

    bodil.refresh_from_db()
    assert bodil.check_password("sytten grønne både")
    visitor.opens(reverse("mfa_index"))
    assert visitor.heading == "Log ind"
    response = other.page.goto(link)
    assert response.status == 404
    assert other.heading == "Linket virker ikke"
    other.page.get_by_role("link", name="Bed om et nyt link").click()
    assert other.heading == "Glemt adgangskode"
