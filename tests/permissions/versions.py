from tests.permissions.approval import TYPED_IS_SENT_BACK
from tests.permissions.desk import draft
from tests.permissions.rows import DISTRICT_READS, Row, secretariat

ROWS = {
    "plan-versions": Row(
        DISTRICT_READS,
        f"{secretariat('302')} {TYPED_IS_SENT_BACK}",
        draft,
        lambda cast, parts: {"name": "Til mødet 3. november"},
    ),
    "compare-versions": Row(DISTRICT_READS, make=draft),
}
