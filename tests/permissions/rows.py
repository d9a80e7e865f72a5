"""How a row of the permission matrix is written and read.

    "plan": Row(make=draft, get="*=200 fremmed=404 administrator=404", post="*=405")

`*` is everybody who is logged in and not named. Somebody without a login is led to the login page (302)
unless the row says otherwise. `sekretariat=200/302` leaves two answers open. What stands after a colon in
a row's key, as in "plan: en anden kreds", tells rows of one URL apart.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.cast import Cast

ROLES = {
    "sekretariat": "sekretariat",
    "fremmed": "sekretariat i en anden kreds",
    "direktør": "politidirektør",
    "borgmester": "borgmester",
    "stedfortræder": "stedfortræder",
    "formand": "formand",
    "nabo": "formand i en anden kommune",
    "medlem": "medlem",
    "kontaktudvalg": "kontaktudvalg",
    "administrator": "administrator",
}
ANONYMOUS = "anonym"

NOT_MINE = "fremmed=404 administrator=404"  # who sits in no council of the district
DISTRICT_READS = f"*=200 {NOT_MINE}"


def secretariat(answer: str) -> str:
    """The secretariat gets `answer`, the district's other members 403, and for the rest there is nothing."""
    return f"sekretariat={answer} *=403 {NOT_MINE}"


@dataclass(frozen=True)
class Row:
    """What each role is answered; `make` and `query` give the address, `data` is what is posted."""

    get: str
    post: str = f"*=405 {ANONYMOUS}=302/405"
    make: Callable[[Cast], dict[str, Any]] = lambda cast: {}
    data: dict[str, Any] = field(default_factory=dict)
    query: str = ""


def answers(cells: str, role: str) -> set[int]:
    """The statuses that `role` may be answered."""
    table = dict(cell.split("=") for cell in cells.split())
    unknown = set(table) - set(ROLES) - {ANONYMOUS, "*"}
    assert not unknown, f"Ukendte roller: {unknown}"
    fallback = "302" if role == ANONYMOUS else table.get("*", "")
    wanted = table.get(role, fallback)
    assert wanted, f"{role} mangler i »{cells}«"
    return {int(status) for status in wanted.split("/")}
