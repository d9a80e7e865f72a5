from typing import Any

from plans.document.make_snapshot import make_snapshot
from plans.document.models import Plan


def shown_rows(plan: Plan) -> list[Any]:
    """The plan's duties as its readers find them."""
    [shown] = [one["data"]["rows"] for one in make_snapshot(plan)["sections"] if one["data_kind"] == "duties"]
    return shown
