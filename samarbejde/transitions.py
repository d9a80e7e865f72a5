"""What every workflow step does first: lock the row, check the move, refuse in words."""

from collections.abc import Mapping
from typing import Any, Protocol, TypeVar

from django.db.models import Model

Table = Mapping[str, frozenset[str]]


class Refused(Exception):
    """A step that cannot be taken. The message is Danish and says why, and what to do instead."""


class Stale(Refused):
    """It was saved by somebody else since it was opened; `current` is what stands."""

    def __init__(self, reason: str, current: Any) -> None:
        super().__init__(reason)
        self.current = current


class HasState(Protocol):
    state: Any

    def get_state_display(self) -> str: ...


Locked = TypeVar("Locked", bound=Model)


def lock(row: Locked) -> Locked:
    """Read `row` again and hold it until the transaction ends; call inside `transaction.atomic()`."""
    return type(row)._base_manager.select_for_update().get(pk=row.pk)


def may_move(row: HasState, to: str, table: Table) -> bool:
    return to in table.get(row.state, frozenset())


def move(row: HasState, to: str, table: Table) -> None:
    """Give `row` the state `to`, or refuse when the table does not list that move. Does not save."""
    if not may_move(row, to, table):
        raise Refused(
            f"Det kan ikke lade sig gøre nu: tilstanden er »{row.get_state_display()}«. "
            "Den kan være ændret af en anden, siden du åbnede siden. Se siden igen, og vælg derfra."
        )
    row.state = to
