from typing import Any

from plans.rounds.letters import EXTENDED
from tests.cast import Cast
from tests.permissions.approval import TYPED_IS_SENT_BACK, WRITE_ONLY
from tests.permissions.rows import Row, secretariat

Parts = dict[str, Any]


def district(cast: Cast) -> Parts:
    assert cast.formand_herning
    return {"slug": cast.district.slug}


def a_kind(cast: Cast) -> Parts:
    return district(cast) | {"key": EXTENDED.key}


def worded(cast: Cast, parts: Parts) -> Parts:
    return {"subject": "Mere tid", "text": "Til {frist}: {begrundelse}\n\n{link}", "version": ""}


ROWS = {
    "letter-kinds": Row(secretariat("200"), make=district),
    "word-letter": Row(secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", a_kind, worded),
    "restore-standard-letter": Row(
        WRITE_ONLY, secretariat("302"), a_kind, lambda cast, parts: {"version": 0}
    ),
}
