"""How long a login lasts: an hour after the last page, and never longer than half a day."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession
from django.utils import timezone

LONGEST = timedelta(hours=12)
NOTED_EVERY = timedelta(minutes=5)  # a page read sooner after the last costs no write
STARTED = "started"


class SessionStore(db.SessionStore):
    """Session engine: the idle time is SESSION_COOKIE_AGE, the whole time `LONGEST` from login."""

    ends: datetime | None = None  # as it was noted when the request came

    def load(self) -> dict[str, object]:
        row = self._get_session_from_db()  # type: ignore[attr-defined]
        if row is None:
            return {}
        data: dict[str, object] = self.decode(row.session_data)
        if SESSION_KEY in data:
            self.ends = row.expire_date
            if _end(data) - row.expire_date > NOTED_EVERY:
                self.modified = True
        return data

    @property
    def seconds_left(self) -> int:
        """Until the login ends; what is `modified` is saved, and saving begins the hour anew."""
        noted = None if self.modified else self.ends
        return int(((noted or _end(dict(self.items()))) - timezone.now()).total_seconds())

    def create_model_instance(self, data: dict[str, object]) -> AbstractBaseSession:
        if SESSION_KEY in data:
            data.setdefault(STARTED, timezone.now().timestamp())
        row = super().create_model_instance(data)
        row.expire_date = min(row.expire_date, _end(data))
        return row


def _end(data: dict[str, Any]) -> datetime:
    now = timezone.now()
    end = now + timedelta(seconds=settings.SESSION_COOKIE_AGE)
    if STARTED not in data:
        return end
    return min(end, datetime.fromtimestamp(data[STARTED], now.tzinfo) + LONGEST)
