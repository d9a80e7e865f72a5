"""A link that was sent to an address, of every kind there is: what ends it, and where it is never written."""

import re
import threading
from collections.abc import Callable
from datetime import date, timedelta
from importlib import import_module

import pytest
import time_machine
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.utils import timezone

from councils.models import Membership
from samarbejde.accounts.links import hash_of
from samarbejde.accounts.models import LinkKind, PersonalLink, User
from samarbejde.accounts.workflow import change_address, invite, send_new_password_link
from samarbejde.outbox import delivery
from samarbejde.outbox.letters import letter
from samarbejde.outbox.models import LINK, Message, MessageState
from samarbejde.outbox.workflow import queue
from tests.cast import Cast, person, seat

pytestmark = pytest.mark.django_db
NEW = "sytten grønne både"
CHOICE = {"password": NEW, "repeated": NEW}
UNREADABLE = {"ledger_waiting"}  # the portal may not; it has digests of rows for the length of a commit
TOKEN = re.compile(r"/konto/[\w-]+/([\w-]{20,})/")

# A kind that has no way to be sent here is not tested, and fails below.
SENDERS: dict[str, Callable[[User, User], PersonalLink]] = {
    LinkKind.INVITATION: lambda user, by: invite(user, by=by),
    LinkKind.NEW_PASSWORD: lambda user, by: send_new_password_link(user),
}


def end_terms(user: User, by: User) -> None:
    Membership.objects.filter(user=user).update(period=DateRange(date(2022, 1, 1), timezone.localdate()))


def log_in_once(user: User, by: User) -> None:
    user.last_login = timezone.now()
    user.save()


def choose_another_password(user: User, by: User) -> None:
    user.set_password("nitten lilla lamper")
    user.save()


ENDS: dict[str, Callable[[User, User], object]] = {
    "another address": lambda user, by: change_address(user, address="andet@example.org", by=by),
    "no address": lambda user, by: change_address(user, address="", by=by),
    "an address written past the portal": lambda user, by: User.objects.update(email=None),
    "a password in another way": choose_another_password,
    "deactivated": lambda user, by: User.objects.filter(pk=user.pk).update(is_active=False),
    "left the last office": end_terms,
    "logged in": log_in_once,
    "too old": lambda user, by: PersonalLink.objects.update(expires_at=timezone.now()),
}


@pytest.fixture
def lise(cast: Cast) -> User:
    """In office in Herning, and still without a password."""
    return seat(person("lise", "Lise Bro"), cast.lokalraad("Herning"))


def test_every_kind_is_tested_here():
    """But for a partner's, which is nobody's account: see `tests/plans/consultation/test_partners.py`."""
    assert set(SENDERS) == set(LinkKind) - {LinkKind.PARTNER}


@pytest.mark.parametrize("kind", SENDERS)
@pytest.mark.parametrize("end", ENDS)
def test_a_link_ends_with(end, kind, lise, cast, client):
    link = SENDERS[kind](lise, cast.administrator)
    assert client.get(link.web_address).status_code == 200

    ENDS[end](User.objects.get(pk=lise.pk), cast.administrator)

    before = User.objects.get(pk=lise.pk).password
    assert client.get(link.web_address).status_code == 404
    assert client.post(link.web_address, CHOICE).status_code == 404
    assert User.objects.get(pk=lise.pk).password == before


@pytest.mark.parametrize("kind", SENDERS)
@pytest.mark.parametrize("back", ["address", "is_active"])
def test_what_has_ended_stays_ended(kind, back, lise, cast, client):
    link = SENDERS[kind](lise, cast.administrator)
    change = {"address": {"email": "andet@example.org"}, "is_active": {"is_active": False}}[back]
    User.objects.filter(pk=lise.pk).update(**change)
    User.objects.filter(pk=lise.pk).update(email=lise.email, is_active=True)

    before = User.objects.get(pk=lise.pk).password
    assert client.get(link.web_address).status_code == 404
    assert client.post(link.web_address, CHOICE).status_code == 404
    assert User.objects.get(pk=lise.pk).password == before


@pytest.mark.parametrize("kind", SENDERS)
def test_from_one_office_to_another_a_link_goes_along(kind, lise, cast, client):
    link = SENDERS[kind](lise, cast.administrator)
    Membership.objects.filter(user=lise).delete()
    seat(lise, cast.lokalraad("Viborg"))

    assert 'name="password"' in client.get(link.web_address).content.decode()
    client.post(link.web_address, CHOICE)
    assert User.objects.get(pk=lise.pk).check_password(NEW)


@pytest.mark.parametrize("kind", SENDERS)
def test_a_link_is_used_once_by_sending_and_never_by_opening(kind, lise, cast, client):
    link = SENDERS[kind](lise, cast.administrator)
    other = SENDERS[kind](lise, cast.administrator)
    for _ in range(3):
        assert client.get(link.web_address).status_code == 200
        assert client.head(link.web_address).status_code == 200

    assert client.post(link.web_address, CHOICE).status_code == 302

    lise.refresh_from_db()
    assert lise.check_password(NEW)
    link.refresh_from_db()
    assert link.used_at is not None
    for dead in (link, other):
        assert client.post(dead.web_address, {"password": "x" * 20, "repeated": "x" * 20}).status_code == 404


@pytest.mark.parametrize("kind", SENDERS)
def test_a_letter_whose_link_has_ended_is_not_sent(kind, lise, cast, post_office):
    SENDERS[kind](lise, cast.administrator)
    message = Message.objects.get(to=lise)
    change_address(lise, address="rigtig@example.org", by=cast.administrator)

    delivery.attempt(message.pk)

    message.refresh_from_db()
    assert (message.state, message.attempts, post_office.received) == (MessageState.LAPSED, 0, [])


@pytest.mark.parametrize("kind", SENDERS)
def test_a_letter_that_is_sent_again_has_the_same_link(kind, lise, cast, client, post_office):
    """Its reader's mail server may drop the second."""
    SENDERS[kind](lise, cast.administrator)
    message = Message.objects.get(to=lise)
    for _ in range(2):
        Message.objects.filter(pk=message.pk).update(state=MessageState.QUEUED, sent_at=None)
        delivery.attempt(message.pk)

    first, second = (TOKEN.findall(mail.get_content()) for mail in post_office.received)
    assert first == second
    assert LINK not in post_office.received[0].get_content()


def test_no_table_holds_what_opens_an_account(lise, anna, cast, client, post_office):
    """After every kind of link was queued, sent, opened and used."""
    for send in SENDERS.values():
        send(lise, cast.administrator)
    client.post("/konto/glemt-adgangskode/", {"email": anna.email})
    assert_not_kept([link.token for link in PersonalLink.objects.all()])
    for message in Message.objects.all():
        delivery.attempt(message.pk)
    tokens = [token for mail in post_office.received for token in TOKEN.findall(mail.get_content())]
    assert len(tokens) == len(SENDERS) + 1
    assert_not_kept(tokens)
    for mail in post_office.received:
        address = re.search(r"http://localhost:8000(/konto/\S+)", mail.get_content())[1]
        assert client.get(address).status_code == 200
        assert_not_kept(tokens)
    client.post(address, CHOICE)
    for notice in Message.objects.filter(state=MessageState.QUEUED):
        delivery.attempt(notice.pk)
    assert_not_kept(tokens)


def assert_not_kept(tokens: list[str]) -> None:
    """In no column of any table, nor in a session, which is packed; nor what the hash is made of."""
    assert tokens
    signs = [sign for token in tokens for sign in (token, token.encode().hex())]
    with connection.cursor() as cursor:
        for table in set(connection.introspection.table_names(cursor)) - UNREADABLE:
            found = f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE ANY (%s)'
            cursor.execute(found, [[f"%{sign}%" for sign in signs]])
            assert cursor.fetchone() == (0,), table
    for session in Session.objects.all():
        assert not any(token in str(session.get_decoded()) for token in tokens)


def test_the_key_of_the_portal_makes_the_token(lise, cast, settings):
    link = invite(lise, by=cast.administrator)
    token = link.token
    settings.SECRET_KEY = "another"

    assert link.token != token


def test_old_letters_forget_their_tokens(lise, cast, client):
    """What earlier versions wrote into the outbox is taken out; who has the letter can use it still."""
    to_her, moved = _old_invitation(lise, "hendes-" + "a" * 30), _old_invitation(lise, "andres-" + "b" * 30)
    [sent] = queue(letter(lise, "Invitation", _old_letter("invitation/hendes-" + "a" * 30)))
    [elsewhere] = queue(letter(lise, "Invitation", _old_letter("invitation/andres-" + "b" * 30)))
    [reset] = queue(letter(lise, "Ny adgangskode", _old_letter("glemt-adgangskode/1x-cz9d-" + "c" * 30)))
    Message.objects.filter(pk=sent.pk).update(state=MessageState.SENT, sent_at=timezone.now())
    Message.objects.filter(pk=elsewhere.pk).update(address="forkert@example.org")

    import_module("samarbejde.outbox.migrations.0003_forget_tokens").forget_tokens(apps, None)

    assert not re.search(r"/konto/|aaaa|bbbb|cccc", "".join(Message.objects.values_list("body", flat=True)))
    assert client.get(f"/konto/invitation/hendes-{'a' * 30}/").status_code == 200
    assert client.get(f"/konto/invitation/andres-{'b' * 30}/").status_code == 404
    to_her.refresh_from_db()
    moved.refresh_from_db()
    assert (to_her.address, moved.address) == (lise.email, "forkert@example.org")
    reset.refresh_from_db()
    [waiting] = re.findall(r"http://localhost:8000(/konto/\S+/)", reset.letter)
    assert client.get(waiting).status_code == 200


def _old_invitation(user: User, token: str) -> PersonalLink:
    now = timezone.now()
    return PersonalLink.objects.create(
        kind=LinkKind.INVITATION, user=user, token_hash=hash_of(token), expires_at=now + timedelta(days=14)
    )


def _old_letter(path: str) -> str:
    return f"Kære Lise\n\nVælg din adgangskode her:\nhttp://localhost:8000/konto/{path}/\n\nVenlig hilsen"


def test_a_link_to_a_new_password_lasts_a_day(anna, client):
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        link = send_new_password_link(anna)
        clock.move_to(start + timedelta(hours=23, minutes=59))
        assert 'name="password"' in client.get(link.web_address).content.decode()
        clock.move_to(start + timedelta(hours=24, seconds=1))
        assert client.post(link.web_address, CHOICE).status_code == 404
        assert not User.objects.get(pk=anna.pk).check_password(NEW)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", SENDERS)
def test_of_many_who_use_a_link_at_once_one_does(kind, lise, cast):
    address = SENDERS[kind](lise, cast.administrator).web_address
    ready, answers = threading.Barrier(6), {}

    def use(number: int) -> None:
        password = f"sytten grønne både {number}"
        ready.wait()
        try:
            answers[password] = (
                Client().post(address, {"password": password, "repeated": password}).status_code
            )
        finally:
            connection.close()

    threads = [threading.Thread(target=use, args=[number]) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers.values()) == [302, *[404] * 5]
    [chosen] = [password for password, status in answers.items() if status == 302]
    lise.refresh_from_db()
    assert lise.check_password(chosen)
