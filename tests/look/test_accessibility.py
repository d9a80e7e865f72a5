"""axe on what people meet before any room: WCAG 2.2 A and AA, on a phone and on a desk."""

from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

AXE = (Path(settings.BASE_DIR) / "node_modules/axe-core/axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

pytestmark = pytest.mark.django_db(transaction=True)


def faults(page) -> list[tuple[str, str]]:
    page.evaluate(AXE + "\n;0")
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [(fault["id"], node["html"]) for fault in found["violations"] for node in fault["nodes"]]


def too_wide(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


def check(page) -> None:
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        assert not faults(page), page.url
        assert not too_wide(page), page.url


def test_pages_before_and_after_login(live_server, page, cast):
    chair = cast.formand_herning
    chair.set_password("kirsebær-i-juli")
    chair.save()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)

    for name in ("accessibility-statement", "account_reset_password", "account_signup", "account_login"):
        page.goto(live_server.url + reverse(name))
        check(page)
    page.get_by_role("button", name="Log ind", exact=True).click()
    page.get_by_role("group", name="Der er noget, du skal rette").wait_for()
    check(page)
    page.get_by_label("E-mail").fill(chair.email)
    page.get_by_label("Adgangskode").fill("kirsebær-i-juli")
    page.get_by_role("button", name="Log ind", exact=True).click()
    page.goto(live_server.url + reverse("mfa_index"))
    check(page)
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("button", name="Log ud").wait_for()
    assert not faults(page)
    assert complaints == []


def test_without_javascript_one_can_log_in_and_out(live_server, chromium, cast):
    chair = cast.formand_herning
    chair.set_password("kirsebær-i-juli")
    chair.save()
    page = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}).new_page()
    page.goto(live_server.url + reverse("account_login"))
    page.get_by_label("E-mail").fill(chair.email)
    page.get_by_label("Adgangskode").fill("kirsebær-i-juli")
    page.get_by_role("button", name="Log ind", exact=True).click()
    page.goto(live_server.url + reverse("mfa_index"))
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("button", name="Log ud").click()
    page.get_by_role("link", name="Log ind").wait_for()
    page.context.close()
