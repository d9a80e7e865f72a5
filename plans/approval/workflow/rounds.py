"""One frozen text that everybody is asked to sign."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from plans.approval import letters
from plans.approval.frozen import text_to_sign
from plans.approval.models import (
    ROUND_TRANSITIONS,
    FrozenText,
    RoundState,
    Signature,
    SignatureRound,
    Voiding,
)
from plans.approval.signers import Signer, departures, signers_today
from plans.document.models import Plan
from plans.document.rendering import content_hash
from plans.document.states import PLAN_TRANSITIONS, PlanState
from plans.document.wording import wording
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from samarbejde.events.recording import record
from samarbejde.histories import by_hand_of
from samarbejde.personal_numbers import refuse_in
from samarbejde.transitions import Refused, lock, move

NOBODY_LEFT = "Alle, der mangler at underskrive, har stadig deres hverv. Runden fortsætter, som den er."


@transaction.atomic
def switch_signatures(plan: Plan, *, required: bool, by: User) -> Plan:
    """The law asks for the discussion; the signatures are custom, and can be left out for one plan."""
    plan = lock(plan)
    if plan.state in (PlanState.SIGNING, PlanState.SIGNED, PlanState.PUBLISHED):
        raise Refused(
            f"Planen er »{plan.get_state_display()}«, og underskrifter kan ikke længere slås til eller fra. "
            "Tag planen tilbage til kladde først."
        )
    if plan.signatures_required != required:
        plan.signatures_required = required
        by_hand_of(by, plan).save()
        what = "Planen skal underskrives" if required else "Planen skal ikke underskrives"
        record("plan.signatures_switched", what, by=by, subject=plan)
    return plan


@transaction.atomic
def open_round(plan: Plan, *, place: str, deadline: date, by: User) -> SignatureRound:
    """Freeze the text and ask the director and every mayor of today to sign it."""
    plan = lock(plan)
    if not plan.signatures_required:
        raise Refused("Underskrifter er slået fra for planen. Slå dem til, eller offentliggør planen uden.")
    move(plan, PlanState.SIGNING, PLAN_TRANSITIONS)
    _refuse_past(deadline)
    round_ = freeze(plan, signers_today(plan), place, deadline=deadline, by=by)
    by_hand_of(by, plan).save()
    signatures = list(round_.signatures.select_related("membership__user"))
    letters.ask_to_sign(signatures, round_)
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
    signatures = list(round_.signatures.select_related("membership__user"))
    letters.ask_to_sign_anew(signatures, round_, given, reason)
    what = f"{len(signatures)} personer blev bedt om at underskrive igen senest den {date_text(deadline)}"
    record("signatures.asked_for", f"{what}: {reason}", by=by, subject=round_, within=plan)
    return round_


def _refuse_past(deadline: date) -> None:
    if deadline < timezone.localdate():
        raise Refused("Fristen er overskredet, før runden er begyndt. Vælg en dag, der ikke er gået.")


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
    discussion = plan.discussions.standing().select_related("meeting").get()
    signatures = [signer.signature(position) for position, signer in enumerate(signers, start=1)]
    text = text_to_sign(discussion, place=place, signatures=signatures)
    refuse_in(wording(text))
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
    letters.ask_to_sign(missing, round_, again=True)
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
