import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localtime

from samarbejde.accounts.models import PersonalLink, User
from samarbejde.accounts.workflow import invite
from samarbejde.danish import date_text
from samarbejde.events.models import Event
from samarbejde.outbox.letters import letter
from samarbejde.outbox.models import Message, MessageState
from samarbejde.outbox.workflow import queue
from tests.cast import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(cast, as_user):
    return as_user(cast.administrator)


@pytest.fixture
def bodil(cast) -> User:
    return User.objects.create_user("bodil@example.org", "Bodil Krog")


def page(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", response.content.decode()))


def person_fields(person: User, **more: object) -> dict[str, object]:
    fields = {"name": person.name, "email": person.email or "", "is_active": "on"}
    for prefix in ("memberships", "links"):
        fields |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    return fields | more


def test_the_administration_is_for_administrators(cast, as_user, client):
    for role, somebody in cast.roles.items():
        expected = 200 if role == "administrator" else 403
        assert as_user(somebody).get("/administration/").status_code == expected, role
    assert client.get("/administration/")["Location"] == "/konto/log-ind/?next=/administration/"
    assert client.get("/administration/accounts/user/")["Location"].startswith("/konto/log-ind/")


@pytest.mark.parametrize("path", ["login/", "logout/", "password_change/", "r/1/1/"])
def test_django_has_no_login_of_its_own_here(admin, client, anna, path):
    """It would know neither limits nor a second factor."""
    assert admin.post(f"/administration/{path}", {"username": anna.email, "password": "x"}).status_code == 404
    response = client.post("/administration/login/", {"username": anna.email, "password": "x"})
    assert response["Location"].startswith("/konto/log-ind/")


def test_an_administrator_needs_no_further_rights(cast, as_user):
    person = User.objects.create_user("kun.staff@example.org", "Kun administrator", is_staff=True)

    assert str(cast.lokalraad("Herning")) in page(as_user(person).get("/administration/councils/council/"))
    typed = {"name": "Ny Person", "email": "ny.person@example.org", "is_active": "on"}
    typed |= {"memberships-TOTAL_FORMS": 0, "memberships-INITIAL_FORMS": 0}
    as_user(person).post("/administration/accounts/user/add/", typed)
    assert User.objects.filter(email="ny.person@example.org", name="Ny Person").exists()


def test_a_person_is_added_and_changed_with_what_stood_before(admin, cast):
    admin.post(reverse("admin:accounts_user_add"), {
        "name": "Ny Person", "email": "Ny.Person@Example.org", "is_active": "on",
        "memberships-TOTAL_FORMS": 0, "memberships-INITIAL_FORMS": 0,
    })  # fmt: skip
    person = User.objects.get(name="Ny Person")
    assert person.email == "ny.person@example.org"
    assert not person.has_usable_password()

    admin.post(
        reverse("admin:accounts_user_change", args=[person.pk]), person_fields(person, email="np@example.org")
    )

    texts = list(Event.objects.about(person).values_list("text", flat=True))
    assert texts == [
        "Rettede person »Ny Person«: e-mail »ny.person@example.org« → »np@example.org«",
        "Oprettede person »Ny Person«",
    ]
    history = page(admin.get(reverse("admin:accounts_user_history", args=[person.pk])))
    assert "»ny.person@example.org« → »np@example.org«" in history
    assert "Administratoren" in history


def test_rights_beyond_the_form_are_not_given(admin, bodil):
    extra = {"is_superuser": "on", "password": "x", "groups": "1", "user_permissions": "1"}

    admin.post(reverse("admin:accounts_user_change", args=[bodil.pk]), person_fields(bodil, **extra))

    bodil.refresh_from_db()
    assert not bodil.is_superuser
    assert not bodil.has_usable_password()


def test_nobody_shuts_themselves_out(admin, cast):
    own = cast.administrator

    admin.post(
        reverse("admin:accounts_user_change", args=[own.pk]), person_fields(own, is_active="", is_staff="")
    )

    own.refresh_from_db()
    assert own.is_active
    assert own.is_staff


def test_the_same_address_twice_is_refused_in_danish(admin, bodil, anna):
    response = admin.post(
        reverse("admin:accounts_user_change", args=[bodil.pk]), person_fields(bodil, email="ANNA@example.org")
    )

    assert "Person med samme »E-mail« findes allerede." in page(response)
    bodil.refresh_from_db()
    assert bodil.email == "bodil@example.org"


def test_an_invitation_is_sent_from_the_persons_page(admin, bodil):
    address = reverse("admin:accounts_user_change", args=[bodil.pk])
    assert "Gem, og send invitation" in admin.get(address).content.decode()

    response = admin.post(address, person_fields(bodil, _invite="1"), follow=True)

    assert PersonalLink.objects.get().user == bodil
    assert Message.objects.get().to == bodil
    last_day = date_text(localtime(PersonalLink.objects.get().expires_at).date())
    assert f"Bodil Krog er inviteret. Linket virker til {last_day}." in page(response)


def test_invitations_are_sent_to_those_who_can_have_one(admin, bodil, anna):
    response = admin.post(
        reverse("admin:accounts_user_changelist"),
        {"action": "send_invitations", "_selected_action": [bodil.pk, anna.pk]},
        follow=True,
    )

    assert PersonalLink.objects.get().user == bodil
    words = page(response)
    assert "Bodil Krog er inviteret" in words
    assert "Anna Holm har allerede valgt en adgangskode" in words


def test_three_links_cost_no_more_than_one(admin, bodil, django_assert_num_queries):
    address = reverse("admin:accounts_user_change", args=[bodil.pk])
    invite(bodil, by=person("afsender.1", "Afsender"))
    with CaptureQueriesContext(connection) as asked_for_one:
        admin.get(address)
    for number in (2, 3):
        invite(bodil, by=person(f"afsender.{number}", "Afsender"))

    with django_assert_num_queries(len(asked_for_one)):
        shown = page(admin.get(address))

    assert shown.count("Invitation til bodil@example.org") == 3


def test_a_letter_is_shown_without_the_key_to_anothers_account(admin, bodil):
    admin.post(reverse("admin:accounts_user_change", args=[bodil.pk]), person_fields(bodil, _invite="1"))
    message = Message.objects.get()

    shown = page(admin.get(reverse("admin:outbox_message_change", args=[message.pk])))

    assert "Kære Bodil Krog" in shown
    assert "/konto/invitation/" not in shown
    assert "[linket vises kun for modtageren]" in shown


def test_letters_and_events_are_only_read(admin, cast, bodil):
    [message] = queue(letter(bodil, "Emne", "Tekst"))
    event = Event.objects.create(verb="x", text="Noget", subject=bodil)
    before = [list(model.objects.values()) for model in (Message, Event)]
    for row, name, words in ((message, "outbox_message", "Emne"), (event, "events_event", "Noget")):
        assert words in page(admin.get(reverse(f"admin:{name}_change", args=[row.pk])))
        assert (
            admin.post(reverse(f"admin:{name}_change", args=[row.pk]), {"text": "Andet"}).status_code == 403
        )
        assert admin.post(reverse(f"admin:{name}_delete", args=[row.pk]), {"post": "yes"}).status_code == 403
        assert admin.get(reverse(f"admin:{name}_add")).status_code == 403
    assert [list(model.objects.values()) for model in (Message, Event)] == before


def test_a_letter_that_was_given_up_can_be_sent_again(admin, bodil):
    given_up, sent = queue(letter(bodil, "Opgivet", "Tekst"), letter(bodil, "Sendt", "Tekst"))
    Message.objects.filter(pk=given_up.pk).update(state=MessageState.GIVEN_UP)
    Message.objects.filter(pk=sent.pk).update(state=MessageState.SENT, sent_at=sent.queued_at)

    response = admin.post(
        reverse("admin:outbox_message_changelist"),
        {"action": "send_now", "_selected_action": [given_up.pk, sent.pk]},
        follow=True,
    )

    given_up.refresh_from_db()
    sent.refresh_from_db()
    assert (given_up.state, sent.state) == (MessageState.QUEUED, MessageState.SENT)
    assert "Det kan ikke lade sig gøre nu: tilstanden er »sendt«" in page(response)


def test_late_letters_can_be_found(admin, bodil):
    queue(letter(bodil, "Ikke forsinket", "Tekst"))

    shown = page(admin.get(reverse("admin:outbox_message_changelist") + "?forsinket=ja"))

    assert "Ikke forsinket" not in shown
