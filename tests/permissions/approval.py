from typing import Any

from tests.cast import Cast
from tests.permissions.desk import draft
from tests.permissions.rows import NOT_MINE, Row, secretariat
from tests.plans.approval import stages

WRITE_ONLY = "*=405 anonym=302/405"
TYPED_IS_SENT_BACK = "anonym=401"
FOLLOWS = f"sekretariat=200 direktør=200 borgmester=200 *=403 {NOT_MINE}"


def in_consultation(cast: Cast) -> dict[str, Any]:
    return {"pk": stages.in_consultation(cast).pk}


def discussed(cast: Cast) -> dict[str, Any]:
    return {"pk": stages.discussed(cast).pk}


def signing(cast: Cast) -> dict[str, Any]:
    return {"pk": stages.signing(cast).pk}


def hernings_signature(cast: Cast) -> dict[str, Any]:
    round_ = stages.standing_round(stages.signing(cast))
    return {"pk": round_.signatures.get(municipality__name="Herning").pk}


ROWS = {
    "record-discussion": Row(
        secretariat("200"), f"{secretariat('422')} {TYPED_IS_SENT_BACK}", in_consultation
    ),
    "record-discussion: kladde": Row(secretariat("200"), f"{secretariat('422')} {TYPED_IS_SENT_BACK}", draft),
    "reopen-plan": Row(secretariat("200"), f"{secretariat('422')} {TYPED_IS_SENT_BACK}", discussed),
    "signatures": Row(FOLLOWS, f"{secretariat('422')} {TYPED_IS_SENT_BACK}", discussed),
    "signatures: runden er i gang": Row(FOLLOWS, f"{secretariat('422')} {TYPED_IS_SENT_BACK}", signing),
    "renew-signatures": Row(secretariat("200"), f"{secretariat('422')} {TYPED_IS_SENT_BACK}", signing),
    "text-to-sign": Row(FOLLOWS, make=signing),
    "remind-signatories": Row(WRITE_ONLY, secretariat("302"), signing),
    "switch-signatures": Row(WRITE_ONLY, secretariat("302"), discussed),
    "record-paper-signatures": Row(secretariat("200"), f"{secretariat('422')} {TYPED_IS_SENT_BACK}", signing),
    "sign": Row(f"borgmester=200 *=403 {NOT_MINE}", f"borgmester=422 *=403 {NOT_MINE}", hernings_signature),
}
