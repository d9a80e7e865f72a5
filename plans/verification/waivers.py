"""What may stand of the check's findings, and what may stand no more, against the events that tell of it."""

from collections.abc import Iterator
from datetime import datetime

from plans.consistency.models import TakenBack, Waiver
from plans.consistency.workflow import told_of, told_of_end
from plans.verification.acts import WITHIN, as_far_as_readable
from samarbejde.events.models import Event


def faults() -> Iterator[str]:
    for waiver in Waiver.objects.order_by("pk").iterator(chunk_size=200):
        for fault in as_far_as_readable(_of_waiver(waiver)):
            yield f"Fund, der må stå, {waiver.pk}: {fault}"
    for taken in TakenBack.objects.select_related("waiver").order_by("pk").iterator(chunk_size=200):
        for fault in as_far_as_readable(_of_end(taken)):
            yield f"Fund, der ikke må stå mere, {taken.pk}: {fault}"
    whole = TakenBack.objects.filter(waiver__year__isnull=False).values("pk")
    for pk in TakenBack.objects.exclude(pk__in=whole).values_list("pk", flat=True):
        yield f"Fund, der ikke må stå mere, {pk}: det, der måtte stå, findes ikke"


def _of_waiver(waiver: Waiver) -> Iterator[str]:
    if not _is_told("finding.waived", told_of(waiver), waiver.waived_at, waiver.waived_by_id):
        yield f"ingen hændelse fortæller, at den person sagde det på den tid: »{waiver.reason}«"


def _of_end(taken: TakenBack) -> Iterator[str]:
    if not _is_told("finding.waiver_taken_back", told_of_end(taken), taken.taken_at, taken.taken_by_id):
        yield "ingen hændelse fortæller, at den person tog det tilbage på den tid"


def _is_told(verb: str, text: str, at: datetime, by: int) -> bool:
    """The plan may be deleted since, but not its events."""
    near = (at - WITHIN, at + WITHIN)
    return Event.objects.filter(verb=verb, text=text, at__range=near, actor=by).exists()
