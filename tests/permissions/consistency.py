from tests.permissions.desk import draft
from tests.permissions.rows import Row, secretariat

ROWS = {
    "plan-consistency": Row(secretariat("200"), make=draft),
}
