"""From consultation to a signed plan, and back to draft."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from councils.models import AgendaItem, Attendance, Meeting, Membership
from plans.approval import letters
from plans.approval.frozen import text_to_sign
from plans.approval.models import (
    ROUND_TRANSITIONS,
    SIGNATURE_TRANSITIONS,
    Discussion,
    RoundState,
    Signature,
    SignatureMethod,
    SignatureRound,
    SignatureState,
)
from plans.approval.permissions import may_sign
from plans.approval.signers import Signer, signers_today
from plans.document.models import Plan
from plans.document.rendering import content_hash
from plans.document.states import PLAN_TRANSITIONS, PlanState
from plans.document.wording import wording
from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from samarbejde.events.recording import record
from samarbejde.histories import by_hand_of
from samarbejde.personal_numbers import refuse_in
from samarbejde.transitions import Refused, lock, move


@transaction.atomic
def record_discussion(
    plan: Plan, *, held_on: date, place: str, present: Sequence[Membership], minutes: str, by: User
) -> Discussion:
    """Retsplejeloven § 113: the plan is published after discussion in the kredsråd."""
    plan = lock(plan)
    move(plan, PlanState.DISCUSSED, PLAN_TRANSITIONS)
    if held_on > timezone.localdate():
        raise Refused("Mødet er ikke holdt endnu. Registrér drøftelsen, når det er.")
    if not present:
        raise Refused("Ingen er krydset af som til stede. Sæt kryds ved dem, der deltog i mødet.")
    refuse_in([place, minutes])
    meeting = _meeting(plan, held_on, place, present)
    last = meeting.agenda.aggregate(last=Max("position"))["last"] or 0
    item = AgendaItem.objects.create(
        meeting=meeting, position=last + 1, title=f"Drøftelse af {plan.title}", minutes=minutes
    )
    discussion = Discussion.objects.create(plan=plan, meeting=meeting, agenda_item=item, recorded_by=by)
    by_hand_of(by, plan).save()
    record(
        "plan.discussed",
        f"Planen blev drøftet på mødet i {plan.council.name} den {date_text(held_on)}, {place}",
        by=by,
        subject=plan,
    )
    return discussion


def _meeting(plan: Plan, held_on: date, place: str, present: Iterable[Membership]) -> Meeting:
    """The meeting of that day: one that stands there already is used again."""
    meeting, _ = Meeting.objects.update_or_create(
        council=plan.council, held_on=held_on, defaults={"place": place}
    )
    for member in present:
        Attendance.objects.get_or_create(
            meeting=meeting, membership=member, defaults={"name": member.user.name, "title": member.title}
        )
    return meeting


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
    if deadline < timezone.localdate():
        raise Refused("Fristen er overskredet, før runden er begyndt. Vælg en dag, der ikke er gået.")
    round_ = _freeze(plan, signers_today(plan), place, deadline=deadline, by=by)
    by_hand_of(by, plan).save()
    signatures = list(round_.signatures.select_related("membership__user"))
    letters.ask_to_sign(signatures, round_)
    record(
        "signatures.asked_for",
        f"{len(signatures)} personer blev bedt om at underskrive senest den {date_text(deadline)}",
        by=by,
        subject=round_,
        within=plan,
    )
    return round_


def _freeze(
    plan: Plan, signers: Iterable[Signer], place: str, *, deadline: date | None, by: User
) -> SignatureRound:
    discussion = plan.discussions.standing().select_related("meeting").get()
    signatures = [signer.signature(position) for position, signer in enumerate(signers, start=1)]
    text = text_to_sign(discussion, place=place, signatures=signatures)
    refuse_in(wording(text))
    round_ = SignatureRound.objects.create(
        plan=plan,
        snapshot=text,
        content_hash=content_hash(text),
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


@transaction.atomic
def sign(signature: Signature, *, seen_hash: str, by: User) -> Signature:
    """Put `by`'s name under the text whose hash they saw. The same press twice is one signature."""
    plan = lock(signature.round.plan)
    round_, signature = lock(signature.round), lock(signature)
    if round_.state == RoundState.VOIDED:
        raise Refused(
            f"Planen er taget tilbage og kan ikke underskrives: {round_.void_reason} "
            "Du får en ny e-mail, når den ændrede plan er klar."
        )
    if seen_hash != round_.content_hash:
        raise Refused("Teksten er en anden end den, du så. Læs den her, og underskriv derefter.")
    if not may_sign(by, signature):
        raise Refused(f"Kun {signature.name} kan underskrive her, og kun så længe hvervet varer.")
    if signature.state == SignatureState.SIGNED:
        return signature
    if round_.state != RoundState.OPEN:
        raise Refused("Underskriftsrunden er afsluttet, og der kan ikke underskrives i den mere.")
    move(signature, SignatureState.SIGNED, SIGNATURE_TRANSITIONS)
    signature.signed_at, signature.signed_hash = timezone.now(), seen_hash
    signature.save()
    record("signature.given", f"{signature} underskrev planen", by=by, subject=signature, within=plan)
    if not round_.signatures.pending().exists():
        _complete(round_, plan, timezone.localdate(), "Alle har underskrevet planen", by)
        letters.tell_of_completion(plan)
    return signature


def record_denied_signature(pk: int, *, by: User) -> None:
    """Somebody tried to sign in another's place; only the secretariat sees it."""
    signature = Signature.objects.select_related("round__plan").get(pk=pk)
    record(
        "signature.denied",
        f"{by} forsøgte at underskrive i stedet for {signature} og blev afvist",
        by=by,
        subject=signature,
        within=signature.round.plan,
        internal=True,
    )


def _complete(round_: SignatureRound, plan: Plan, day: date, what: str, by: User) -> None:
    move(round_, RoundState.COMPLETE, ROUND_TRANSITIONS)
    round_.closed_at = timezone.now()
    round_.save()
    move(plan, PlanState.SIGNED, PLAN_TRANSITIONS)
    plan.signed_place, plan.signed_on = round_.place, day
    by_hand_of(by, plan).save()
    record("plan.signed", what, by=by, subject=plan)


@transaction.atomic
def record_paper_signatures(
    plan: Plan, *, place: str, signed_on: date, signers: Sequence[Signer], by: User
) -> SignatureRound:
    """A plan that was signed outside the portal, such as an old one."""
    plan = lock(plan)
    if not plan.signatures_required:
        raise Refused("Underskrifter er slået fra for planen. Slå dem til, eller offentliggør planen uden.")
    if plan.state != PlanState.DISCUSSED:
        raise Refused(
            f"Planen er »{plan.get_state_display()}«. Underskrifter på papir kan registreres, "
            "når planen er drøftet i kredsrådet og ikke er sendt til underskrift i portalen."
        )
    if signed_on > timezone.localdate():
        raise Refused("Datoen er ikke kommet endnu. Registrér underskrifterne, når planen er underskrevet.")
    if not signers:
        raise Refused("Ingen er krydset af. Sæt kryds ved dem, der har underskrevet.")
    round_ = _freeze(plan, signers, place, deadline=None, by=by)
    round_.signatures.update(
        state=SignatureState.SIGNED,
        method=SignatureMethod.PAPER,
        signed_at=timezone.make_aware(datetime.combine(signed_on, time.min)),
        signed_hash=round_.content_hash,
    )
    what = f"Underskrifter på papir blev registreret: {place}, den {date_text(signed_on)}"
    _complete(round_, plan, signed_on, what, by)
    return round_


@transaction.atomic
def reopen(plan: Plan, *, reason: str, by: User) -> Plan:
    """Back to draft. The signatures lapse, unless they stand under a published edition.

    The discussion lapses as well: the changed text must be discussed anew (retsplejeloven § 113).
    """
    plan = lock(plan)
    was_published = plan.state == PlanState.PUBLISHED
    move(plan, PlanState.DRAFT, PLAN_TRANSITIONS)
    if not reason:
        raise Refused("Skriv, hvorfor planen tages tilbage.")
    refuse_in([reason])
    plan.discussions.standing().update(stood_until=timezone.now())
    if standing := plan.signature_rounds.standing().first():
        _end(lock(standing), plan, reason, voided=not was_published)
    plan.signed_place, plan.signed_on = "", None
    by_hand_of(by, plan).save()
    what = "En ny udgave blev begyndt" if was_published else "Planen blev taget tilbage til kladde"
    record("plan.reopened", f"{what}: {reason}", by=by, subject=plan)
    return plan


def _end(round_: SignatureRound, plan: Plan, reason: str, *, voided: bool) -> None:
    move(round_, RoundState.VOIDED if voided else RoundState.SUPERSEDED, ROUND_TRANSITIONS)
    round_.closed_at = timezone.now()
    round_.void_reason = reason if voided else ""
    round_.save()
    if voided:
        letters.tell_of_void(round_.signatures.signed().select_related("membership__user"), plan, reason)
        round_.signatures.update(state=SignatureState.VOIDED)
