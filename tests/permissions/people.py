from typing import Any

from tests.cast import Cast
from tests.councils.people import stages
from tests.permissions.approval import TYPED_IS_SENT_BACK
from tests.permissions.rows import Row, secretariat

Parts = dict[str, Any]


def district(cast: Cast) -> Parts:
    assert cast.naestformand
    assert cast.borgmestre
    return {"slug": cast.district.slug}


def herning(cast: Cast) -> Parts:
    assert cast.formand_herning
    return {"slug": cast.district.slug, "pk": cast.lokalraad("Herning").pk}


def mayor(cast: Cast) -> Parts:
    assert cast.borgmester("Herning")
    return {"slug": cast.district.slug, "pk": cast.kredsraad().pk, "key": "medlem-herning"}


def odense(cast: Cast) -> Parts:
    return {"slug": cast.district.slug, "pk": cast.lokalraad("Odense").pk, "key": "formand"}


def newcomer(cast: Cast, parts: Parts) -> Parts:
    return stages.typed()


NOTHING = "sekretariat=404 *=403 fremmed=404 ingen=404"
ROWS = {
    "people": Row(secretariat("200"), make=district),
    "people-sheet": Row(secretariat("200"), make=lambda cast: district(cast) | {"ending": "csv"}),
    "council-people": Row(secretariat("200"), make=herning),
    "appoint": Row(secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", mayor, newcomer),
    "appoint: et råd i en anden kreds": Row(NOTHING, f"{NOTHING} {TYPED_IS_SENT_BACK}", odense, newcomer),
}
