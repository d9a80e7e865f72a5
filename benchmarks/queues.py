"""What an e-mail costs that waits in the outbox: its task, its row and its letter."""

from dataclasses import dataclass
from time import perf_counter

from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings

from samarbejde.accounts.models import User
from samarbejde.outbox.delivery import attempt
from samarbejde.outbox.letters import letter
from samarbejde.outbox.models import Message
from samarbejde.outbox.workflow import queue

MESSAGES = 200


@dataclass(frozen=True)
class QueueCost:
    messages: int
    milliseconds: float  # each
    queries: float  # each


def measure() -> QueueCost:
    """All wait, and are sent one after the other."""
    people = User.objects.filter(email__isnull=False).order_by("pk")[:MESSAGES]
    waiting = [queue(letter(person, "Emne", "Læs den."))[0].pk for person in people]
    with override_settings(EMAIL_HOST="localhost"), CaptureQueriesContext(connection) as captured:
        begun = perf_counter()
        for message in waiting:
            attempt(message)
        seconds = perf_counter() - begun
    sent = Message.objects.filter(pk__in=waiting, sent_at__isnull=False).count()
    if sent != len(waiting) or len(mail.outbox) < sent:
        raise RuntimeError(f"{len(waiting) - sent} e-mails were not sent")
    return QueueCost(sent, seconds * 1000 / sent, len(captured) / sent)
