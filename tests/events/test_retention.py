from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from samarbejde.accounts.models import LinkKind, PersonalLink
from samarbejde.events.models import DeniedAttempts, Event
from samarbejde.outbox.letters import letter
from samarbejde.outbox.models import Message, MessageState
from samarbejde.outbox.workflow import queue

pytestmark = pytest.mark.django_db
OLD, YOUNG = timedelta(days=12 * 31 + 1), timedelta(days=12 * 31 - 1)


def aged(objects, **ages: timedelta) -> None:
    objects.update(**{field: timezone.now() - age for field, age in ages.items()})


@pytest.mark.parametrize(("age", "kept"), [(OLD, 0), (YOUNG, 1)])
def test_counts_mails_and_links_go_when_they_are_old(cast, age, kept, capsys):
    person = cast.formand_herning
    DeniedAttempts.objects.create(person=person, day=timezone.localdate() - age, count=7)
    link = PersonalLink.objects.make(LinkKind.INVITATION, person)
    [message] = queue(letter(person, "Invitation", "Kære formand", link=link))
    then = timezone.now() - age
    Message.objects.filter(pk=message.pk).update(queued_at=then, sent_at=then, state=MessageState.SENT)
    aged(PersonalLink.objects.filter(pk=link.pk), created_at=age + timedelta(days=14), expires_at=age)

    call_command("clean_up")

    for model in (DeniedAttempts, Message, PersonalLink):
        assert model.objects.count() == kept, model
    told = capsys.readouterr().out
    assert f"{1 - kept} mails, der er sendt eller opgivet" in told
    events = list(Event.objects.filter(verb="retention.cleaned_up").values_list("text", flat=True))
    assert len(events) == 1 - kept
    assert all("dage med afviste forsøg: 1" in text for text in events)


def test_a_mail_that_waits_is_kept(cast):
    [message] = queue(letter(cast.formand_herning, "Frist", "Husk den."))
    aged(Message.objects.filter(pk=message.pk), queued_at=OLD)
    call_command("clean_up")
    assert Message.objects.filter(pk=message.pk).exists()


def test_ended_logins_and_their_devices_go_at_once(anna, as_user):
    ended, standing = as_user(anna), as_user(anna)
    for client in (ended, standing):
        UserSession.objects.create(user=anna, ip="192.0.2.7", session_key=client.session.session_key)
    Session.objects.filter(pk=ended.session.session_key).update(expire_date=timezone.now())

    call_command("clean_up")

    assert [row.session_key for row in UserSession.objects.all()] == [standing.session.session_key]
    assert standing.get("/arbejdsbord/").status_code == 200


def test_passed_counts_of_login_attempts_go(db):
    cache.set("gone", 1, timeout=-1)
    cache.set("passed", 1, timeout=1)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cache SET expires = now() - interval '1 minute'")
        cache.set("standing", 1, timeout=600)
        call_command("clean_up")
        cursor.execute("SELECT count(*) FROM cache")
        assert cursor.fetchone()[0] == 1
