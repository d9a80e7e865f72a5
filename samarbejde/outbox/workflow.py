from collections.abc import Iterable

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from samarbejde.outbox.letters import Letter, by_hand, day_of_news, know_where_answers_go
from samarbejde.outbox.models import MESSAGE_TRANSITIONS, Message, MessageState, Refusal
from samarbejde.outbox.tasks import deliver
from samarbejde.transitions import Refused, lock, move


@transaction.atomic
def queue(*letters: Letter, cause: Model | None = None) -> list[Message]:
    """Write e-mails together with the act that causes them; they leave once that act is committed.

    A person without an address is left out: they are not reached by e-mail. What is undone may be named as
    their `cause`: then `lapse` stops those that have not left. News waits for the day's letter, where its
    reader has it so.
    """
    know_where_answers_go(letters)
    written = [_write(one, cause, _first_state(one)) for one in letters if _reaches_somebody(one)]
    for message in written:
        if message.state == MessageState.QUEUED:
            deliver.enqueue(message.pk)  # a row as well: nobody else sees it before the act is committed
    return written


@transaction.atomic
def hold(*letters: Letter, cause: Model | None = None) -> list[tuple[Letter, Message]]:
    """The same, but they stay until each is let go with `release`; the letters beside what is written."""
    know_where_answers_go(letters)
    return [(one, _write(one, cause, MessageState.HELD)) for one in letters if _reaches_somebody(one)]


@transaction.atomic
def carry(news: Iterable[Message]) -> Message:
    """One person's gathered messages leave now, in one: call with the rows locked. What leaves."""
    carried = list(news)
    if len(carried) == 1:
        return release(carried[0])
    person = carried[0].to
    assert person is not None, "news are gathered for people with an account"
    [within] = queue(day_of_news(person, ((one.subject, one.words) for one in carried)))
    for message in carried:
        move(message, MessageState.CARRIED, MESSAGE_TRANSITIONS)
        message.within = within
        message.save(update_fields=["state", "within"])
    return within


@transaction.atomic
def release(message: Message) -> Message:
    """A held or gathered message leaves now."""
    message = lock(message)
    move(message, MessageState.QUEUED, MESSAGE_TRANSITIONS)
    message.queued_at = message.next_attempt_at = timezone.now()
    message.save(update_fields=["state", "queued_at", "next_attempt_at"])
    deliver.enqueue(message.pk)
    return message


@transaction.atomic
def stop(message: Message) -> Message:
    """A held message never leaves."""
    message = lock(message)
    move(message, MessageState.STOPPED, MESSAGE_TRANSITIONS)
    message.save(update_fields=["state"])
    return message


@transaction.atomic
def reword(message: Message, *, subject: str, text: str) -> Message:
    """A held message says this to the same person, with salutation and farewell as before."""
    message = lock(message)
    if message.state != MessageState.HELD:
        raise Refused(f"Brevet er {message.fate}, så det kan ikke rettes mere.")
    assert message.to is not None, "only what goes to people with an account is held"
    one = by_hand(message.to, subject, text)
    message.subject, message.body = one.subject, one.body
    message.save(update_fields=["subject", "body"])
    return message


@transaction.atomic
def lapse(*causes: Model) -> list[Message]:
    """The causes are undone: stop their messages that have not left, and give these.

    One that a worker has in hand is waited for, and has left or is stopped.
    """
    waiting = list(Message.objects.unsent().caused_by(*causes).select_for_update().order_by("pk"))
    for message in waiting:
        move(message, MessageState.LAPSED, MESSAGE_TRANSITIONS)
        message.save(update_fields=["state"])
    return waiting


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


def _reaches_somebody(one: Letter) -> bool:
    return bool(one.former_address or (one.to.email and one.to.is_active))


def _first_state(one: Letter) -> MessageState:
    waits = one.is_news and one.to.gathers_news and not (one.link or one.former_address)
    return MessageState.GATHERED if waits else MessageState.QUEUED


def _write(one: Letter, cause: Model | None, state: MessageState) -> Message:
    return Message.objects.create(
        state=state,
        words=one.text if state == MessageState.GATHERED else "",
        to_id=one.to.pk,
        address=one.former_address or one.to.email or "",
        is_to_former_address=bool(one.former_address),
        subject=one.subject,
        body=one.body,
        reply_to=", ".join(one.reply_to),
        link=one.link,
        cause_kind=cause._meta.label_lower if cause else "",
        cause_number=cause.pk if cause else None,
    )


def _refuse_to_nobody(message: Message) -> None:
    if message.has_lost_its_reader:
        raise Refused(
            f"{message.to} får ikke e-mails: der mangler en adresse, eller personen er ude af brug."
        )
    if message.has_personal_link and not (message.link and message.link.is_open):
        raise Refused("Linket i beskeden gælder ikke mere. Send en ny invitation i stedet.")
