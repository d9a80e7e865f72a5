"""What a deadline means: it holds to the end of the day, or of the minute, that people read."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import cast

from django.utils import timezone

LAST_MINUTE = time(23, 59)
MORNING = time(8)  # nothing that the portal does by itself reaches people in the night


def end_of(day: date) -> datetime:
    """The last minute of a Danish day, as deadlines are stored and shown."""
    return timezone.make_aware(datetime.combine(day, LAST_MINUTE))


class UnclearMoment(ValueError):
    """A minute that the Danish clock skips in spring or shows twice in autumn; says so in Danish."""


def moment(day: date, clock: time) -> datetime:
    """That minute of a Danish day; raises `UnclearMoment` where there is none, or two."""
    local = datetime.combine(day, clock, timezone.get_default_timezone())
    first, second = local.utcoffset(), local.replace(fold=1).utcoffset()
    if first == second:
        return local
    shown = f"Kl. {clock:%H.%M}"
    if cast(timedelta, first) < cast(timedelta, second):
        raise UnclearMoment(
            f"{shown} findes ikke den nat, for uret stilles en time frem. Vælg kl. 1 eller 3."
        )
    raise UnclearMoment(f"{shown} kommer to gange den nat, for uret stilles tilbage. Vælg kl. 1 eller 3.")


def is_over(deadline: date | datetime, *, at: datetime | None = None) -> bool:
    """Whether the day or the minute that is shown has passed to its end, in Danish time, now or `at`."""
    at = at or timezone.now()
    if isinstance(deadline, datetime):
        return at >= _end_of_minute(deadline)
    return timezone.localdate(at) > deadline


def day_told(left: int, days: Iterable[int], *, latest: int = 2) -> int | None:
    """Which of the `days` before a deadline is told with so many days `left`; None for none of them.

    Up to `latest` days late: a worker that was away for longer does not tell a day that is long gone.
    """
    return min((day for day in days if 0 <= day - left <= latest), default=None)


def _end_of_minute(moment: datetime) -> datetime:
    # In UTC: an hour of the Danish clock comes twice in autumn and is missing in spring.
    return moment.astimezone(UTC).replace(second=0, microsecond=0) + timedelta(minutes=1)
