"""What holds personal data and no law keeps is deleted when it is old.

Events, editions, decisions, signatures and the history of texts stay: they are what the plan rests on, and
the portal's role in the database cannot delete them.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from samarbejde.accounts.models import PersonalLink
from samarbejde.events.models import DeniedAttempts
from samarbejde.events.recording import record
from samarbejde.outbox.models import UNSENT, Message
from samarbejde.workers.lost_tasks import KEPT_FOR

LONGEST_MONTH = timedelta(days=31)


@transaction.atomic
def clean_up() -> dict[str, int]:
    """Delete it, and say how many there were of each; an event says the same."""
    old = timezone.now() - settings.RETENTION_MONTHS * LONGEST_MONTH
    also = {name: import_string(path) for name, path in settings.ALSO_CLEANED_UP.items()}
    deleted = {name: delete(old) for name, delete in (KINDS | also).items()}
    if any(deleted.values()):
        told = "; ".join(f"{name}: {number}" for name, number in deleted.items() if number)
        record(
            "retention.cleaned_up",
            f"Slettede gamle oplysninger: {told}",
            by=None,
            subject=None,
            internal=True,
        )
    return deleted


def _logins(_: datetime) -> int:
    return Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]


def _devices(_: datetime) -> int:
    """With address and browser of a login that has ended."""
    standing = Session.objects.values("session_key")
    return UserSession.objects.exclude(session_key__in=standing).delete()[0]


def _login_counts(_: datetime) -> int:
    """Of login attempts by address, which the cache keeps until it needs the room."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM cache WHERE expires < %s", [timezone.now()])
        return cursor.rowcount


def _tasks(_: datetime) -> int:
    finished = DBTaskResult.objects.exclude(status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING])
    return finished.filter(finished_at__lt=timezone.now() - KEPT_FOR).delete()[0]


def _denied_attempts(old: datetime) -> int:
    return DeniedAttempts.objects.filter(day__lt=timezone.localdate(old)).delete()[0]


def _messages(old: datetime) -> int:
    done = Message.objects.exclude(state__in=UNSENT)
    return done.filter(queued_at__lt=old).delete()[1].get(Message._meta.label, 0)


def _links(old: datetime) -> int:
    """Long closed, whatever became of them; one that a message holds goes with it."""
    held = Message.objects.filter(link__isnull=False).values("link")
    closed = PersonalLink.objects.filter(expires_at__lt=old).exclude(pk__in=held)
    return closed.delete()[1].get(PersonalLink._meta.label, 0)


KINDS: dict[str, Callable[[datetime], int]] = {
    "udløbne logins": _logins,
    "enheder, der ikke er logget ind mere": _devices,
    "tællinger af loginforsøg": _login_counts,
    "afsluttede opgaver": _tasks,
    "dage med afviste forsøg": _denied_attempts,
    "mails, der er sendt eller opgivet": _messages,
    "brugte og udløbne links": _links,
}
