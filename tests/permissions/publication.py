from typing import Any

from tests.cast import Cast
from tests.permissions.approval import TYPED_IS_SENT_BACK, discussed
from tests.permissions.desk import draft
from tests.permissions.rows import DISTRICT_READS, Row, secretariat
from tests.plans.approval import stages


def signed(cast: Cast) -> dict[str, Any]:
    return {"pk": stages.signed(cast).pk}


ROWS = {
    "publish-plan": Row(secretariat("200"), f"{secretariat('422')} {TYPED_IS_SENT_BACK}", discussed),
    "publish-plan: kladde": Row(secretariat("200"), f"{secretariat('422')} {TYPED_IS_SENT_BACK}", draft),
    "publish-plan: underskrevet": Row(
        secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", signed
    ),
    "draft-pdf": Row(DISTRICT_READS, make=draft),
}
