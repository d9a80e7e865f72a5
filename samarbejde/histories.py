"""The history of a row: what it was, who did it, and why. simple-history reads the two latter off the row."""

from typing import Any, Protocol, TypeAlias, TypeVar, cast

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import PROTECT, ForeignKey, Model
from simple_history.models import HistoricalRecords


class Versioned(Protocol):
    version: int


Row = TypeVar("Row", bound=Model)
Record: TypeAlias = Any  # of a history: simple-history gives its tables no types


class History(HistoricalRecords):
    """Rows are added to it and never changed, so whoever is named in it stays."""

    def _get_history_user_fields(self) -> dict[str, ForeignKey[object, object]]:
        fields: dict[str, ForeignKey[object, object]] = super()._get_history_user_fields()
        fields["history_user"].remote_field.on_delete = PROTECT  # where simple-history would forget the name
        return fields


def save_as_next(by: AbstractBaseUser | None, row: Row, reason: str = "") -> Row:
    """Save a locked row as its next version: whoever has the one before on the screen is told."""
    cast(Versioned, row).version += 1
    with_editor(by, row, reason).save()
    return row


def with_editor(person: AbstractBaseUser | None, row: Row, reason: str = "") -> Row:
    """The row, ready for `.save()` or `.delete()`: `with_editor(by, section, "Flyttet").save()`."""
    remembered: Any = row
    remembered._history_user = person
    remembered._change_reason = reason
    return row
