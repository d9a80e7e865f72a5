"""Editions against what was signed and ordered, their events, their search text and their PDF."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain
from operator import attrgetter

from django.db.models import Count, Q
from django.utils import timezone

from plans.approval.frozen import signed_text
from plans.document.models import Plan
from plans.document.snapshot import content_hash, read_snapshot
from plans.document.states import PlanState
from plans.publication.models import Edition, EditionFile, Publication, PublicationState, SearchWord
from plans.publication.passages import passages, words_of
from plans.verification.acts import as_far_as_readable, is_told
from plans.verification.pdf import pdf_faults
from samarbejde.events.models import Event

SEARCHED = ("position", "lineage", "anchor", "title", "title_words", "text", "words")


def faults() -> Iterator[str]:
    """One edition and one PDF are in memory at a time."""
    last = None
    editions = Edition.objects.select_related("plan__council__district").order_by("plan", "number")
    for edition in editions.iterator(chunk_size=1):
        found = (_number(edition, last), _text(edition), _act(edition), _file(edition))
        for fault in chain.from_iterable(map(as_far_as_readable, found)):
            yield f"{edition}: {fault}"
        last = edition.plan_id, edition.number, edition.published_at
    yield from _lost()


def _lost() -> Iterator[str]:
    """The newest of a plan leaves no gap in the numbers, but the order for it has been done."""
    done = Count("publications", filter=Q(publications__state=PublicationState.DONE), distinct=True)
    plans = Plan.objects.annotate(done=done, standing=Count("editions", distinct=True))
    for plan in plans.select_related("council").order_by("pk"):
        if plan.done > plan.standing:
            yield f"{plan}: der er bestilt og offentliggjort {plan.done} udgaver, men der er {plan.standing}"
        elif plan.state == PlanState.PUBLISHED and not plan.standing:
            yield f"{plan}: den er »{plan.get_state_display()}«, men der er ingen udgave"


def _number(edition: Edition, last: tuple[int, int, datetime] | None) -> Iterator[str]:
    plan, number, published_at = last or (0, 0, edition.published_at)
    before = number if plan == edition.plan_id else 0
    if edition.number != before + 1:
        yield f"udgaven før den er nummer {before}, så der mangler en"
    if before and edition.published_at < published_at:
        yield "den er offentliggjort før udgaven med nummeret før"


def _text(edition: Edition) -> Iterator[str]:
    if content_hash(edition.snapshot) != edition.content_hash:
        yield "teksten passer ikke til sin kontrolsum"
    signed_on = read_snapshot(edition.snapshot)["signed_on"]
    if signed_on and not _was_signed(edition, date.fromisoformat(signed_on)):
        yield "teksten er en anden end den, der blev underskrevet"
    wanted = passages(edition)
    if list(edition.passages.values_list(*SEARCHED)) != [
        attrgetter(*SEARCHED)(passage) for passage in wanted
    ]:
        yield "det, der kan søges i, er et andet end teksten"
    every_word = set().union(*map(words_of, wanted))
    if SearchWord.objects.filter(text__in=every_word).count() != len(every_word):
        yield "et ord i teksten mangler blandt dem, der kan søges på"


def _was_signed(edition: Edition, day: date) -> bool:
    """By the names that stand in it, at the times that stand in it."""
    rounds = edition.plan.signature_rounds.select_related("text", "plan").filter(voiding=None)
    text = read_snapshot(edition.snapshot)
    return any(signed_text(round_, day=day) == text for round_ in rounds.iterator(chunk_size=1))


def _act(edition: Edition) -> Iterator[str]:
    orders = edition.plan.publications.filter(state=PublicationState.DONE, snapshot=edition.snapshot)
    order = orders.select_related("discussion__meeting").order_by("-ordered_at").first()
    told = f"{edition.number}. udgave"
    if not is_told("plan.published", edition, at=edition.published_at, by=edition.published_by_id, says=told):
        yield "ingen hændelse fortæller, at den person offentliggjorde den udgave på den tid"
    if order is None:
        yield "ingen bestilling har den tekst"
        return
    if order.note != edition.note:
        yield f"noten er en anden end den, der blev bestilt: »{order.note}«"
    if order.ordered_by_id != edition.published_by_id:
        yield "den er bestilt af en anden end den, der står som udgiver"
    if order.ordered_at > edition.published_at:
        yield "den er offentliggjort, før den blev bestilt"
    yield from _discussed(edition, order)


def _discussed(edition: Edition, order: Publication) -> Iterator[str]:
    """A lokalråd's plan is signed, and not discussed."""
    text = read_snapshot(edition.snapshot)
    if order.discussion is None:
        if not edition.plan.is_local:
            yield "den er bestilt uden en drøftelse i kredsrådet"
        elif not text["signed_on"]:
            yield "en lokal plan er offentliggjort uden underskrifter"
        return
    meeting = order.discussion.meeting
    told_of = text["discussed"]
    if told_of is None:
        yield "teksten nævner ingen drøftelse"
        return
    if (told_of["held_on"], told_of["place"]) != (meeting.held_on.isoformat(), meeting.place):
        yield "teksten nævner et andet møde end drøftelsen"
    if told_of["early_reason"] != order.discussion.early_reason:
        yield "teksten giver en anden grund til mødets dag end drøftelsen"
    why = text["unsigned"]["reason"] if text["unsigned"] else ""
    if why and not Event.objects.about(edition.plan).filter(text__contains=why).exists():
        yield f"ingen hændelse fortæller, hvorfor planen ikke er underskrevet: »{why}«"


def _file(edition: Edition) -> Iterator[str]:
    content = EditionFile.objects.filter(edition=edition).values_list("content", flat=True).first()
    if content is None:
        yield "PDF'en mangler"
        return
    if hashlib.sha256(content).hexdigest() != edition.pdf_sha256:
        yield "PDF'en passer ikke til sin kontrolsum"
    text, day = read_snapshot(edition.snapshot), timezone.localdate(edition.published_at)
    yield from pdf_faults(bytes(content), text, edition.number, day)
