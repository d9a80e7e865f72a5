"""The history of a row: what it was, who did it, and why. simple-history reads the two latter off the row."""

from typing import Any, TypeVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import PROTECT, Model
from simple_history.models import HistoricalRecords

Row = TypeVar("Row", bound=Model)


class History(HistoricalRecords):
    """Rows are added to it and never changed, so whoever is named in it stays."""

    def _get_history_user_fields(self) -> dict[str, Any]:
        fields: dict[str, Any] = super()._get_history_user_fields()
        fields["history_user"].remote_field.on_delete = PROTECT  # where simple-history would forget the name
        return fields


def by_hand_of(person: AbstractBaseUser | None, row: Row, reason: str = "") -> Row:
    """The row, ready for `.save()` or `.delete()`: `by_hand_of(by, section, "Flyttet").save()`."""
    remembered: Any = row
    remembered._history_user = person
    remembered._change_reason = reason
    return row
