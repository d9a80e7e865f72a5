"""Whoever is heard writes for their own body; the secretariat reads what all of them wrote."""

from typing import Any

from councils.models import Membership, MembershipRole
from tests.cast import Cast
from tests.permissions.approval import TYPED_IS_SENT_BACK, WRITE_ONLY
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


def hernings_remark(cast: Cast) -> Parts:
    consultation = stages.being_heard(cast)
    told = stages.reply(consultation, cast.formand_herning, "Nævn skolerne.")
    return {"pk": consultation.plan_id, "reply_pk": told.pk}


def followed(cast: Cast, parts: Parts) -> Parts:
    return {"outcome": "followed", "text": "Skolerne er nævnt.", "version": 0}


def later(cast: Cast, parts: Parts) -> Parts:
    return {"day": f"{stages.in_days(30):%d-%m-%Y}", "reason": "Ferien ligger imellem."}


def hernings_remark_heard(cast: Cast) -> Parts:
    return {"pk": hernings_remark(cast)["pk"]}


KREDSRAAD_READS = f"sekretariat=200 direktør=200 borgmester=200 stedfortræder=200 begge=200 *=403 {NOT_MINE}"
CHAIR_ONLY = f"formand={{}} næstformand=403 *=403 {NOT_MINE}"

ROWS = {
    "consultation-replies": Row(secretariat("200"), make=being_heard),
    "remind-consulted": Row(WRITE_ONLY, secretariat("302"), being_heard),
    "extend-consultation": Row(
        secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", being_heard, later
    ),
    "answer-reply": Row(
        secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", hernings_remark, followed
    ),
    "consultation-note": Row(KREDSRAAD_READS, make=hernings_remark_heard),
    "consultation-note-pdf": Row(KREDSRAAD_READS, make=hernings_remark_heard),
    "write-reply": Row(
        CHAIR_ONLY.format(200), f"{CHAIR_ONLY.format(302)} {TYPED_IS_SENT_BACK}", hernings_chair, remark
    ),
}
