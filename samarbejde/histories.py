"""Who did it, and why, for the history of a row: simple-history reads both off the row itself."""

from typing import Any, TypeVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Model

Row = TypeVar("Row", bound=Model)


def by_hand_of(person: AbstractBaseUser | None, row: Row, reason: str = "") -> Row:
    """The row, ready for `.save()` or `.delete()`: `by_hand_of(by, section, "Flyttet").save()`."""
    remembered: Any = row
    remembered._history_user = person
    remembered._change_reason = reason
    return row
