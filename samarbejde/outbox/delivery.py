"""What the worker does with the outbox. Rows are the truth; a task only says that one should be looked at."""

from contextlib import suppress
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from samarbejde.deadlines import MORNING
from samarbejde.outbox.models import MESSAGE_TRANSITIONS, Message, MessageQuerySet, MessageState
from samarbejde.outbox.refusals import in_words, is_final
from samarbejde.outbox.tasks import deliver
from samarbejde.outbox.workflow import carry, give_up
from samarbejde.transitions import move
from samarbejde.workers.lost_tasks import without_task

PAUSES = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60)]  # the last one again and again


def delivers() -> bool:
    """Without a mail server, and always in the demo, messages stay in the outbox to be read there."""
    return bool(settings.EMAIL_HOST) and not settings.DEMO


@transaction.atomic
def attempt(message_id: int) -> None:
    """Send one message, unless it is sent, not due, or in another worker's hands.

    Should the machine die between the mail server's yes and our commit, the message leaves again
    under the same Message-ID.
    """
    if not delivers():
        return
    message = Message.objects.due().select_for_update(skip_locked=True).filter(pk=message_id).first()
    if message is None:
        return
    if message.has_lost_its_reader or (message.link and not message.link.is_open):
        move(message, MessageState.LAPSED, MESSAGE_TRANSITIONS)
        message.save(update_fields=["state"])
        return
    message.address = message.address_of_today
    message.attempts += 1
    try:
        _send(message)
    except Exception as error:  # whatever is wrong with the server or the message: it is not lost
        if is_final(error):
            give_up(message, in_words(error))
            return
        _postpone(message, in_words(error))
    else:
        move(message, MessageState.SENT, MESSAGE_TRANSITIONS)
        message.sent_at = timezone.now()
        message.last_error = ""
    message.save()


@transaction.atomic
def sweep() -> int:
    """Give each due message that has lost its task a new one: a killed worker took it along."""
    if not delivers():
        return 0
    due = Message.objects.due().select_for_update(skip_locked=True).values_list("pk", flat=True)
    lost = without_task(deliver, due)
    for message_id in lost:
        deliver.enqueue(message_id)
    return len(lost)


def send_news() -> int:
    """From the morning on, what has been gathered until then, in one letter a person; how many people.

    Called by the worker each minute; what comes later in the day waits for the next morning.
    """
    morning = timezone.make_aware(datetime.combine(timezone.localdate(), MORNING))
    if not delivers() or timezone.now() < morning:
        return 0
    until_now = Message.objects.filter(state=MessageState.GATHERED, queued_at__lt=morning)
    return sum(_send_news_to(until_now.filter(to=to)) for to in set(until_now.values_list("to", flat=True)))


@transaction.atomic
def _send_news_to(gathered: MessageQuerySet) -> bool:
    """Another worker may have them in hand."""
    held = gathered.select_for_update(skip_locked=True, of=("self",)).select_related("to")
    news = list(held.order_by("queued_at", "pk"))
    if news and news[0].has_lost_its_reader:
        for message in news:
            move(message, MessageState.LAPSED, MESSAGE_TRANSITIONS)
            message.save(update_fields=["state"])
    elif news:
        carry(news)
    return bool(news)


def _send(message: Message) -> None:
    validate_email(message.address)
    mail = EmailMessage(
        message.subject,
        message.letter,
        to=[message.address],
        reply_to=message.reply_to.split(", ") if message.reply_to else None,
        headers={"Message-ID": _message_id(message), "Auto-Submitted": "auto-generated"},
    )
    connection = get_connection()
    connection.open()
    try:
        connection.send_messages([mail])
    finally:
        _hang_up(connection)


def _hang_up(connection: BaseEmailBackend) -> None:
    # A server that fails at goodbye has taken the message all the same: sending it again would be wrong.
    with suppress(OSError):
        connection.close()


def _message_id(message: Message) -> str:
    return f"<{message.pk}.{message.queued_at:%Y%m%d%H%M%S}@{urlsplit(settings.SITE_URL).hostname}>"


def _postpone(message: Message, answer: str) -> None:
    message.last_error = answer
    message.next_attempt_at = timezone.now() + PAUSES[min(message.attempts, len(PAUSES)) - 1]
    deliver.using(run_after=message.next_attempt_at).enqueue(message.pk)
