"""One frozen text that everybody is asked to sign."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from plans.approval import letters
from plans.approval.frozen import discussion_of, text_to_sign
from plans.approval.models import (
    ROUND_TRANSITIONS,
    RoundState,
    Signature,
    SignatureRound,
    Voiding,
)
from plans.approval.signers import Signer, departures, signers_today
from plans.document.keeping import keep_version
from plans.document.models import FrozenText, Plan, Step
from plans.document.obstacles import refuse_obstacles
from plans.document.snapshot import content_hash
from plans.document.states import PlanState
from plans.drafting.unread import refuse_unread
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from samarbejde.deadlines import is_over
from samarbejde.events.recording import record
from samarbejde.histories import with_editor
from samarbejde.outbox.workflow import queue
from samarbejde.transitions import Refused, lock, move

NOBODY_LEFT = "Alle, der mangler at underskrive, har stadig deres hverv. Runden fortsætter, som den er."


@transaction.atomic
def open_round(plan: Plan, *, place: str, deadline: date, by: User) -> SignatureRound:
    """Freeze the text and ask those who sign the plan today."""
    plan = lock(plan)
    if not plan.signatures_required:
        raise Refused("Underskrifter er slået fra for planen. Slå dem til, eller offentliggør planen uden.")
    move(plan, PlanState.SIGNING, plan.transitions)
    _refuse_past(deadline)
    round_ = freeze(plan, signers_today(plan), place, deadline=deadline, by=by)
    with_editor(by, plan).save()
    keep_version(plan, Step.TO_BE_SIGNED, text=round_.text, by=by)
    signatures = list(round_.signatures.select_related("membership__user"))
    queue(*letters.asked_to_sign(signatures, round_))
    what = f"{len(signatures)} personer blev bedt om at underskrive senest den {date_text(deadline)}"
    record("signatures.asked_for", what, by=by, subject=round_, within=plan)
    return round_


@transaction.atomic
def renew_round(plan: Plan, *, place: str, deadline: date, by: User) -> SignatureRound:
    """Ask everybody again when somebody left office before signing.

    The frozen text names those who sign it, so a successor's name makes it another text, and nobody's name
    may come under a text they did not see. The plan's own words are the same: its discussion stands.
    """
    plan = lock(plan)
    if plan.state != PlanState.SIGNING:
        raise Refused(
            f"Planen er »{plan.get_state_display()}« og kan ikke sendes til underskrift igen. "
            "Se planens side, og vælg derfra."
        )
    old = lock(plan.signature_rounds.standing().get())
    left = departures(old)
    if not left:
        raise Refused(NOBODY_LEFT)
    _refuse_past(deadline)
    signers = signers_today(plan)
    reason = (
        f"{danish.listing(map(str, left))}. Planen nævner dem, der underskriver, ved navn. "
        "Derfor underskriver alle den med de navne, der gælder nu."
    )
    given = void(old, reason)
    round_ = freeze(plan, signers, place, deadline=deadline, by=by)
    keep_version(plan, Step.TO_BE_SIGNED, text=round_.text, by=by)
    signatures = list(round_.signatures.select_related("membership__user"))
    _ask_anew(signatures, round_, given, reason)
    what = f"{len(signatures)} personer blev bedt om at underskrive igen senest den {date_text(deadline)}"
    record("signatures.asked_for", f"{what}: {reason}", by=by, subject=round_, within=plan)
    return round_


def _ask_anew(
    signatures: list[Signature], round_: SignatureRound, given: list[Signature], reason: str
) -> None:
    """Those who had signed are told why it does not count any more, those who had not are asked as ever."""
    had_signed = {signature.membership_id for signature in given}
    asked = {signature.membership_id for signature in signatures}
    queue(
        *letters.asked_to_sign([one for one in signatures if one.membership_id not in had_signed], round_),
        *letters.asked_to_sign_again(
            [one for one in signatures if one.membership_id in had_signed], round_, reason
        ),
        *letters.left_to_a_successor(
            [one for one in given if one.membership_id not in asked], round_.plan, reason
        ),
    )


def _refuse_past(deadline: date) -> None:
    if is_over(deadline):
        raise Refused("Fristen er forbi, før runden er i gang. Vælg en dag, der ikke er gået.")


def void(round_: SignatureRound, reason: str) -> list[Signature]:
    """Let no name stand under the text any more. Returns the signatures that had been given."""
    given = list(round_.signatures.signed().select_related("membership__user"))
    move(round_, RoundState.VOIDED, ROUND_TRANSITIONS)
    round_.closed_at = timezone.now()
    round_.save()
    Voiding.objects.create(round=round_, reason=reason, voided_at=round_.closed_at)
    return given


def freeze(
    plan: Plan, signers: Iterable[Signer], place: str, *, deadline: date | None, by: User
) -> SignatureRound:
    refuse_unread(plan)
    discussion = discussion_of(plan)
    signatures = [signer.signature(position) for position, signer in enumerate(signers, start=1)]
    text = text_to_sign(plan, discussion, place=place, signatures=signatures)
    refuse_obstacles(text)
    round_ = SignatureRound.objects.create(
        plan=plan,
        text=FrozenText.objects.create(snapshot=text, content_hash=content_hash(text)),
        place=place,
        deadline=deadline,
        opened_by=by,
    )
    for signature in signatures:
        signature.round = round_
    Signature.objects.bulk_create(signatures)
    return round_


@transaction.atomic
def remind(round_: SignatureRound, *, by: User) -> int:
    """Write to those who have not signed, at most once a day. Returns how many they are."""
    plan, round_ = lock(round_.plan), lock(round_)
    today = timezone.localdate()
    if round_.state != RoundState.OPEN:
        raise Refused("Underskriftsrunden er ikke i gang, så der er ingen at minde om den.")
    if today in (round_.reminded_on, timezone.localdate(round_.opened_at)):
        raise Refused("De, der mangler, har fået besked i dag. Du kan minde dem om det igen i morgen.")
    if left := departures(round_):
        raise Refused(f"{danish.listing(map(str, left))}. Send planen til underskrift igen.")
    missing = list(round_.signatures.pending().select_related("membership__user"))
    queue(*letters.reminded_to_sign(missing, round_))
    round_.reminded_on = today
    round_.save()
    record(
        "signatures.reminded",
        f"{len(missing)}, der mangler at underskrive, blev mindet om det",
        by=by,
        subject=round_,
        within=plan,
    )
    return len(missing)
