from typing import Any

from councils.held_letters.workflow import hold
from samarbejde.outbox.letters import letter
from tests.cast import Cast
from tests.permissions.approval import TYPED_IS_SENT_BACK, WRITE_ONLY
from tests.permissions.rows import Row, secretariat

Parts = dict[str, Any]


def held(cast: Cast) -> Parts:
    one = letter(cast.formand_herning, "Om jeres forslag", "Det er optaget i planen.")
    [row] = hold(one, district=cast.district, step="Afgørelser", by=cast.sekretariat)
    return {"slug": cast.district.slug, "pk": row.pk}


def district(cast: Cast) -> Parts:
    return {"slug": held(cast)["slug"]}


def ticked(cast: Cast, parts: Parts) -> Parts:
    return {"letters": [one.as_seen for one in cast.district.held_letters.all()]}


def worded(cast: Cast, parts: Parts) -> Parts:
    return {"subject": "Om jeres forslag", "text": "Det er optaget.", "version": 1}


ROWS = {
    "held-letters": Row(secretariat("200"), secretariat("302"), district, ticked),
    "held-letter": Row(secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", held, worded),
    "stop-held-letter": Row(WRITE_ONLY, secretariat("302"), held, lambda cast, parts: {"version": 1}),
}
