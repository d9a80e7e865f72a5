"""Frozen texts, who was asked to sign them, and who did."""

from collections.abc import Iterator

from django.utils import timezone

from plans.approval.frozen import asked_text
from plans.approval.models import (
    GivenSignature,
    RoundState,
    Signature,
    SignatureMethod,
    SignatureRound,
    Voiding,
)
from plans.document.snapshot import content_hash, read_snapshot
from plans.document.snapshot.shape import Discussed
from plans.verification.acts import as_far_as_readable, is_said_of, is_told
from samarbejde.danish import date_text, moment_text
from samarbejde.events.models import Event

NEEDED = ("text", "voiding", "plan__council__district")


def faults() -> Iterator[str]:
    rounds = SignatureRound.objects.select_related(*NEEDED).order_by("pk")
    for round_ in rounds.iterator(chunk_size=5):
        for fault in as_far_as_readable(_of_round(round_)):
            yield f"{round_} (runde {round_.pk}): {fault}"


def _of_round(round_: SignatureRound) -> Iterator[str]:
    if content_hash(round_.snapshot) != round_.content_hash:
        yield "den låste tekst passer ikke til sin kontrolsum"
    text = read_snapshot(round_.snapshot)
    if asked_text(round_) != text:
        yield "den låste tekst nævner andre navne eller et andet sted end runden"
    if not _is_of_discussion(round_, text["discussed"]):
        yield "den låste tekst nævner et andet møde end drøftelsen"
    if (round_.state == RoundState.VOIDED) != hasattr(round_, "voiding"):
        yield "rundens tilstand og dens bortfald siger ikke det samme"
    elif hasattr(round_, "voiding"):
        yield from _of_voiding(round_.voiding, round_)
    yield from _of_signatures(round_)


def _is_of_discussion(round_: SignatureRound, told_of: Discussed | None) -> bool:
    if told_of is None:
        return False
    same = {"meeting__held_on": told_of["held_on"], "meeting__place": told_of["place"]}
    return round_.plan.discussions.filter(**same).exists()


def _of_voiding(voiding: Voiding, round_: SignatureRound) -> Iterator[str]:
    if voiding.voided_at != round_.closed_at:
        yield "bortfaldet har en anden tid end rundens afslutning"
    if not is_said_of(round_.plan, voiding.reason, at=voiding.voided_at):
        yield f"ingen hændelse fortæller, at underskrifterne bortfaldt sådan: »{voiding.reason}«"


def _of_signatures(round_: SignatureRound) -> Iterator[str]:
    positions = list(round_.signatures.values_list("position", flat=True))
    if positions != list(range(1, len(positions) + 1)):
        yield "underskrifterne er ikke nummereret, som de blev"
    for signature in round_.signatures.select_related("given", "membership").iterator(chunk_size=50):
        if signature.is_given:
            yield from _of_signature(signature, signature.given, round_)
        elif round_.state in (RoundState.COMPLETE, RoundState.SUPERSEDED):
            yield f"{signature} mangler i en fuldført runde"
        elif Event.objects.about(signature).filter(verb="signature.given").exists():
            yield f"en hændelse fortæller, at {signature} underskrev, men underskriften mangler"


def _of_signature(signature: Signature, given: GivenSignature, round_: SignatureRound) -> Iterator[str]:
    if given.signed_hash != round_.content_hash:
        yield f"{signature} har underskrevet en tekst med en anden kontrolsum"
    if given.method == SignatureMethod.PAPER:
        told = _is_told_of_paper(given, round_)
    else:
        if given.signed_at < round_.opened_at or (round_.closed_at and given.signed_at > round_.closed_at):
            yield f"{signature} er underskrevet på en tid, hvor runden ikke var i gang"
        by = signature.membership.user_id if signature.membership else None
        told = is_told("signature.given", signature, at=given.signed_at, by=by, says=str(signature))
    if not told:
        yield f"ingen hændelse fortæller, at {signature} underskrev sådan {moment_text(given.signed_at)}"


def _is_told_of_paper(given: GivenSignature, round_: SignatureRound) -> bool:
    day = date_text(timezone.localdate(given.signed_at))
    words = f"Underskrifter på papir blev registreret: {round_.place}, den {day}"
    return is_said_of(round_.plan, words, at=round_.opened_at)
