"""Administrators and secretariats must, after fourteen days; whoever signs may; nobody else is asked."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import time_machine
from django.test import Client
from django.urls import get_resolver, reverse

from samarbejde.accounts import second_factor
from samarbejde.accounts.models import User
from samarbejde.accounts.second_factor_gate import BEHIND_LOGIN, OPEN
from samarbejde.accounts.workflow import turn_off_second_factor
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.accounts.conftest import PASSWORD, code_of
from tests.test_permission_matrix import patterns

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
EXAMPLES = {"token": "x", "lineage": UUID(int=1)}  # of what is no number in an address
ASKED = reverse("choose-second-factor")


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as travelled:
        yield travelled


@pytest.fixture
def with_password():
    def give(person: User) -> User:
        person.set_password(PASSWORD)
        person.save()
        return person

    return give


@pytest.fixture
def overdue(cast, as_user) -> Client:
    User.objects.filter(pk=cast.sekretariat.pk).update(second_factor_due=START)
    return as_user(cast.sekretariat)


def words(page) -> str:
    return page.content.decode().replace("\u00a0", " ")


@pytest.mark.parametrize("role", ["sekretariat", "administrator"])
def test_fourteen_days_from_the_first_login(cast, client, log_in, with_password, clock, role):
    person = with_password(cast.roles[role])
    assert person.second_factor_due is None

    log_in(client, person.email)

    person.refresh_from_db()
    assert person.second_factor_due == START + timedelta(days=14)
    assert "Du har 14 dage tilbage, til 16. marts 2026." in words(client.get("/arbejdsbord/"))

    clock.shift(timedelta(days=9, hours=1))
    log_in(client, person.email)
    assert "Du har 5 dage tilbage" in words(client.get("/arbejdsbord/"))
    person.refresh_from_db()
    assert person.second_factor_due == START + timedelta(days=14), "the second login gives no more time"

    clock.shift(timedelta(days=5))
    log_in(client, person.email)
    assert client.get("/arbejdsbord/")["Location"] == ASKED
    page = words(client.get(ASKED))
    assert "nødvendigt" in page
    assert reverse("mfa_add_webauthn") in page


@pytest.mark.parametrize("role", ["politidirektør", "borgmester", "formand", "medlem", "kontaktudvalg"])
def test_nobody_else_must(cast, client, log_in, with_password, clock, role):
    person = with_password(cast.roles[role])
    for _ in range(2):
        log_in(client, person.email)
        assert client.get("/arbejdsbord/").status_code == 200
        clock.shift(timedelta(days=15))
    person.refresh_from_db()
    assert person.second_factor_due is None


FOR_CITIZENS = ("plans.public", "plans.action_plans.views.public", "councils.minutes.views.public")
OPENED_BY_A_LINK = ("/hoering/", "/kalender/")  # what the link tells is all that they tell, whoever opens it


def test_then_no_page_behind_the_login_opens_but_the_way_through_and_the_way_out(overdue):
    """Every address that is not for citizens: also one that is added tomorrow."""
    found = set()
    for name, pattern in patterns(get_resolver()):
        if pattern.callback.__module__.startswith(FOR_CITIZENS) or name in OPEN | {
            "favicon",
            "accessibility-statement",
        }:
            continue
        if name.startswith("admin:"):
            continue
        keys = pattern.pattern.regex.groupindex
        address = reverse(name, kwargs={key: EXAMPLES.get(key, 1) for key in keys})
        if address.startswith(OPENED_BY_A_LINK):
            continue
        assert address.startswith(BEHIND_LOGIN), f"{name} lies beside the gate"
        found.add(name)
        assert overdue.get(address).get("Location") == ASKED, name
        posted = overdue.post(address, {"name": "x"})
        assert posted.status_code == 302, name
        assert posted["Location"] == ASKED, name
    assert {"desk", "mfa_index", "usersessions_list", "account_change_password"} <= found
    for address in ("/administration/", "/administration/accounts/user/1/change/"):
        assert overdue.get(address)["Location"] == ASKED


def test_no_root_that_a_request_names_leads_around_it(overdue):
    assert overdue.get("/arbejdsbord/", SCRIPT_NAME="/andet")["Location"] == ASKED


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("choose-second-factor", reverse("mfa_add_webauthn")),
        ("mfa_activate_totp", 'name="code"'),
        ("mfa_add_webauthn", 'name="credential"'),
        ("account_logout", "Log ud</button>"),
    ],
)
def test_the_way_through_and_the_way_out_are_open(overdue, name, offered):
    page = overdue.get(reverse(name))
    assert page.status_code == 200
    assert offered in page.text.partition("<main")[2]


def test_the_way_out_leads_out(overdue):
    overdue.post(reverse("account_logout"))
    assert overdue.get("/arbejdsbord/")["Location"].startswith("/konto/log-ind/")


def test_citizens_pages_are_open_and_ask_nothing(overdue, django_assert_num_queries):
    assert "Slå totrinslogin til" not in overdue.get("/").text
    with django_assert_num_queries(0):
        assert "Tilgængelighedserklæring" in overdue.get("/was/").text


def test_what_was_typed_is_not_lost(overdue):
    text = "<p>Det her har jeg skrevet på i en time.</p>"
    page = overdue.post(
        "/arbejdsbord/planer/1/", {"body": text, "title": "Et ord"}, headers={"Origin": "http://testserver"}
    )

    assert page.status_code == 403
    assert "Slå totrinslogin til først" in words(page)
    assert "Det her har jeg skrevet på i en time." in words(page)
    assert 'name="title" value="Et ord"' in words(page)
    assert ASKED in words(page)


def test_with_a_second_factor_everything_opens(overdue, cast, turn_on_codes):
    turn_on_codes(cast.sekretariat)
    page = overdue.get("/arbejdsbord/")
    assert page.status_code == 200
    assert "Slå totrinslogin til" not in words(page)


def test_the_demo_shows_it_and_asks_nobody(overdue, settings):
    settings.DEMO = True
    page = overdue.get("/arbejdsbord/")
    assert page.status_code == 200
    assert "uden for demoen ville du blive bedt om det nu" in words(page)


# --- offered ---


@pytest.mark.parametrize("role", ["politidirektør", "borgmester"])
def test_who_signs_is_offered_it_until_they_say_no(cast, as_user, role):
    person = cast.roles[role]
    client = as_user(person)
    assert "Beskyt din underskrift" in words(client.get("/arbejdsbord/"))

    assert client.post(reverse("decline-second-factor"))["Location"] == "/arbejdsbord/"

    assert "Beskyt din underskrift" not in words(client.get("/arbejdsbord/"))
    assert "Opret en adgangsnøgle" in words(client.get("/konto/totrin/")), "it is still there to be had"


@pytest.mark.parametrize("role", ["formand", "medlem", "kontaktudvalg", "sekretariat"])
def test_others_are_not_offered_it(cast, as_user, role):
    assert "Beskyt din underskrift" not in words(as_user(cast.roles[role]).get("/arbejdsbord/"))


def test_no_cannot_be_said_to_what_is_required(cast, as_user):
    client = as_user(cast.sekretariat)
    client.post(reverse("decline-second-factor"))
    assert "Slå totrinslogin til" in words(client.get("/arbejdsbord/"))


# --- phone and codes are lost ---


@pytest.fixture
def lost(cast, client, log_in, with_password, turn_on_codes, clock) -> User:
    """The secretariat logs in with a second factor, and is logged in on the phone that it then loses."""
    person = with_password(cast.sekretariat)
    secret = turn_on_codes(person)
    log_in(client, person.email)
    client.post("/konto/totrin/log-ind/", {"code": code_of(secret)})
    assert client.get("/arbejdsbord/").status_code == 200
    return person


def test_an_administrator_helps(lost, cast, as_user, client, log_in):
    chosen = {"action": "turn_off_second_factors", "_selected_action": [lost.pk]}
    admin = as_user(cast.administrator)

    page = admin.post(reverse("admin:accounts_user_changelist"), chosen, follow=True)

    assert f"Totrinslogin er slået fra for {lost}" in words(page)
    event = Event.objects.get(verb="person.second_factor_off")
    assert (event.actor, event.subject) == (cast.administrator, lost)
    letter = Message.objects.filter(to=lost).latest("pk")
    assert letter.subject == "Totrinslogin er slået fra"
    assert "Administratoren har slået totrinslogin fra" in letter.body
    assert "bedt om at slå det til igen med det samme" in letter.body
    assert client.get("/arbejdsbord/")["Location"].startswith("/konto/log-ind/"), (
        "the lost phone is logged out"
    )

    log_in(client, lost.email)
    assert client.get("/arbejdsbord/")["Location"] == ASKED, "no fourteen days anew"

    again = admin.post(reverse("admin:accounts_user_changelist"), chosen, follow=True)
    assert "har ikke slået totrinslogin til" in words(again)


def test_from_the_persons_own_page_too(lost, cast, as_user):
    admin = as_user(cast.administrator)
    address = reverse("admin:accounts_user_change", args=[lost.pk])
    page = words(admin.get(address))
    assert "_turn_off_second_factor" in page
    assert ">app<" in page.replace("\n", "")

    fields = {"name": lost.name, "email": lost.email, "is_active": "on", "_turn_off_second_factor": "1"}
    for prefix in ("memberships", "invitations"):
        fields |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    admin.post(address, fields)

    assert not second_factor.is_set_up(lost)
    assert "_turn_off_second_factor" not in words(admin.get(address))


def test_passkeys_go_as_well(cast):
    mayor = cast.borgmester("Herning")
    mayor.authenticator_set.create(type="webauthn", data={"name": "Telefon", "credential": {}})

    turn_off_second_factor(mayor, by=cast.administrator)

    assert not mayor.authenticator_set.exists()
    mayor.refresh_from_db()
    assert mayor.second_factor_due is None, "it is only offered"
    assert "logger nu ind med din adgangskode alene" in Message.objects.get(to=mayor).body


def test_nobody_does_it_to_themselves_without_a_code(cast, turn_on_codes):
    """On »Min konto« they are asked who they are; here a browser left open would be enough."""
    turn_on_codes(cast.administrator)
    with pytest.raises(Refused, match="Min konto"):
        turn_off_second_factor(cast.administrator, by=cast.administrator)
    assert second_factor.is_set_up(cast.administrator)
