"""Names come under the frozen text: in the portal one by one, or from paper all at once."""

from collections.abc import Sequence
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from plans.approval import letters
from plans.approval.models import (
    ROUND_TRANSITIONS,
    GivenSignature,
    RoundState,
    Signature,
    SignatureMethod,
    SignatureRound,
)
from plans.approval.permissions import may_sign
from plans.approval.signers import Signer
from plans.approval.workflow.rounds import freeze
from plans.document.keeping import keep_version
from plans.document.models import Plan, Step
from plans.document.states import PlanState
from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from samarbejde.events.models import Event
from samarbejde.events.recording import record
from samarbejde.histories import with_editor
from samarbejde.outbox.workflow import queue
from samarbejde.transitions import Refused, lock, move


@transaction.atomic
def sign(signature: Signature, *, seen_hash: str, by: User) -> GivenSignature:
    """Put `by`'s name under the text whose hash they saw. The same press twice is one signature."""
    plan, round_ = lock(signature.round.plan), lock(signature.round)
    if round_.state == RoundState.VOIDED:
        raise Refused(
            f"Teksten her gælder ikke længere og kan ikke underskrives: {round_.void_reason} "
            "Du får en e-mail med et link, når den nye er klar."
        )
    if seen_hash != round_.content_hash:
        raise Refused("Teksten er en anden end den, du så. Læs den her, og underskriv derefter.")
    if not may_sign(by, signature):
        raise Refused(f"Kun {signature.name} kan underskrive her, og kun så længe hvervet varer.")
    if standing := GivenSignature.objects.filter(signature=signature).first():
        return standing  # also of a round that is over: `a_complete_round_has_every_name`
    given = GivenSignature.objects.create(signature=signature, signed_hash=seen_hash)
    record("signature.given", f"{signature} underskrev planen", by=by, subject=signature, within=plan)
    if not round_.signatures.pending().exists():
        _complete(round_, plan, timezone.localdate(), "Alle har underskrevet planen", by)
        queue(*letters.signed_by_all(plan))
    return given


def record_denied_signature(pk: int, *, by: User) -> None:
    """Somebody tried to sign in another's place; only the secretariat sees it, once a day however often."""
    signature = Signature.objects.select_related("round__plan").get(pk=pk)
    told = Event.objects.about(signature).filter(verb="signature.denied", actor=by)
    if told.filter(at__date=timezone.localdate()).exists():
        return
    record(
        "signature.denied",
        f"{by} forsøgte at underskrive i stedet for {signature} og blev afvist",
        by=by,
        subject=signature,
        within=signature.round.plan,
        internal=True,
    )


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
    round_ = freeze(plan, signers, place, deadline=None, by=by)
    signed_at = timezone.make_aware(datetime.combine(signed_on, time.min))
    GivenSignature.objects.bulk_create(
        GivenSignature(
            signature=signature,
            method=SignatureMethod.PAPER,
            signed_at=signed_at,
            signed_hash=round_.content_hash,
        )
        for signature in round_.signatures.all()
    )
    what = f"Underskrifter på papir blev registreret: {place}, den {date_text(signed_on)}"
    _complete(round_, plan, signed_on, what, by)
    return round_


def _complete(round_: SignatureRound, plan: Plan, day: date, what: str, by: User) -> None:
    move(round_, RoundState.COMPLETE, ROUND_TRANSITIONS)
    round_.closed_at = timezone.now()
    round_.save()
    move(plan, PlanState.SIGNED, plan.transitions)
    plan.signed_place, plan.signed_on = round_.place, day
    with_editor(by, plan).save()
    keep_version(plan, Step.SIGNED, text=round_.text, by=by)
    record("plan.signed", what, by=by, subject=plan)
