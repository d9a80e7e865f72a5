"""What a deadline means: it holds to the end of the day, or of the minute, that people read."""

from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone

LAST_MINUTE = time(23, 59)


def end_of(day: date) -> datetime:
    """The last minute of a Danish day, as deadlines are stored and shown."""
    return timezone.make_aware(datetime.combine(day, LAST_MINUTE))


def is_over(deadline: date | datetime, *, at: datetime | None = None) -> bool:
    """Whether the day or the minute that is shown has passed to its end, in Danish time, now or `at`."""
    at = at or timezone.now()
    if isinstance(deadline, datetime):
        return at >= _end_of_minute(deadline)
    return timezone.localdate(at) > deadline


def _end_of_minute(moment: datetime) -> datetime:
    # In UTC: an hour of the Danish clock comes twice in autumn and is missing in spring.
    return moment.astimezone(UTC).replace(second=0, microsecond=0) + timedelta(minutes=1)
