from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from samarbejde.accounts.models import User
from tests.accounts.conftest import PASSWORD

WAIT = "Der er prøvet for mange gange"


def logged_in(client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("email", ["anna@example.org", "Anna@Example.ORG", "  ANNA@example.org "])
def test_an_email_has_no_case(anna, client, log_in, email):
    assert log_in(client, email)["Location"] == "/arbejdsbord/"
    assert logged_in(client)


def test_login_gives_a_new_session_key(anna, client, log_in):
    client.get("/konto/log-ind/")
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    planted = session.session_key

    log_in(client)

    assert client.cookies["session"].value != planted
    client.cookies["session"] = planted
    assert not logged_in(client)


def test_unknown_and_known_names_get_the_same_answer(anna, client, log_in):
    known = log_in(client, "anna@example.org", "forkert")
    unknown = log_in(client, "ukendt@example.org", "forkert")

    def words(page, email):
        return page.content.decode().replace(email, "").split("csrfmiddlewaretoken")[0]

    assert known.status_code == unknown.status_code
    assert words(known, "anna@example.org") == words(unknown, "ukendt@example.org")
    assert "E-mailen eller adgangskoden er forkert." in known.content.decode()


def test_five_wrong_passwords_close_the_account_for_five_minutes(anna, client, log_in):
    start = timezone.now()
    with time_machine.travel(start) as clock:
        for _ in range(5):
            assert WAIT not in log_in(client, password="forkert").content.decode()
        page = log_in(client)
        assert WAIT in page.content.decode()
        assert not logged_in(client)

        clock.move_to(start + timedelta(minutes=4, seconds=50))
        assert WAIT in log_in(client, "ANNA@example.org").content.decode()

        clock.move_to(start + timedelta(minutes=5, seconds=10))
        log_in(client)
        assert logged_in(client)


def test_twenty_attempts_a_minute_close_the_address(db, client, log_in):
    with time_machine.travel(timezone.now(), tick=False):
        for number in range(20):
            log_in(client, f"navn{number}@example.org", "forkert")
        page = log_in(client, "et-navn-til@example.org", "forkert")
    assert page.status_code == 429
    assert WAIT in page.content.decode()


def test_attempts_are_counted_for_all_processes(settings):
    """A cache in memory would count for one process alone."""
    assert settings.CACHES["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"


@pytest.mark.parametrize(
    "address",
    ["//evil.example", "https://evil.example", "///evil.example", "/\\evil.example", "http:evil.example",
     "javascript:alert(1)", "\thttps://evil.example", "https:evil.example", "//evil.example/%2f.."],
)  # fmt: skip
def test_login_leads_nowhere_else(anna, client, log_in, address):
    assert log_in(client, next=address)["Location"] == "/arbejdsbord/"


def test_login_leads_to_where_one_was_going(anna, client, log_in):
    asked = client.get("/arbejdsbord/")
    assert asked["Location"] == "/konto/log-ind/?next=/arbejdsbord/"
    assert log_in(client, next="/arbejdsbord/planer/")["Location"] == "/arbejdsbord/planer/"


def test_a_login_needs_a_csrf_token(anna, log_in):
    strict = Client(enforce_csrf_checks=True)
    assert log_in(strict).status_code == 403
    assert not logged_in(strict)


def test_a_deactivated_person_is_out_at_the_next_page(anna, client, log_in):
    log_in(client)
    assert client.get("/konto/totrin/").status_code == 200

    User.objects.filter(pk=anna.pk).update(is_active=False)

    assert "/konto/log-ind/" in client.get("/konto/totrin/")["Location"]
    assert log_in(client)["Location"] == "/konto/spaerret/"


def test_a_new_password_ends_the_other_sessions(anna, client, log_in):
    other = Client()
    log_in(client)
    log_in(other)

    client.post(
        "/konto/adgangskode/",
        {"oldpassword": PASSWORD, "password1": "sytten grønne både", "password2": "sytten grønne både"},
    )

    anna.refresh_from_db()
    assert anna.check_password("sytten grønne både")
    assert client.get("/konto/totrin/").status_code == 200
    assert "/konto/log-ind/" in other.get("/konto/totrin/")["Location"]


def test_nobody_signs_up(db, client):
    page = client.get("/konto/ny-bruger/")
    assert "Brugere oprettes ved invitation" in page.content.decode()
    client.post("/konto/ny-bruger/", {"email": "ny@example.org", "password1": PASSWORD})
    assert not User.objects.filter(email="ny@example.org").exists()


def test_a_logout_leaves_no_message_behind_for_the_next_login(anna, client, log_in):
    """It ends on the citizens' front page, which shows none."""
    log_in(client)
    assert client.post("/konto/log-ud/")["Location"] == "/"
    assert not logged_in(client)
    log_in(client)
    assert "Du er logget ud" not in client.get("/arbejdsbord/").content.decode()
