from typing import TYPE_CHECKING, Any, Protocol

from django.db import transaction
from django.utils import timezone
from django.utils.text import Truncator

from samarbejde.outbox.models import MESSAGE_TRANSITIONS, Message, MessageState, Refusal
from samarbejde.outbox.tasks import deliver
from samarbejde.transitions import Refused, lock, move

if TYPE_CHECKING:
    from samarbejde.accounts.models import PersonalLink


class Recipient(Protocol):
    @property
    def pk(self) -> Any: ...
    @property
    def email(self) -> str | None: ...
    @property
    def is_active(self) -> bool: ...


@transaction.atomic
def queue(to: Recipient, subject: str, body: str, *, link: "PersonalLink | None" = None) -> Message | None:
    """Write an e-mail together with the act that causes it; it leaves once that act is committed.

    A personal `link` stands in the body as `LINK`: it is filled in as the mail leaves.
    Returns None for a person without an address: they are not reached by e-mail.
    """
    if not to.email or not to.is_active:
        return None
    return _write(to, subject, body, address=to.email, link=link)


@transaction.atomic
def queue_to_former_address(to: Recipient, address: str, subject: str, body: str) -> Message:
    """Likewise, to where a person could be reached until now; it never follows them to another address."""
    return _write(to, subject, body, address=address, is_to_former_address=True)


@transaction.atomic
def try_again(message: Message) -> Message:
    """Send a message now that waits for its next attempt, or that was refused: to the address of today.

    The earlier address stands in its refusals.
    """
    message = lock(message)
    if message.state != MessageState.QUEUED:
        move(message, MessageState.QUEUED, MESSAGE_TRANSITIONS)
    _refuse_to_nobody(message)
    message.address = message.address_of_today
    message.next_attempt_at = timezone.now()
    message.save(update_fields=["state", "address", "next_attempt_at"])
    deliver.enqueue(message.pk)
    return message


@transaction.atomic
def give_up(message: Message, answer: str) -> Message:
    """The mail server's last word; call with the row locked. Somebody must look at the address."""
    move(message, MessageState.GIVEN_UP, MESSAGE_TRANSITIONS)
    message.last_error = answer
    message.save()
    Refusal.objects.create(message=message, address=message.address, answer=answer)
    return message


def _write(to: Recipient, subject: str, body: str, **fields: Any) -> Message:
    message = Message.objects.create(
        to_id=to.pk, subject=_one_line(subject), body=body.replace("\x00", ""), **fields
    )
    deliver.enqueue(message.pk)  # a row as well: no other process sees it before the act is committed
    return message


def _refuse_to_nobody(message: Message) -> None:
    if message.has_lost_its_reader:
        raise Refused(
            f"{message.to} får ikke e-mails: der mangler en adresse, eller personen er ude af brug."
        )
    if message.has_personal_link and not (message.link and message.link.is_open):
        raise Refused("Det personlige link i beskeden gælder ikke længere. Send en ny invitation i stedet.")


def _one_line(subject: str) -> str:
    """Without the line breaks that would begin a new header, and as short as the column."""
    return Truncator(" ".join(subject.replace("\x00", " ").split())).chars(200)
