"""How a row of the permission matrix is written and read.

    "plan": Row(make=draft, get="*=200 fremmed=404 ingen=404", post="*=405")

`*` is everybody who is logged in and not named. Somebody without a login is led to the login page (302)
unless the row says otherwise. `sekretariat=200/302` leaves two answers open. What stands after a colon in
a row's key, as in "plan: en anden kreds", tells rows of one URL apart. What is posted is a valid form, so
that a refusal is one of the person and not of the form.
"""

from collections.abc import Callable
from dataclasses import dataclass
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
    "næstformand": "næstformand",
    "fhv-formand": "forhenværende formand",
    "fhv-sekretær": "forhenværende sekretær",
    "fynbo": "formand i en anden kreds",
    "begge": "sekretær og medlem af lokalrådet",
    "spærret": "spærret",
}
ANONYMOUS = "anonym"
NOBODY = "ingen"  # logged in, and in no council of the district
# Unless a row names them, these get what somebody else gets.
LIKE = {
    "næstformand": "formand",
    "fhv-formand": NOBODY,
    "fhv-sekretær": NOBODY,
    "fynbo": NOBODY,
    "administrator": NOBODY,
    "begge": "sekretariat",
    "spærret": ANONYMOUS,
}

NOT_MINE = f"fremmed=404 {NOBODY}=404"
DISTRICT_READS = f"*=200 {NOT_MINE}"


def secretariat(answer: str) -> str:
    """The secretariat gets `answer`, the district's other members 403, and for the rest there is nothing."""
    return f"sekretariat={answer} *=403 {NOT_MINE}"


@dataclass(frozen=True)
class Row:
    """What each role is answered; `make` and `query` give the address.

    `data` is what is posted, of the cast and what `make` gave.
    """

    get: str
    post: str = f"*=405 {ANONYMOUS}=302/405"
    make: Callable[[Cast], dict[str, Any]] = lambda cast: {}
    data: Callable[[Cast, dict[str, Any]], dict[str, Any]] = lambda cast, parts: {}
    query: str = ""


def answers(cells: str, role: str) -> set[int]:
    """The statuses that `role` may be answered."""
    table = dict(cell.split("=") for cell in cells.split())
    unknown = set(table) - set(ROLES) - {ANONYMOUS, NOBODY, "*"}
    assert not unknown, f"Ukendte roller: {unknown}"
    named = role if role in table else LIKE.get(role, role)
    fallback = "302" if named == ANONYMOUS else table.get("*", "")
    wanted = table.get(named, fallback)
    assert wanted, f"{role} mangler i »{cells}«"
    return {int(status) for status in wanted.split("/")}
