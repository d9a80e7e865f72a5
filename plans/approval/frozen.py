"""The text that is signed, and the same text with the names under it."""

from collections.abc import Iterable
from datetime import date

from councils.attendance.seats import seats_on
from plans.approval.models import Discussion, Signature, SignatureMethod, SignatureRound
from plans.document.make_snapshot import make_snapshot
from plans.document.models import Plan, RegisterData
from plans.document.register_data import Register
from plans.document.snapshot import SectionText, Snapshot, read_snapshot
from plans.document.snapshot.data import NamedMember, Signatories, SignatoryRow
from plans.document.snapshot.shape import Discussed
from plans.document.states import PlanState


def discussion_of(plan: Plan) -> Discussion | None:
    """The one that stands. A lokalråd's plan has none: the law asks for no discussion of it."""
    found = plan.discussions.standing().select_related("meeting")
    return None if plan.is_local else found.get()


def text_as_it_lies(plan: Plan, discussion: Discussion | None) -> Snapshot:
    return text_after(discussion) if discussion else make_snapshot(plan)


def text_after(discussion: Discussion) -> Snapshot:
    """The plan as it is now, with the meeting that discussed it."""
    meeting = discussion.meeting
    told: Discussed = {
        "held_on": meeting.held_on.isoformat(),
        "place": meeting.place,
        "early_reason": discussion.early_reason,
    }
    text: Snapshot = {**make_snapshot(discussion.plan), "discussed": told}
    return text if discussion.plan.signatures_required else _with(_without_names(discussion), text)


def _without_names(discussion: Discussion) -> Signatories:
    """Nobody signs: the section says that the plan was discussed, and who sat in the council that day."""
    seats = seats_on(discussion.plan.council, discussion.meeting.held_on)
    members: list[NamedMember] = [
        {"name": seat.holder.user.name, "title": seat.holder.title} for seat in seats if seat.holder
    ]
    return {"place": "", "date": None, "rows": [], "members": members}


def text_to_sign(
    plan: Plan, discussion: Discussion | None, *, place: str, signatures: Iterable[Signature]
) -> Snapshot:
    """What everybody signs: the plan, where it is signed, and who is to sign; nobody has yet."""
    text = text_as_it_lies(plan, discussion)
    return _with_signatories(text, place, None, [_row(s, None) for s in signatures])


def asked_text(round_: SignatureRound) -> Snapshot:
    """The frozen text, written anew from its own words and the names that were asked: the same for ever."""
    rows = [_row(s, None) for s in round_.signatures.select_related("municipality")]
    return _with_signatories(read_snapshot(round_.snapshot), round_.place, None, rows)


def signed_text(round_: SignatureRound, *, day: date | None = None) -> Snapshot:
    """The frozen text with when each name was put under it: what an edition publishes.

    `day` is when the last one was, where the plan itself has moved on since.
    """
    signatures = list(round_.signatures.select_related("municipality", "given"))
    signed_on = day or round_.plan.signed_on
    return _with_signatories(
        read_snapshot(round_.snapshot),
        round_.place,
        signed_on.isoformat() if signed_on else None,
        [_row(s, _moment(s)) for s in signatures],
    )


def current_text(plan: Plan, register: Register | None = None) -> Snapshot:
    """The plan as it would be published today: signed, discussed, or as it stands. A draft only stands."""
    if plan.state == PlanState.DRAFT:
        return make_snapshot(plan, register)
    if standing := plan.signature_rounds.standing().select_related("plan").first():
        return signed_text(standing)
    discussion = plan.discussions.standing().select_related("meeting").first()
    return text_after(discussion) if discussion else make_snapshot(plan, register)


def _with_signatories(text: Snapshot, place: str, day: str | None, rows: list[SignatoryRow]) -> Snapshot:
    signed: Snapshot = {**text, "signed_place": place, "signed_on": day}
    return _with({"place": place, "date": day, "rows": rows}, signed)


def _with(data: Signatories, text: Snapshot) -> Snapshot:
    sections: list[SectionText] = [
        {**section, "data": data} if section["data_kind"] == RegisterData.SIGNATORIES else section
        for section in text["sections"]
    ]
    return {**text, "sections": sections}


def _row(signature: Signature, signed_at: str | None) -> SignatoryRow:
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
