"""Who has signed, who is missing: what the page of a plan's signatures shows."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.utils import timezone

from councils.models import Membership
from councils.register.mailing import unreached
from councils.register.tile_map import Said, TileMap, kommune_map
from plans.approval.models import RoundState, Signature, SignatureRound
from plans.approval.signers import (
    Departure,
    Signer,
    approvers_to_ask,
    departures,
    given_in_its_life,
    signers_today,
)
from plans.approval.workflow.switching import LIES_FAST
from plans.approvers.candidates import parties_of
from plans.document.models import Plan, RegisterData
from plans.document.states import PlanState
from samarbejde.deadlines import is_over
from samarbejde.site.sheets import Sheet, Value
from samarbejde.transitions import Refused, may_move

SIGNED, MISSING = Said("underskrevet", "done"), Said("mangler", "missing")


@dataclass(frozen=True)
class Line:
    """One name on the board, and why it may never be signed, if so."""

    signature: Signature
    obstacle: str
    unreached: Membership | None  # no mail reaches the person, whose signature is missing

    @property
    def anchor(self) -> str:
        return f"underskrift-{self.signature.pk}"


def board(plan: Plan) -> dict[str, object]:
    rounds = list(plan.signature_rounds.select_related("voiding"))
    standing = next((r for r in rounds if r.state in (RoundState.OPEN, RoundState.COMPLETE)), None)
    left = departures(standing) if standing else []
    lines = _lines(standing, left) if standing else []
    may_open = (
        standing is None and plan.signatures_required and may_move(plan, PlanState.SIGNING, plan.transitions)
    )
    context: dict[str, object] = {
        "plan": plan,
        "round": standing,
        "lines": lines,
        "departures": left,
        "voided": [r for r in rounds if r.state == RoundState.VOIDED],
        "may_open": may_open,
        "needs_reason": plan.signatures_required and bool(rounds and given_in_its_life(plan)),
        "may_switch": not plan.is_local and plan.state not in LIES_FAST,
    }
    if standing:
        signed = sum(1 for line in lines if line.signature.is_given)
        today = timezone.localdate()
        context |= {
            "map": _map_of(lines),
            "signed": signed,
            "is_late": standing.state == RoundState.OPEN and standing.deadline and is_over(standing.deadline),
            "may_remind": not left
            and today not in (standing.reminded_on, timezone.localdate(standing.opened_at)),
        }
    elif may_open:
        context |= _to_open(plan) | ({"usual": parties_of(plan)} if plan.is_local else {})
    return context


def renewal(plan: Plan) -> dict[str, object]:
    """What it takes to send the plan to be signed again: who left, who is asked, whose names lapse."""
    standing = plan.signature_rounds.filter(state=RoundState.OPEN).first()
    left = departures(standing) if standing else []
    if standing is None or not left:
        return {"plan": plan, "departures": []}
    in_time = standing.deadline and not is_over(standing.deadline)
    known = {"place": standing.place, "deadline": standing.deadline if in_time else None}
    lapsing = list(standing.signatures.signed())
    told = {"plan": plan, "known": known, "departures": left, "lapsing": lapsing}
    if plan.is_local:
        return told | {"approvers": approvers_to_ask(standing, left)}
    return _to_open(plan) | told


def _lines(round_: SignatureRound, left: list[Departure]) -> list[Line]:
    gone = {departure.signature.pk for departure in left}
    found = list(round_.signatures.select_related("membership__user", "given", "municipality"))
    posts = Membership.objects.filter(pk__in=[signature.membership_id for signature in found])
    held = {post.pk: post for post in unreached(posts)}
    return [
        Line(
            signature,
            "Har ikke længere hvervet." if signature.pk in gone else _obstacle(signature),
            None if signature.is_given or signature.pk in gone else held.get(signature.membership_id or 0),
        )
        for signature in found
    ]


def as_sheet(round_: SignatureRound) -> Sheet:
    plan = round_.plan
    rows: list[list[Value]] = []
    for signature in round_.signatures.select_related("given"):
        given = signature.given if signature.is_given else None
        how = [given.get_method_display(), given.signed_at] if given else ["mangler", None]
        rows.append([signature.name, signature.title, *how])
    headings = ["Navn", "Titel", "Underskrift", "Hvornår"]
    return Sheet(f"underskrifter-{plan.year}", f"Underskrifter {plan.year}", headings, rows)


def _map_of(lines: list[Line]) -> TileMap | None:
    """Who has signed for which kommune; each tile leads to its name in the list."""
    seats = {line.signature.municipality: line for line in lines if line.signature.municipality}
    return kommune_map(
        seats,
        address=lambda place: f"#{seats[place].anchor}",
        say=lambda place: SIGNED if seats[place].signature.is_given else MISSING,
    )


def _obstacle(signature: Signature) -> str:
    membership = signature.membership
    if signature.is_given or membership is None:
        return ""
    if not membership.user.email or not membership.user.is_active:
        return "Kan ikke logge ind. Bed administratoren give adgang."
    return ""


def _to_open(plan: Plan) -> dict[str, object]:
    """Who will be asked, or why nobody can be, and whether their names will stand in the plan."""
    signers: list[Signer] = []
    reason = ""
    try:
        signers = [] if plan.is_local and plan.state == PlanState.DRAFT else signers_today(plan)
    except Refused as refusal:
        reason = str(refusal)
    prefetch_related_objects([plan], "sections")  # for what is left open as well
    shows_names = any(section.data == RegisterData.SIGNATORIES for section in plan.sections.all())
    unreachable = [s for s in signers if s.membership and not s.membership.user.email]
    return {"signers": signers, "reason": reason, "shows_names": shows_names, "unreachable": unreachable}
