"""The text that is signed, and the same text with the names under it."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from plans.approval.models import Discussion, Signature, SignatureMethod, SignatureRound
from plans.document.models import Plan, RegisterData
from plans.document.rendering import Snapshot, snapshot


def text_after(discussion: Discussion) -> Snapshot:
    """The plan as it is now, with the meeting that discussed it."""
    meeting = discussion.meeting
    return snapshot(discussion.plan) | {
        "discussed": {"held_on": meeting.held_on.isoformat(), "place": meeting.place}
    }


def text_to_sign(discussion: Discussion, *, place: str, signatures: Iterable[Signature]) -> Snapshot:
    """What everybody signs: the plan, where it is signed, and who is to sign; nobody has yet."""
    return _with_signatories(text_after(discussion), place, None, [_row(s, None) for s in signatures])


def asked_text(round_: SignatureRound) -> Snapshot:
    """The frozen text, written anew from its own words and the names that were asked: the same for ever."""
    rows = [_row(s, None) for s in round_.signatures.select_related("municipality")]
    return _with_signatories(round_.snapshot, round_.place, None, rows)


def signed_text(round_: SignatureRound, *, day: date | None = None) -> Snapshot:
    """The frozen text with when each name was put under it: what an edition publishes.

    `day` is when the last one was, where the plan itself has moved on since.
    """
    signatures = list(round_.signatures.select_related("municipality", "given"))
    signed_on = day or round_.plan.signed_on
    return _with_signatories(
        round_.snapshot,
        round_.place,
        signed_on.isoformat() if signed_on else None,
        [_row(s, _moment(s)) for s in signatures],
    )


def current_text(plan: Plan) -> Snapshot:
    """The plan as it would be published today: signed, discussed, or as it stands."""
    if standing := plan.signature_rounds.standing().select_related("plan").first():
        return signed_text(standing)
    discussion = plan.discussions.standing().select_related("meeting").first()
    return text_after(discussion) if discussion else snapshot(plan)


def _with_signatories(text: Snapshot, place: str, day: str | None, rows: list[dict[str, Any]]) -> Snapshot:
    copy: Snapshot = json.loads(json.dumps(text)) | {"signed_place": place, "signed_on": day}
    for section in copy["sections"]:
        if section["data_kind"] == RegisterData.SIGNATORIES:
            section["data"] = {"place": place, "date": day, "rows": rows}
    return copy


def _row(signature: Signature, signed_at: str | None) -> dict[str, Any]:
    return {
        "name": signature.name,
        "title": signature.title,
        "municipality": str(signature.municipality or ""),
        "signed_at": signed_at,
    }


def _moment(signature: Signature) -> str | None:
    """Paper says the day alone, and that stands above the names."""
    if not signature.is_given or signature.given.method == SignatureMethod.PAPER:
        return None
    return signature.given.signed_at.isoformat()
