from typing import Any

from tests.cast import Cast
from tests.permissions.rows import Row, secretariat

Parts = dict[str, Any]


def district(cast: Cast) -> Parts:
    assert cast.naestformand
    assert cast.borgmestre
    return {"slug": cast.district.slug}


def herning(cast: Cast) -> Parts:
    assert cast.formand_herning
    return {"slug": cast.district.slug, "pk": cast.lokalraad("Herning").pk}


ROWS = {
    "people": Row(secretariat("200"), make=district),
    "people-sheet": Row(secretariat("200"), make=lambda cast: district(cast) | {"ending": "csv"}),
    "council-people": Row(secretariat("200"), make=herning),
}
