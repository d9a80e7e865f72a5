from django.db import transaction
from django.utils import timezone

from samarbejde.outbox.letters import Letter
from samarbejde.outbox.models import MESSAGE_TRANSITIONS, Message, MessageState, Refusal
from samarbejde.outbox.tasks import deliver
from samarbejde.transitions import Refused, lock, move


@transaction.atomic
def queue(*letters: Letter) -> list[Message]:
    """Write e-mails together with the act that causes them; they leave once that act is committed.

    A person without an address is left out: they are not reached by e-mail.
    """
    return [_write(one) for one in letters if one.former_address or (one.to.email and one.to.is_active)]


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


def _write(one: Letter) -> Message:
    message = Message.objects.create(
        to_id=one.to.pk,
        address=one.former_address or one.to.email or "",
        is_to_former_address=bool(one.former_address),
        subject=one.subject,
        body=one.body,
        reply_to=", ".join(one.reply_to),
        link=one.link,
    )
    deliver.enqueue(message.pk)  # a row as well: no other process sees it before the act is committed
    return message


def _refuse_to_nobody(message: Message) -> None:
    if message.has_lost_its_reader:
        raise Refused(
            f"{message.to} får ikke e-mails: der mangler en adresse, eller personen er ude af brug."
        )
    if message.has_personal_link and not (message.link and message.link.is_open):
        raise Refused("Linket i beskeden gælder ikke mere. Send en ny invitation i stedet.")
