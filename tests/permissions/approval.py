from typing import Any

from django.utils import timezone

from plans.approval.models import Signature
from plans.document.models import Plan
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


def correcting(cast: Cast) -> dict[str, Any]:
    return {"pk": stages.correcting(cast).pk}


def signing(cast: Cast) -> dict[str, Any]:
    return {"pk": stages.signing(cast).pk}


def hernings_signature(cast: Cast) -> dict[str, Any]:
    round_ = stages.standing_round(stages.signing(cast))
    return {"pk": round_.signatures.get(municipality__name="Herning").pk}


def somebody_has_left(cast: Cast) -> dict[str, Any]:
    parts = signing(cast)
    stages.succeed(cast, "Skive", "Anne Ask")
    return parts


Parts = dict[str, Any]


def signatories(parts: Parts) -> list[int]:
    plan = Plan.objects.get(pk=parts["pk"])
    return list(plan.council.memberships.current().signatories().values_list("pk", flat=True))


def meeting(cast: Cast, parts: Parts) -> Parts:
    stages.fill_offices(cast)
    return stages.typed_meeting(Plan.objects.get(pk=parts["pk"]))


def reason(cast: Cast, parts: Parts) -> Parts:
    return {"reason": "En fejl i kapitel 2."}


def call(cast: Cast, parts: Parts) -> Parts:
    return dict(stages.to_open())


def off(cast: Cast, parts: Parts) -> Parts:
    return {"required": "nej"}


def on_paper(cast: Cast, parts: Parts) -> Parts:
    day = timezone.localdate().isoformat()
    signers = [f"m{pk}" for pk in signatories(parts)]
    return {"signed_on": day, "listed_on": day, "place": "Holstebro", "signers": signers}


def name(cast: Cast, parts: Parts) -> Parts:
    return {"seen_hash": Signature.objects.get(pk=parts["pk"]).round.content_hash}


def step(answer: str) -> str:
    return f"{secretariat(answer)} {TYPED_IS_SENT_BACK}"


ROWS = {
    "send-to-consultation": Row(secretariat("200"), secretariat("302"), draft),
    "record-discussion": Row(secretariat("200"), step("302"), in_consultation, meeting),
    "record-discussion: kladde": Row(secretariat("200"), step("409"), draft, meeting),
    "discussion": Row(FOLLOWS, make=correcting),
    "discussion: ikke drøftet": Row(FOLLOWS, make=in_consultation),
    "begin-corrections": Row(WRITE_ONLY, secretariat("302"), discussed),
    "corrections": Row(secretariat("200"), secretariat("302"), correcting),
    "corrections: ingen i gang": Row(secretariat("200"), secretariat("409"), discussed),
    "reopen-plan": Row(secretariat("200"), step("302"), discussed, reason),
    "text-to-sign": Row(FOLLOWS, make=signing),
    "remind-signatories": Row(WRITE_ONLY, secretariat("302"), signing),
    "switch-signatures": Row(WRITE_ONLY, step("302"), discussed, off),
    "record-paper-signatures": Row(secretariat("200"), step("302"), discussed, on_paper),
    "sign": Row(
        f"borgmester=200 *=403 {NOT_MINE}", f"borgmester=302 *=403 {NOT_MINE}", hernings_signature, name
    ),
}
