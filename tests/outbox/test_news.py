"""What only tells waits for the day's letter; at once comes what somebody waits for."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from samarbejde.outbox import delivery
from samarbejde.outbox.letters import letter
from samarbejde.outbox.models import Message, MessageState
from samarbejde.outbox.workflow import lapse, queue
from tests.plans.proposals import stages

pytestmark = pytest.mark.django_db


def news(person, *subjects, cause=None) -> list[Message]:
    letters = (letter(person, subject, f"Om {subject}.", is_news=True) for subject in subjects)
    return queue(*letters, cause=cause)


def next_morning(hour: int = 8, days: int = 1):
    day = timezone.localtime() + timedelta(days=days)
    return time_machine.travel(day.replace(hour=hour, minute=5), tick=False)


def leave_what_is_due() -> None:
    for message in Message.objects.due():
        delivery.attempt(message.pk)


def fates(*messages) -> list[str]:
    return [Message.objects.get(pk=message.pk).state for message in messages]


def test_news_comes_in_one_letter_the_next_morning(cast, post_office):
    written = news(cast.formand_herning, "Nyt emne", "Nyt svar")
    assert not DBTaskResult.objects.exists()
    leave_what_is_due()
    assert (post_office.received, fates(*written)) == ([], [MessageState.GATHERED] * 2)
    assert written[0].fate == "kommer med i dagens brev"
    with next_morning():
        assert delivery.send_news() == 1
        assert delivery.send_news() == 0
        leave_what_is_due()
    [mail] = post_office.received
    assert mail["Subject"] == "2 nyheder fra Samarbejde"
    text = mail.get_content().replace("\r\n", "\n")
    assert text.count("Kære ") == 1
    assert "1. Nyt emne\n\nOm Nyt emne.\n\n2. Nyt svar\n\nOm Nyt svar.\n" in text
    assert reverse("mfa_index") in text
    assert fates(*written) == [MessageState.CARRIED] * 2
    assert Message.objects.get(pk=written[0].pk).fate.startswith("kom med i dagens brev, sendt ")


def test_one_alone_comes_as_it_was_written(cast, post_office):
    [written] = news(cast.formand_herning, "Nyt emne")
    with next_morning():
        delivery.send_news()
        leave_what_is_due()
    [mail] = post_office.received
    assert mail["Subject"] == "Nyt emne"
    assert fates(written) == [MessageState.SENT]


def test_each_gets_their_own_and_no_more_than_one_a_day(cast, post_office):
    news(cast.formand_herning, "A", "B")
    news(cast.formand_viborg, "C", "D")
    with next_morning():
        assert delivery.send_news() == 2
        later = news(cast.formand_herning, "E", "F")
        assert delivery.send_news() == 0
    with next_morning(hour=23):
        assert delivery.send_news() == 0
        assert fates(*later) == [MessageState.GATHERED] * 2
    with next_morning(hour=7, days=2):
        assert delivery.send_news() == 0, "nothing reaches people in the night"
    with next_morning(days=2):
        assert delivery.send_news() == 1
        leave_what_is_due()
    subjects = sorted((mail["To"], mail["Subject"]) for mail in post_office.received)
    herning, viborg = cast.formand_herning.email, cast.formand_viborg.email
    two = "2 nyheder fra Samarbejde"
    assert subjects == sorted([(herning, two), (herning, two), (viborg, two)])


def test_whoever_is_waited_for_hears_at_once(cast):
    [message] = queue(letter(cast.formand_herning, "Svar os", "Vi venter."))
    assert message.state == MessageState.QUEUED


def test_a_person_can_have_each_at_once(cast, as_user):
    client, account = as_user(cast.formand_herning), reverse("mfa_index")
    assert "Send nyheder med det samme" in client.get(account).text
    told = client.post(reverse("gather-news"), {"on": "0"}, follow=True).text
    assert "Nyheder kommer nu med det samme" in told
    assert "Saml nyheder i ét brev om dagen" in told
    cast.formand_herning.refresh_from_db()
    assert [one.state for one in news(cast.formand_herning, "Nyt")] == [MessageState.QUEUED]
    client.post(reverse("gather-news"), {"on": "1"})
    cast.formand_herning.refresh_from_db()
    assert [one.state for one in news(cast.formand_herning, "Nyt")] == [MessageState.GATHERED]


def test_what_is_undone_is_not_told(cast, post_office):
    herning = cast.lokalraad("Herning")
    undone = news(cast.formand_herning, "Fortrudt", cause=herning)
    kept = news(cast.formand_herning, "Sket")
    lapse(herning)
    with next_morning():
        delivery.send_news()
        leave_what_is_due()
    assert [mail["Subject"] for mail in post_office.received] == ["Sket"]
    assert fates(*undone, *kept) == [MessageState.LAPSED, MessageState.SENT]


def test_whoever_gets_no_mail_any_more_gets_none(cast, post_office):
    written = news(cast.formand_herning, "A", "B")
    type(cast.formand_herning).objects.filter(pk=cast.formand_herning.pk).update(is_active=False)
    with next_morning():
        delivery.send_news()
    assert fates(*written) == [MessageState.LAPSED] * 2
    assert not Message.objects.waiting().exists()


def test_without_a_mail_server_news_stays_to_be_read(cast, settings):
    settings.EMAIL_HOST = ""
    written = news(cast.formand_herning, "A", "B")
    with next_morning():
        assert delivery.send_news() == 0
    assert fates(*written) == [MessageState.GATHERED] * 2


def test_the_secretariat_reads_of_a_rounds_proposals_in_one_letter(cast, post_office):
    """Of an answer to its points it hears at once: then it is the one waited for."""
    round_ = stages.a_round(cast)
    for place in ("Herning", "Viborg", "Skive"):
        stages.submitted(cast, round_, place=place, of=stages.words(f"Fra {place}"))
    mine = Message.objects.filter(to=cast.sekretariat)
    assert set(mine.values_list("state", flat=True)) == {MessageState.GATHERED}
    asked = stages.submitted(cast, round_, place="Lemvig")
    stages.request_changes(asked, ["Hvem?"], seen=1, by=cast.sekretariat)
    asked.change_requests.update(answer="Os")
    stages.submit(stages.fresh(asked), by=cast.formand("Lemvig"))
    [at_once] = mine.filter(state=MessageState.QUEUED)
    assert "har svaret" in at_once.subject
    with next_morning():
        delivery.send_news()
        leave_what_is_due()
    [told] = [mail for mail in post_office.received if "nyheder" in mail["Subject"]]
    assert told["To"] == cast.sekretariat.email
    assert told["Subject"] == "4 nyheder fra Samarbejde"
    assert "har indsendt et forslag: Fra Viborg" in told.get_content()


def test_the_database_keeps_what_is_gathered_whole(cast):
    [written] = news(cast.formand_herning, "Nyt")
    for wrong, name in (
        ({"words": ""}, "a_gathered_message_has_words"),
        ({"state": MessageState.CARRIED}, "a_carried_message_is_within_another"),
        ({"within": written}, "a_carried_message_is_within_another"),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Message.objects.filter(pk=written.pk).update(**wrong)
