"""One address, one place: the one that stands on the person."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from samarbejde.accounts.email_addresses import as_kept
from samarbejde.accounts.models import PersonalLink, User
from samarbejde.accounts.workflow import change_address, send_new_password_link
from samarbejde.events.models import Event
from samarbejde.outbox import delivery
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.accounts.conftest import PASSWORD
from tests.accounts.test_administration import page, person_fields

OLD = "anna@example.org"
NEW = "anna.holm@example.org"


@pytest.fixture
def admin(cast, as_user) -> Client:
    return as_user(cast.administrator)


def save_person(admin: Client, person: User, **fields: object):
    address = reverse("admin:accounts_user_change", args=[person.pk])
    return admin.post(address, person_fields(person, **fields), follow=True)


@pytest.mark.parametrize("email", [NEW, ""])
def test_the_old_address_logs_in_no_more(anna, admin, client, log_in, email):
    save_person(admin, anna, email=email)

    log_in(client, OLD)
    assert "_auth_user_id" not in client.session
    client.post("/konto/glemt-adgangskode/", {"email": OLD})
    assert not Message.objects.filter(subject="Vælg en ny adgangskode").exists()
    if email:
        log_in(client, email)
        assert client.session["_auth_user_id"] == str(anna.pk)


def test_allauth_keeps_no_address_beside_it(anna):
    with pytest.raises(IntegrityError, match="an_address_is_kept_on_the_person_alone"), transaction.atomic():
        EmailAddress.objects.create(user=anna, email=anna.email)


@pytest.mark.parametrize(("email", "said"), [(NEW, "med den nye adresse"), ("", "får en adresse igen")])
def test_the_old_address_is_told(anna, admin, post_office, email, said):
    save_person(admin, anna, email=email)

    delivery.attempt(Message.objects.get().pk)

    [mail] = post_office.received
    assert (mail["To"], mail["Subject"]) == (OLD, "Din e-mailadresse i Samarbejde er rettet")
    assert "Administratoren har rettet e-mailadressen" in mail.get_content()
    assert said in mail.get_content()


def test_it_is_told_even_of_somebody_closed_out(anna, cast):
    anna.is_active = False
    anna.save()

    change_address(anna, address=NEW, by=cast.administrator)

    assert Message.objects.get().address == OLD


@pytest.mark.parametrize("email", [NEW, ""])
def test_sessions_and_links_end_and_the_second_factor_stays(anna, admin, client, log_in, email):
    log_in(client)
    link = send_new_password_link(anna)
    TOTP.activate(anna, "JBSWY3DPEHPK3PXP")
    assert client.get("/konto/totrin/").status_code == 200

    save_person(admin, anna, email=email)

    assert "/konto/log-ind/" in client.get("/konto/totrin/")["Location"]
    assert Client().get(link.web_address).status_code == 404
    assert Authenticator.objects.filter(user=anna, type="totp").exists()


def test_sessions_end_whatever_changed_the_address(anna, client, log_in):
    log_in(client)
    User.objects.filter(pk=anna.pk).update(email=NEW)

    assert "/konto/log-ind/" in client.get("/konto/totrin/")["Location"]


def test_whoever_is_let_in_again_logs_in_anew(anna, admin, client, log_in):
    log_in(client)
    save_person(admin, anna, is_active="")
    save_person(admin, anna)

    assert "/konto/log-ind/" in client.get("/konto/totrin/")["Location"]
    log_in(client)
    assert client.get("/konto/totrin/").status_code == 200


def test_one_event_tells_what_stood_before(anna, admin, cast):
    save_person(admin, anna, email=NEW, name="Anna Holm Bro")

    texts = {(event.text, event.actor) for event in Event.objects.about(anna)}
    assert texts == {
        (f"Rettede person »Anna Holm«: e-mail »{OLD}« → »{NEW}«", cast.administrator),
        ("Rettede person »Anna Holm Bro«: navn »Anna Holm« → »Anna Holm Bro«", cast.administrator),
    }


def test_nothing_is_told_when_nothing_changed(anna, admin):
    save_person(admin, anna, email="  ANNA@example.org ")

    assert not Message.objects.exists()
    assert not Event.objects.about(anna).exists()


def test_an_administrator_who_changes_their_own_stays_in(admin, cast):
    save_person(admin, cast.administrator, email="ny.admin@example.org", is_staff="on")

    assert admin.get("/administration/").status_code == 200
    cast.administrator.refresh_from_db()
    assert cast.administrator.email == "ny.admin@example.org"


def test_who_had_an_invitation_is_to_have_a_new_one(cast, admin):
    bodil = User.objects.create_user("bodil@exmaple.org", "Bodil Krog")
    save_person(admin, bodil, _invite="1")

    response = save_person(admin, bodil, email="bodil@example.org", _invite="1")

    assert "Links, som Bodil Krog fik på den gamle adresse, virker ikke mere." in page(response)
    assert [link.is_open for link in PersonalLink.objects.order_by("pk")] == [False, True]


@pytest.mark.parametrize(
    "typed", ["ANNA@EXAMPLE.ORG", " anna@example.org ", "anna@example.org.", "ａnna@example.org"]
)  # fmt: skip
def test_one_mailbox_is_one_account(anna, cast, typed):
    other = User.objects.create_user("anden@example.org", "En anden")
    assert authenticate(email=typed, password=PASSWORD) == anna
    with pytest.raises(Refused, match="En anden person har adressen"):
        change_address(other, address=typed, by=cast.administrator)
    with pytest.raises(IntegrityError, match="accounts_user_email"), transaction.atomic():
        User.objects.create_user(typed, "En tredje")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("É@É.dk", "é@é.dk"), ("E\u0301@x.dk", "é@x.dk"), ("  ", None), (None, None), (".", None)],
)
def test_an_address_is_written_in_one_way(typed, kept):
    assert as_kept(typed) == kept


@pytest.mark.parametrize("email", ["mıke@example.org", "æble@example.org", "a b@example.org"])
def test_a_letter_that_looks_like_another_is_refused(db, admin, email):
    with pytest.raises(ValidationError):
        User(name="Mike", email=email).full_clean(exclude=["password"])
    with pytest.raises(IntegrityError, match="an_email_is_kept"), transaction.atomic():
        User.objects.bulk_create([User(name="Mike", email=email)])


def test_failed_logins_are_counted_for_the_address_however_it_is_typed(anna, client, log_in):
    for typed in (
        "anna@example.org",
        "ANNA@example.org",
        "anna@EXAMPLE.org",
        " anna@example.org",
        "Anna@Example.Org",
    ):
        log_in(client, typed, "forkert")

    assert "Der er prøvet for mange gange" in log_in(client, "anNa@example.org").content.decode()
    assert "_auth_user_id" not in client.session
