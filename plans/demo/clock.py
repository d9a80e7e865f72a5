from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

import time_machine
from django.utils import timezone


@contextmanager
def on(day: date, hour: int = 10) -> Iterator[None]:
    """Do something as if it were that day: every date it leaves behind says so."""
    moment = timezone.make_aware(datetime.combine(day, time(hour)))
    with time_machine.travel(moment, tick=True):
        yield
