"""Published minutes and corrections against their texts, their meeting and the events that tell of them."""

from collections.abc import Iterator
from datetime import datetime

from councils.minutes.freezing import content_hash
from councils.minutes.public_text import files_of
from councils.models import Meeting, MinutesCorrection, PublishedMinutes
from plans.verification.acts import WITHIN, as_far_as_readable
from samarbejde.danish import moment_text
from samarbejde.events.models import Event


def faults() -> Iterator[str]:
    whole = PublishedMinutes.objects.filter(meeting__held_on__isnull=False)
    for pk in PublishedMinutes.objects.exclude(pk__in=whole.values("pk")).values_list("pk", flat=True):
        yield f"Offentliggjort referat {pk}: mødet, som det er af, findes ikke"
    for published in whole.select_related("meeting").order_by("pk").iterator(chunk_size=1):
        for fault in as_far_as_readable(_of(published)):
            yield f"{published}: {fault}"

    yield from _corrections()


def _of(published: PublishedMinutes) -> Iterator[str]:
    if content_hash(published.text) != published.content_hash:
        yield "teksten passer ikke til sin kontrolsum"
    if published.held_on != published.meeting.held_on:
        yield "mødet blev holdt en anden dag"
    if not published.address.startswith(f"{published.held_on}-"):
        yield "adressen er en anden dags"
    if not hasattr(published, "file") or not bytes(published.file.content).startswith(b"%PDF-"):
        yield "der er ingen PDF af det"
    named = {(one["digest"], one["name"]) for one in files_of(published.text)}
    kept = set(published.attachments.values_list("file", "name"))
    if not kept <= named or {file for file, _ in kept} != {file for file, _ in named}:
        yield "bilagene er ikke dem, som teksten nævner"
    if not _is_told(
        published.meeting, "minutes.published", published.published_at, published.published_by_id
    ):
        at = moment_text(published.published_at)
        yield f"ingen hændelse fortæller, at den person offentliggjorde det {at}"


def _corrections() -> Iterator[str]:
    for correction in MinutesCorrection.objects.order_by("pk"):
        meeting = Meeting.objects.filter(pk=correction.meeting_id).first()
        if meeting is None or not meeting.agenda.filter(pk=correction.item_id).exists():
            yield f"Rettelse {correction.pk} af et referat: punktet er ikke mødets"
        elif not _is_told(meeting, "minutes.corrected", correction.at, correction.by_id):
            yield f"Rettelse {correction.pk} af et referat: ingen hændelse fortæller, at den person skrev den"


def _is_told(meeting: Meeting, verb: str, at: datetime, by: int) -> bool:
    near = (at - WITHIN, at + WITHIN)
    return Event.objects.about(meeting).filter(at__range=near, verb=verb, actor=by).exists()
