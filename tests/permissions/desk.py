from typing import Any

from tests.cast import Cast
from tests.making import a_plan
from tests.permissions.rows import DISTRICT_READS, Row


def draft(cast: Cast) -> dict[str, Any]:
    return {"pk": a_plan(cast.kredsraad()).pk}


ROWS = {
    "desk": Row("*=200"),
    "plans": Row("*=200"),
    "plan": Row(DISTRICT_READS, make=draft),
}
