from tests.permissions.desk import draft
from tests.permissions.drafting import TYPED_IS_SENT_BACK, a_section
from tests.permissions.rows import DISTRICT_READS, NOT_MINE, Row

ROWS = {
    "draft-print": Row(DISTRICT_READS, f"*=302 {NOT_MINE} {TYPED_IS_SENT_BACK}", draft),
    "preview-plan": Row(DISTRICT_READS, make=draft),
    "preview-section": Row(DISTRICT_READS, make=a_section),
    "preview-section-pdf": Row(DISTRICT_READS, make=a_section),
}
