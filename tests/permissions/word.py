from tests.permissions.desk import draft
from tests.permissions.rows import DISTRICT_READS, NOT_MINE, Row

ROWS = {
    "draft-word": Row(DISTRICT_READS, make=draft),
    "redline-word": Row(f"*=302 {NOT_MINE}", make=draft),
}
