import logging
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from samarbejde.events.models import Event

if TYPE_CHECKING:
    from samarbejde.accounts.models import User

COUNT_DENIED = """
    INSERT INTO events_deniedattempts AS kept (person_id, day, count) VALUES (%s, %s, 1)
    ON CONFLICT ON CONSTRAINT one_count_of_denied_attempts_per_person_and_day
    DO UPDATE SET count = kept.count + 1
"""

log = logging.getLogger(__name__)


def record(
    verb: str,
    text: str,
    *,
    by: "User | None",
    subject: Model | None,
    within: Model | None = None,
    internal: bool = False,
    name: str = "Systemet",
) -> Event:
    """Write down one act, e.g. `record("proposal.submitted", "Forslaget blev indsendt", …)`.

    `within` is the larger thing whose timeline shows it too; `by=None` is the system itself, or whoever
    has no account and is told by `name`.
    """
    event = Event.objects.create(
        verb=verb,
        text=text,
        actor=by,
        actor_name=str(by) if by is not None else name,
        subject=subject,
        within=within,
        internal=internal,
    )
    about = {"verb": verb, "number": event.pk, "by": by.pk if by is not None else None}
    transaction.on_commit(lambda: log.info("recorded", extra=about))
    return event


def count_denied(person: "User") -> None:
    """One more refused access today: a number for each person and day, however many there are."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT_DENIED, [person.pk, timezone.localdate()])
