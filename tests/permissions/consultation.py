"""Whoever is heard writes for their own body; the secretariat reads what all of them wrote."""

from typing import Any

from councils.models import Membership, MembershipRole
from tests.cast import Cast
from tests.permissions.approval import TYPED_IS_SENT_BACK
from tests.permissions.rows import NOT_MINE, Row, secretariat
from tests.plans.consultation import stages

Parts = dict[str, Any]


def being_heard(cast: Cast) -> Parts:
    return {"pk": stages.being_heard(cast).plan_id}


def hernings_chair(cast: Cast) -> Parts:
    seat = Membership.objects.get(user=cast.formand_herning, role=MembershipRole.CHAIR)
    return being_heard(cast) | {"seat_pk": seat.pk}


def remark(cast: Cast, parts: Parts) -> Parts:
    return {"text": "Afsnit 2 bør nævne skolerne.", "version": 0}


CHAIR_ONLY = f"formand={{}} næstformand=403 *=403 {NOT_MINE}"

ROWS = {
    "consultation-replies": Row(secretariat("200"), make=being_heard),
    "write-reply": Row(
        CHAIR_ONLY.format(200), f"{CHAIR_ONLY.format(302)} {TYPED_IS_SENT_BACK}", hernings_chair, remark
    ),
}
