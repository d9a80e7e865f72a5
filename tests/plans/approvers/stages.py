"""Which posts approve the lokalråds' plans."""

from typing import Any

from councils.models import PoliceDistrict
from plans.approvers import workflow
from plans.approvers.models import ApprovalRules
from samarbejde.transitions import UNSEEN
from tests.cast import Cast
from tests.kept import kept

TYPED = {
    "police_post": "director",
    "police_title": "",
    "municipality_post": "mayor",
    "municipality_title": "",
}


@kept
def chosen(cast: Cast, place: str = "", **changes: Any) -> ApprovalRules:
    """For the district, or for one kommune."""
    where = cast.lokalraad(place).municipality if place else None
    district: PoliceDistrict = cast.district
    answers = TYPED | changes
    return workflow.set_approval_rules(district, where, answers, version=UNSEEN, by=cast.sekretariat)
