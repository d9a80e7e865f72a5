from typing import Any

from tests.cast import Cast
from tests.permissions.approval import (
    FOLLOWS,
    TYPED_IS_SENT_BACK,
    WRITE_ONLY,
    call,
    discussed,
    signing,
    somebody_has_left,
    step,
)
from tests.permissions.desk import draft
from tests.permissions.rows import DISTRICT_READS, Row, secretariat
from tests.plans.approval import stages


def signed(cast: Cast) -> dict[str, Any]:
    return {"pk": stages.signed(cast).pk}


ROWS = {
    "signatures": Row(FOLLOWS, step("302"), discussed, call),
    "signatures: runden er i gang": Row(FOLLOWS, step("409"), signing, call),
    "signatures-sheet": Row(FOLLOWS, make=lambda cast: signing(cast) | {"ending": "csv"}),
    "renew-signatures": Row(secretariat("200"), step("302"), somebody_has_left, call),
    "send-untried": Row(WRITE_ONLY, step("302"), discussed),
    "publish-plan": Row(secretariat("200"), f"{secretariat('409')} {TYPED_IS_SENT_BACK}", discussed),
    "publish-plan: kladde": Row(secretariat("200"), f"{secretariat('409')} {TYPED_IS_SENT_BACK}", draft),
    "publish-plan: underskrevet": Row(
        secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", signed
    ),
    "draft-pdf": Row(DISTRICT_READS, make=draft),
}
