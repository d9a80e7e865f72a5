"""A deadline holds to the end of the minute or the day that is shown, the year round."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from samarbejde.danish import moment_text
from samarbejde.deadlines import end_of, is_over

DENMARK = ZoneInfo("Europe/Copenhagen")
TICK = timedelta(microseconds=1)
# An ordinary day, both days on which the clock is set, the days before them, and New Year's Eve.
DAYS = [
    date(2026, 10, 1), date(2027, 3, 27), date(2027, 3, 28), date(2027, 10, 30), date(2027, 10, 31),
    date(2026, 12, 31),
]  # fmt: skip


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("as_moment", [True, False])
def test_a_day_is_open_until_danish_midnight(day, as_moment):
    deadline = end_of(day) if as_moment else day
    midnight = datetime.combine(day + timedelta(days=1), datetime.min.time(), DENMARK).astimezone(UTC)
    assert not is_over(deadline, at=midnight - TICK)
    assert is_over(deadline, at=midnight)
    assert moment_text(end_of(day)).endswith("kl. 23.59")


@pytest.mark.parametrize("fold", [0, 1])
def test_a_minute_that_comes_twice_in_autumn_is_over_once_each(fold):
    deadline = datetime(2027, 10, 31, 2, 59, tzinfo=DENMARK, fold=fold)
    start = deadline.astimezone(UTC)
    assert not is_over(deadline, at=start + timedelta(seconds=60) - TICK)
    assert is_over(deadline, at=start + timedelta(seconds=60))


def test_seconds_that_are_not_shown_make_no_difference():
    for second in (0, 30, 59):
        deadline = datetime(2026, 12, 1, 11, 59, second, tzinfo=UTC)
        assert not is_over(deadline, at=datetime(2026, 12, 1, 11, 59, 59, 999_999, tzinfo=UTC))
        assert is_over(deadline, at=datetime(2026, 12, 1, 12, 0, tzinfo=UTC))
