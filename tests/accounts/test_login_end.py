"""The warning before a login ends, in a browser whose clock goes faster than the portal's."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from samarbejde.accounts.sessions import SessionStore
from tests.browser import Portal

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def waiting(live_server, chromium, cast):
    """Somebody who has stood still on a page for 56 minutes."""
    portal = Portal(chromium, live_server.url)
    visitor = portal.visitor(cast.formand_herning)
    visitor.page.clock.install()
    visitor.opens(reverse("mfa_index"))
    yield visitor
    portal.close()


def pass_minutes(page: Page, minutes: int, *, left: timedelta) -> None:
    """Time goes by in the browser; `left` is what the portal then says of the login."""
    Session.objects.update(expire_date=timezone.now() + left)
    page.clock.fast_forward(timedelta(minutes=minutes).total_seconds() * 1000)


def test_one_click_stays(waiting):
    page = waiting.page
    page.get_by_role("link", name="Skift adgangskode").focus()
    pass_minutes(page, 50, left=timedelta(minutes=10))
    expect(page.get_by_role("dialog")).to_have_count(0)
    pass_minutes(page, 6, left=timedelta(minutes=4))
    dialog = page.get_by_role("dialog", name="Du bliver snart logget ud")
    expect(dialog.get_by_role("button", name="Bliv logget ind")).to_be_focused()
    waiting.look()
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("link", name="Skift adgangskode")).to_be_focused()
    assert Session.objects.get().expire_date > timezone.now() + timedelta(minutes=59)


def test_another_window_that_is_in_use_keeps_this_one_quiet(waiting):
    pass_minutes(waiting.page, 58, left=timedelta(minutes=40))
    waiting.page.wait_for_timeout(300)
    expect(waiting.page.get_by_role("dialog")).to_have_count(0)


def test_after_half_a_day_it_says_that_one_must_log_in_again(waiting):
    session = SessionStore(Session.objects.get().session_key)
    session["started"] = (timezone.now() - timedelta(hours=11, minutes=56)).timestamp()
    session.save()
    pass_minutes(waiting.page, 56, left=timedelta(minutes=4))
    waiting.page.get_by_role("button", name="Bliv logget ind").click()
    expect(waiting.page.get_by_role("dialog")).to_contain_text("har du været logget ind i 12 timer")
    expect(waiting.page.get_by_role("button", name="Bliv logget ind")).to_have_count(0)
    waiting.page.get_by_role("button", name="Luk").click()
    expect(waiting.page.get_by_role("dialog")).to_have_count(0)


def test_a_login_that_has_ended_is_told_with_the_way_on(waiting):
    pass_minutes(waiting.page, 61, left=timedelta(minutes=-1))
    dialog = waiting.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Du er blevet logget ud. Det, du har skrevet, står stadig på siden")
    expect(dialog.get_by_role("link", name="log ind i et nyt vindue")).to_be_visible()
