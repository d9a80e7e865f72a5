from tests.permissions.desk import draft
from tests.permissions.drafting import a_section
from tests.permissions.rows import DISTRICT_READS, Row

ROWS = {
    "preview-plan": Row(DISTRICT_READS, make=draft),
    "preview-section": Row(DISTRICT_READS, make=a_section),
    "preview-section-pdf": Row(DISTRICT_READS, make=a_section),
}
