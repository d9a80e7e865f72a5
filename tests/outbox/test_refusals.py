"""Mail that is refused for good: which answers are the last word, and how it leaves again."""

import pytest
from django.utils import timezone

from samarbejde.accounts.workflow import invite
from samarbejde.outbox import delivery
from samarbejde.outbox.letters import letter
from samarbejde.outbox.models import Message, MessageState
from samarbejde.outbox.workflow import queue, try_again
from samarbejde.transitions import Refused

pytestmark = pytest.mark.django_db
MENDED = "mended@example.org"


@pytest.fixture
def message(cast) -> Message:
    return queue(letter(cast.formand_herning, "Frist for forslag", "Husk fristen."))[0]


def mend(person, address: str | None = MENDED) -> None:
    person.email = address
    person.save()


def refused(cast, post_office, message: Message) -> Message:
    post_office.unknown = {message.address}
    delivery.attempt(message.pk)
    message.refresh_from_db()
    assert message.state == MessageState.GIVEN_UP
    return message


@pytest.mark.parametrize(
    ("answer", "is_final"),
    [
        ("550 5.1.1 No such user", True),
        ("551 User not local", True),
        ("553 5.1.3 Bad mailbox name", True),
        ("554 5.7.1 Refused by policy", True),
        ("501 5.1.3 Bad recipient address syntax", True),
        ("556 Domain takes no mail", True),
        ("450 Mailbox busy", False),
        ("451 Greylisted", False),
        ("552 5.2.2 Mailbox full", False),
        ("530 Authentication required", False),
        ("503 Bad sequence", False),
    ],
)
def test_what_a_server_says_of_a_recipient(message, post_office, answer, is_final):
    post_office.unknown, post_office.refusal = {message.address}, answer
    delivery.attempt(message.pk)
    message.refresh_from_db()
    assert message.state == (MessageState.GIVEN_UP if is_final else MessageState.QUEUED)
    assert message.refusals.count() == int(is_final)
    assert answer[:3] in message.last_error


@pytest.mark.parametrize(
    ("answer", "state"),
    [("554 Looks like spam", MessageState.GIVEN_UP), ("451 Try again later", MessageState.QUEUED)],
)
def test_what_a_server_says_of_the_message_itself(message, post_office, answer, state):
    post_office.answer = answer
    delivery.attempt(message.pk)
    message.refresh_from_db()
    assert message.state == state


@pytest.mark.parametrize(
    "address", ["a@b\nBcc: everybody@example.org", "ingen adresse", "sørensen@example.org"]
)
def test_an_address_that_no_mail_can_be_sent_to(message, post_office, address):
    Message.objects.filter(pk=message.pk).update(address=address, to=None)
    delivery.attempt(message.pk)
    message.refresh_from_db()
    assert post_office.received == []
    assert message.state == MessageState.GIVEN_UP
    assert message.refusals.get().address == address


def test_it_leaves_again_to_the_address_of_today_and_keeps_the_old_one(cast, post_office, message):
    refused(cast, post_office, message)
    old = message.address
    mend(cast.formand_herning)

    try_again(message)
    delivery.attempt(message.pk)

    message.refresh_from_db()
    assert (message.state, message.address) == (MessageState.SENT, MENDED)
    assert [mail["To"] for mail in post_office.received] == [MENDED]
    refusal = message.refusals.get()
    assert (refusal.address, "No such user" in refusal.answer) == (old, True)


def test_a_message_that_waits_follows_the_person_by_itself(cast, post_office, message):
    post_office.answer = "451 Try again later"
    delivery.attempt(message.pk)
    mend(cast.formand_herning)
    post_office.answer = "250 OK"
    Message.objects.update(next_attempt_at=timezone.now())
    delivery.attempt(message.pk)
    assert [mail["To"] for mail in post_office.received] == [MENDED]


def tell_former_address(person):
    [message] = queue(letter(person, "Ny adresse", "Til dig.", former_address="former@example.org"))
    delivery.attempt(message.pk)


def test_what_is_told_the_former_address_does_not_follow(cast, post_office):
    mend(cast.formand_herning)
    tell_former_address(cast.formand_herning)
    assert [mail["To"] for mail in post_office.received] == ["former@example.org"]


@pytest.mark.parametrize("change", [{"email": None}, {"is_active": False}])
def test_it_does_not_leave_again_to_somebody_who_gets_no_mail(cast, post_office, message, change):
    refused(cast, post_office, message)
    type(cast.formand_herning).objects.filter(pk=cast.formand_herning.pk).update(**change)
    with pytest.raises(Refused, match="får ikke e-mails"):
        try_again(Message.objects.get(pk=message.pk))
    message.refresh_from_db()
    assert message.state == MessageState.GIVEN_UP
    assert message not in Message.objects.refused()


@pytest.mark.parametrize("change", [{"email": None}, {"is_active": False}])
def test_what_waits_for_somebody_who_gets_no_mail_any_more_lapses(cast, post_office, message, change):
    type(cast.formand_herning).objects.filter(pk=cast.formand_herning.pk).update(**change)
    delivery.attempt(message.pk)
    message.refresh_from_db()
    assert message.state == MessageState.LAPSED
    assert post_office.received == []


def test_a_former_address_is_told_though_there_is_no_other(cast, post_office):
    mend(cast.formand_herning, None)
    tell_former_address(cast.formand_herning)
    assert [mail["To"] for mail in post_office.received] == ["former@example.org"]


def test_a_personal_link_does_not_follow_to_another_address(cast, post_office):
    invite(cast.formand_herning, by=cast.administrator)
    message = refused(cast, post_office, Message.objects.get())
    mend(cast.formand_herning)
    with pytest.raises(Refused, match="ny invitation"):
        try_again(Message.objects.get(pk=message.pk))
    message.refresh_from_db()
    assert (message.state, message.address) == (MessageState.GIVEN_UP, "formand.herning@example.org")
    assert post_office.received == []


def test_it_is_news_until_mail_reaches_the_person_at_todays_address(cast, post_office, message):
    assert not Message.objects.refused()
    refused(cast, post_office, message)
    assert list(Message.objects.refused()) == [message]
    mend(cast.formand_herning)
    assert list(Message.objects.refused()) == [message]

    delivery.attempt(queue(letter(cast.formand_herning, "Ny", "Besked."))[0].pk)

    assert len(post_office.received) == 1
    assert not Message.objects.refused()


def test_mail_that_reached_them_before_does_not_hide_it(cast, post_office, message):
    delivery.attempt(message.pk)
    [second] = queue(letter(cast.formand_herning, "Ny", "Besked."))
    assert list(Message.objects.refused()) == []
    refused(cast, post_office, second)
    assert list(Message.objects.refused()) == [second]
