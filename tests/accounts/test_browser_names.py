"""Whoever looks at where they are logged in reads a name, not what browsers tell of themselves."""

import pytest
from allauth.usersessions.models import UserSession

from samarbejde.accounts.letters import account_changed
from samarbejde.site.browser_names import browser_name

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (
            f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/131.0.0.0 Safari/537.36",
            "Chrome på Windows",
        ),
        (f"Mozilla/5.0 (Windows NT 10.0) {WEBKIT} Chrome/131.0 Safari/537.36 Edg/131.0", "Edge på Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox på Linux"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            "Version/18.1 Mobile/15E148 Safari/604.1",
            "Safari på iPhone",
        ),
        (f"Mozilla/5.0 (Linux; Android 14) {WEBKIT} Chrome/131.0 Mobile Safari/537.36", "Chrome på Android"),
        (
            f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {WEBKIT} Version/18.1 Safari/605.1",
            "Safari på Mac",
        ),
        ("curl/8.5.0", "Ukendt browser"),
        ("", "Ukendt browser"),
    ],
)
def test_a_browser_has_the_name_that_people_know(told, name):
    assert browser_name(told) == name


def test_the_page_says_it(as_user, cast):
    client = as_user(cast.sekretariat)
    UserSession.objects.all().delete()
    UserSession.objects.create(
        user=cast.sekretariat,
        session_key=client.session.session_key,
        ip="10.0.0.1",
        user_agent="Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0",
    )
    page = client.get("/konto/enheder/").text
    assert "Firefox på Linux" in page
    assert "Mozilla" not in page


def test_a_letter_on_the_account_names_the_browser(cast):
    told = {"user_agent": f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/131.0 Safari/537.36"}
    [letter] = account_changed(cast.direktoer, "account/email/password_changed", told)
    assert letter.text.endswith("\nBrowser: Chrome på Windows")
