"""Letters are held back, worded by hand, let go or stopped."""

from collections.abc import Callable, Mapping

from django.db import transaction
from django.db.models import Model

from councils.held_letters.models import HeldLetter
from councils.register.models import PoliceDistrict
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next, with_editor
from samarbejde.outbox import workflow as outbox
from samarbejde.outbox.letters import Letter
from samarbejde.outbox.models import Message
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused, Stale, lock_as_seen, stands


@transaction.atomic
def hold(
    *letters: Letter, district: PoliceDistrict, step: str, by: User, cause: Model | None = None
) -> list[HeldLetter]:
    """Write e-mails as `outbox.workflow.queue` does; they wait for the district's secretariat.

    `step` is what they are about, as the secretariat reads it: »Afgørelser til Samarbejdsplan 2027«.
    """
    held = [
        HeldLetter(
            message=message, district=district, step=step, subject=one.subject, text=one.text, held_by=by
        )
        for one, message in outbox.hold(*letters, cause=cause)
    ]
    for row in held:
        with_editor(by, row).save()
    if held:
        _record(f"{_counted(len(held))} om »{step}« holdes tilbage", district, by)
    return held


@transaction.atomic
def reword(held: HeldLetter, *, subject: str, text: str, version: int, by: User) -> HeldLetter:
    """This one letter reads so. Raises `Stale` if another version stands."""
    wanted = {"subject": subject, "text": text}
    held = lock_as_seen(held, version, wanted)
    if not (subject and text):
        raise Refused("Skriv både emne og tekst, eller stands brevet.")
    personal_numbers.refuse_in([subject, text])
    if stands(held, wanted):
        return held
    held.subject, held.text = subject, text
    held.message = outbox.reword(held.message, subject=subject, text=text)
    save_as_next(by, held)
    _record(f"{held} om »{held.step}« blev rettet", held.district, by)
    return held


@transaction.atomic
def send(district: PoliceDistrict, seen: Mapping[int, int], *, by: User) -> int:
    """Let these letters (ids) go in the versions that were read; all of them or none. How many."""
    return _settle(district, seen, outbox.release, "blev sendt", by)


@transaction.atomic
def stop(held: HeldLetter, *, version: int, by: User) -> None:
    """It is never sent; its text is kept."""
    _settle(held.district, {held.pk: version}, outbox.stop, "blev standset", by)


def _settle(
    district: PoliceDistrict,
    seen: Mapping[int, int],
    settle: Callable[[Message], Message],
    told: str,
    by: User,
) -> int:
    found = district.held_letters.filter(pk__in=seen)
    held = list(found.select_for_update(of=("self",)).select_related("message").order_by("pk"))
    gone = [one for one in held if not one.is_waiting]
    if gone or len(held) < len(seen):
        raise Refused(
            f"{gone[0]} er {gone[0].message.fate}, siden du åbnede siden. Se listen igen."
            if gone
            else "Et af brevene er her ikke mere. Se listen igen."
        )
    for one in held:
        if one.version != seen[one.pk]:
            raise Stale(f"{one} er rettet, siden du læste det. Læs det igen.", one)
        settle(one.message)
    for step in dict.fromkeys(one.step for one in held):
        number = sum(one.step == step for one in held)
        _record(f"{_counted(number)} om »{step}« {told}", district, by)
    return len(held)


def _counted(number: int) -> str:
    return "1 brev" if number == 1 else f"{number} breve"


def _record(text: str, district: PoliceDistrict, by: User) -> None:
    record("letters.held", text, by=by, subject=district, internal=True)
