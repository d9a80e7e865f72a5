from typing import Any, Protocol

from django.db import transaction
from django.utils import timezone
from django.utils.text import Truncator

from samarbejde.outbox.models import MESSAGE_TRANSITIONS, Message, MessageState
from samarbejde.outbox.tasks import deliver
from samarbejde.transitions import lock, move


class Recipient(Protocol):
    @property
    def pk(self) -> Any: ...
    @property
    def email(self) -> str | None: ...
    @property
    def is_active(self) -> bool: ...


@transaction.atomic
def queue(to: Recipient, subject: str, body: str) -> Message | None:
    """Write an e-mail together with the act that causes it; it leaves once that act is committed.

    Returns None for a person without an address: they are not reached by e-mail.
    """
    if not to.email or not to.is_active:
        return None
    message = Message.objects.create(
        to_id=to.pk, address=to.email, subject=_one_line(subject), body=body.replace("\x00", "")
    )
    deliver.enqueue(message.pk)  # a row as well: no other process sees it before the act is committed
    return message


@transaction.atomic
def try_again(message: Message) -> Message:
    """Send a message now that waits for its next attempt, or that was given up."""
    message = lock(message)
    if message.state != MessageState.QUEUED:
        move(message, MessageState.QUEUED, MESSAGE_TRANSITIONS)
    message.next_attempt_at = timezone.now()
    message.save(update_fields=["state", "next_attempt_at"])
    deliver.enqueue(message.pk)
    return message


def _one_line(subject: str) -> str:
    """Without the line breaks that would begin a new header, and as short as the column."""
    return Truncator(" ".join(subject.replace("\x00", " ").split())).chars(200)
