"""The versions of plans that are kept, against their texts and the events of the steps that kept them."""

from collections.abc import Iterator

from plans.document.models import KeptVersion, Step
from plans.document.snapshot import content_hash
from plans.verification.acts import WITHIN, as_far_as_readable
from samarbejde.danish import moment_text
from samarbejde.events.models import Event

BY_HAND = ("plan.kept",)
TOLD_BY = {
    Step.CONSULTATION: ("plan.consultation",),
    Step.DISCUSSED: ("plan.discussed", "plan.correcting"),
    Step.CORRECTED: ("plan.corrected",),
    Step.TO_BE_SIGNED: ("signatures.asked_for",),
    Step.SIGNED: ("plan.signed",),
    Step.TAKEN_BACK: ("plan.reopened",),
    Step.CANCELLED: ("edition.cancelled",),
}


def faults() -> Iterator[str]:
    whole = KeptVersion.objects.filter(plan__year__isnull=False, text__content_hash__isnull=False)
    for pk in KeptVersion.objects.exclude(pk__in=whole.values("pk")).values_list("pk", flat=True):
        yield f"Gemt version {pk}: planen eller teksten, som den er af, findes ikke"
    found = whole.select_related("text", "plan__council__district").order_by("pk")
    for kept in found.iterator(chunk_size=5):
        for fault in as_far_as_readable(_of_version(kept)):
            yield f"{kept} (version {kept.pk}): {fault}"


def _of_version(kept: KeptVersion) -> Iterator[str]:
    if content_hash(kept.text.snapshot) != kept.text.content_hash:
        yield "teksten passer ikke til sin kontrolsum"
    if kept.text.snapshot["title"] != kept.plan.title:
        yield "teksten er en anden plans"
    if not _is_told(kept):
        yield f"ingen hændelse fortæller, at den person gemte den {moment_text(kept.kept_at)}"


def _is_told(kept: KeptVersion) -> bool:
    is_step = kept.name in Step.values
    verbs = TOLD_BY[Step(kept.name)] if is_step else BY_HAND
    near = (kept.kept_at - WITHIN, kept.kept_at + WITHIN)
    told = Event.objects.about(kept.plan).filter(at__range=near, verb__in=verbs, actor=kept.kept_by_id)
    return (told if is_step else told.filter(text__contains=kept.name)).exists()
