import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import authenticate
from django.utils import timezone

from samarbejde.accounts.models import LinkKind, PersonalLink, User
from samarbejde.accounts.workflow import accept_invitation, invite
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused

pytestmark = pytest.mark.django_db
PASSWORD = "fjorten blå cykler"
CHOICE = {"password": PASSWORD, "repeated": PASSWORD}


@pytest.fixture
def bodil(cast) -> User:
    return User.objects.create_user("bodil@example.org", "Bodil Krog")


def address_in(message: Message) -> str:
    """The path of the link in the mail."""
    [link] = re.findall(r"http://localhost:8000(/konto/invitation/[\w-]+/)", message.letter)
    return link


def invited(user: User, by: User) -> str:
    invite(user, by=by)
    return address_in(Message.objects.filter(to=user).latest("pk"))


def test_an_invitation_is_a_mail_with_a_link(bodil, cast):
    sent = invite(bodil, by=cast.administrator)

    message = Message.objects.get(to=bodil)
    token = address_in(message).split("/")[-2]
    assert message.subject == "Invitation til Samarbejde"
    assert "Kære Bodil Krog" in message.letter
    assert PersonalLink.objects.opened_by(token, LinkKind.INVITATION) == sent
    assert PersonalLink.objects.opened_by(token, LinkKind.NEW_PASSWORD) is None
    assert sent.expires_at - sent.created_at == timedelta(days=14)
    event = Event.objects.get(verb="person.invited")
    assert (event.subject, event.actor, event.internal) == (bodil, cast.administrator, True)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"email": None}, "ingen e-mail"),
        ({"is_active": False}, "kan ikke logge ind"),
    ],
)
def test_who_cannot_be_invited(bodil, cast, change, reason):
    User.objects.filter(pk=bodil.pk).update(**change)

    with pytest.raises(Refused, match=reason):
        invite(bodil, by=cast.administrator)

    assert not PersonalLink.objects.exists()
    assert not Message.objects.exists()


def test_who_has_a_password_is_not_invited(anna, cast):
    with pytest.raises(Refused, match="Glemt adgangskode"):
        invite(anna, by=cast.administrator)


def test_opening_the_link_uses_nothing_up(bodil, cast, client):
    address = invited(bodil, cast.administrator)

    for _ in range(3):
        page = client.get(address)
        assert "Velkommen, Bodil Krog" in page.content.decode()
        assert "no-store" in page["Cache-Control"]

    assert PersonalLink.objects.get().is_open
    assert not client.session.get("_auth_user_id")


def test_a_password_is_chosen_once_and_logs_in(bodil, cast, client):
    address = invited(bodil, cast.administrator)

    response = client.post(address, CHOICE)

    assert (response.status_code, response["Location"]) == (302, "/arbejdsbord/")
    assert client.session["_auth_user_id"] == str(bodil.pk)
    assert authenticate(email="bodil@example.org", password=PASSWORD) == bodil
    assert not PersonalLink.objects.get().is_open
    assert Event.objects.get(verb="person.joined").actor == bodil
    assert client.get(address).status_code == 404
    again = client.post(address, {"password": "en helt anden sætning", "repeated": "en helt anden sætning"})
    assert again.status_code == 404
    assert authenticate(email="bodil@example.org", password=PASSWORD) == bodil


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"password": "kort", "repeated": "kort"}, "Adgangskoden er for kort. Den skal have mindst 12 tegn."),
        ({"password": "123456789012345", "repeated": "123456789012345"}, "tal"),
        (
            {"password": "bodil@example.org", "repeated": "bodil@example.org"},
            "står i dit navn eller din e-mail",
        ),
        ({"password": PASSWORD, "repeated": PASSWORD + "e"}, "ikke ens"),
        ({"password": "", "repeated": ""}, "Feltet skal udfyldes"),
    ],
)
def test_a_poor_password_is_refused_and_the_link_still_works(bodil, cast, client, typed, said):
    address = invited(bodil, cast.administrator)

    page = client.post(address, typed)

    assert page.status_code == 422
    assert said in page.content.decode()
    assert PersonalLink.objects.get().is_open
    assert client.post(address, CHOICE).status_code == 302


def test_used_old_and_unknown_links_get_the_same_page(bodil, cast, client):
    old = invited(bodil, cast.administrator)
    with time_machine.travel(timezone.now() + timedelta(days=14, seconds=1)):
        expired = client.get(old)
    used = invited(bodil, cast.administrator)
    client.post(used, CHOICE)
    client.logout()

    pages = [
        expired,
        client.get(used),
        client.get("/konto/invitation/findes-ikke/"),
        client.post(used, CHOICE),
    ]

    assert {page.status_code for page in pages} == {404}
    words = {re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.content.decode())) for page in pages}
    assert len(words) == 1
    assert "ny invitation" in words.pop()


def test_a_new_invitation_leaves_the_first_working_until_one_is_used(bodil, cast, client):
    first = invited(bodil, cast.administrator)
    second = invited(bodil, cast.administrator)

    assert 'name="password"' in client.get(first).content.decode()
    assert client.post(second, CHOICE).status_code == 302
    assert User.objects.get(pk=bodil.pk).check_password(PASSWORD)
    other = {"password": f"{PASSWORD} to", "repeated": f"{PASSWORD} to"}
    assert client.post(first, other).status_code == 404
    assert User.objects.get(pk=bodil.pk).check_password(PASSWORD)


def test_a_deactivated_person_cannot_use_the_link(bodil, cast, client):
    address = invited(bodil, cast.administrator)
    User.objects.filter(pk=bodil.pk).update(is_active=False)

    assert client.post(address, CHOICE).status_code == 404
    with pytest.raises(Refused):
        accept_invitation(address.split("/")[-2], PASSWORD)
    bodil.refresh_from_db()
    assert not bodil.has_usable_password()


def test_extra_fields_give_no_rights(bodil, cast, client):
    address = invited(bodil, cast.administrator)

    client.post(address, CHOICE | {"is_staff": "1", "is_superuser": "1", "user": cast.administrator.pk})

    bodil.refresh_from_db()
    assert not bodil.is_staff
    assert not bodil.is_superuser


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "{link}{0}", "Anna\r\nBcc: x@example.org"])
def test_a_strange_name_is_only_a_name(cast, client, name):
    person = User.objects.create_user("x@example.org", name)
    address = invited(person, cast.administrator)

    message = Message.objects.get(to=person)
    assert "\n" not in message.subject
    assert name in message.body
    assert "<script>alert" not in client.get(address).content.decode()
