from collections.abc import Sequence
from typing import TypeVar

from councils.register.models import Forum, OrganisationUnit
from samarbejde.accounts.models import User
from samarbejde.histories import with_editor

UP, DOWN = "up", "down"
Ordered = TypeVar("Ordered", Forum, OrganisationUnit)


def moved(rows: Sequence[Ordered], row: Ordered, direction: str, *, by: User) -> int | None:
    """Set `row` past its neighbour above or below; its number then, or None at the end of the list.

    `rows` are locked, in their order. Places that are the same, or apart, become 1, 2, 3.
    """
    order = list(rows)
    place = order.index(row)
    other = place - 1 if direction == UP else place + 1
    if not 0 <= other < len(order):
        return None
    order[place], order[other] = order[other], order[place]
    for position, one in enumerate(order, start=1):
        if one.position != position:
            one.position = position
            with_editor(by, one, "Flyttet").save(update_fields=["position"])
    return other + 1
