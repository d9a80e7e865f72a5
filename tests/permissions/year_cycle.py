from typing import Any

from plans.year_cycle import workflow
from tests.cast import Cast
from tests.permissions.meetings import FOLLOWS_HERNING, KREDSRAAD_READS, kredsraad, lokalraad
from tests.permissions.rows import NOBODY, Row

Parts = dict[str, Any]

IN_OFFICE = f"*=302 fynbo=302 {NOBODY}=404"
WRITE_ONLY = "*=405 anonym=302/405"


def district(cast: Cast) -> Parts:
    return {"slug": cast.district.slug, "year": 2027}


def address(cast: Cast) -> Parts:
    """Of Herning's chair: whoever has it needs no login."""
    return {"token": workflow.make_calendar_address(cast.formand_herning, by=cast.formand_herning).token}


ROWS = {
    "own-year": Row(IN_OFFICE),
    "district-year": Row(f"*=200 fremmed=404 {NOBODY}=404", make=district),
    "council-year": Row(KREDSRAAD_READS, make=lambda cast: kredsraad(cast) | {"year": 2027}),
    "council-year: et lokalråd": Row(FOLLOWS_HERNING, make=lambda cast: lokalraad(cast) | {"year": 2027}),
    "make-calendar-address": Row(WRITE_ONLY, IN_OFFICE),
    "close-calendar-address": Row(WRITE_ONLY, IN_OFFICE),
    "own-calendar": Row("*=200 anonym=200", "*=405 anonym=405", make=address),
}
