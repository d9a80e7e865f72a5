"""What every workflow step does first: lock the row, as it was seen, check the move, refuse in words."""

from collections.abc import Mapping
from typing import Any, Protocol, TypeVar

from django.db.models import Model

Table = Mapping[str, frozenset[str]]
UNSEEN = 0  # the version that an empty form was opened over


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


def lock(row: Locked, *, gone: str = "") -> Locked:
    """Read `row` again and hold it until the transaction ends; call inside `transaction.atomic()`.

    `gone` is what to say when it is deleted.
    """
    found = type(row)._base_manager.select_for_update(of=("self",)).filter(pk=row.pk).order_by("pk").first()
    if found is None:
        raise Refused(
            gone
            or f"{row} er slettet, siden du åbnede siden, så der er ikke sket mere. "
            "Gå tilbage, og vælg derfra."
        )
    return found


def lock_as_seen(
    row: Locked, seen: int, wanted: Mapping[str, object] | None = None, *, gone: str = ""
) -> Locked:
    """`lock`, for whoever writes over version `seen`; raises `Stale` when another has come since.

    A form that is sent twice has what it wants already: then there is nothing to write over.
    """
    held = lock(row, gone=gone)
    refuse_overtaken(held, seen, wanted)
    return held


def refuse_overtaken(
    held: object, seen: int, wanted: Mapping[str, object] | None = None, *, counted: str = "version"
) -> None:
    """The same for a row that is locked; `counted` is what counts its versions."""
    if getattr(held, counted) != seen and not (wanted and stands(held, wanted)):
        raise Stale(f"»{held}« er ændret af en anden, siden du åbnede siden.", held)


def stands(row: object, wanted: Mapping[str, object]) -> bool:
    """Everything is already as it is `wanted`."""
    return all(getattr(row, name) == value for name, value in wanted.items())


def may_move(row: HasState, to: str, table: Table) -> bool:
    return to in table.get(row.state, frozenset())


def refuse_move(row: HasState, to: str, table: Table) -> None:
    """Raise `Refused` when the table does not list that move."""
    if not may_move(row, to, table):
        raise Refused(
            f"Det kan ikke lade sig gøre nu: tilstanden er »{row.get_state_display()}«. "
            "Den kan være ændret af en anden, siden du åbnede siden. Se siden igen, og vælg derfra."
        )


def move(row: HasState, to: str, table: Table) -> None:
    """Give `row` the state `to`, or refuse as `refuse_move`. Does not save."""
    refuse_move(row, to, table)
    row.state = to
