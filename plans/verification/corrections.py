"""What was corrected after a discussion, against its events and the texts it was made from."""

from collections.abc import Iterator

from django.db.models import QuerySet

from plans.approval.models import CorrectionPass, CorrectionsMade
from plans.approval.workflow.correcting import counted
from plans.document.snapshot import Snapshot, content_hash, read_snapshot
from plans.verification.acts import as_far_as_readable, is_told


def faults() -> Iterator[str]:
    needed = ("discussion__plan__council__district", "discussion__meeting", "text", "made__text")
    passes = CorrectionPass.objects.select_related(*needed).order_by("pk")
    yield from _lost(passes)
    for begun in passes.iterator(chunk_size=5):
        for fault in as_far_as_readable(_of_pass(begun)):
            yield f"{begun} ({begun.pk}): {fault}"


def _lost(found: QuerySet[CorrectionPass]) -> Iterator[str]:
    """Rows that point at others which are not there: they are found by what is left when they are joined."""
    whole = found.filter(discussion__plan__isnull=False, text__content_hash__isnull=False).values("pk")
    for pk in CorrectionPass.objects.exclude(pk__in=whole).values_list("pk", flat=True):
        yield f"Rettelser {pk}: drøftelsen eller teksten, som de hører til, findes ikke"
    for pk in CorrectionsMade.objects.exclude(correction_pass__in=whole).values_list("pk", flat=True):
        yield f"Afsluttede rettelser {pk}: de rettelser, som de afslutter, findes ikke"


def _of_pass(begun: CorrectionPass) -> Iterator[str]:
    plan, meeting = begun.discussion.plan, begun.discussion.meeting
    if content_hash(begun.text.snapshot) != begun.text.content_hash:
        yield "teksten, som den blev drøftet, passer ikke til sin kontrolsum"
    told_of = read_snapshot(begun.text.snapshot)["discussed"]
    if told_of is None or told_of["held_on"] != meeting.held_on.isoformat():
        yield "teksten, som den blev drøftet, nævner et andet møde end drøftelsen"
    if not is_told("plan.correcting", plan, at=begun.begun_at, by=begun.begun_by_id):
        yield "ingen hændelse fortæller, at den person begyndte dem på den tid"
    if not begun.is_open:
        yield from _of_end(begun, begun.made)


def _of_end(begun: CorrectionPass, made: CorrectionsMade) -> Iterator[str]:
    plan = begun.discussion.plan
    if content_hash(made.text.snapshot) != made.text.content_hash:
        yield "den rettede tekst passer ikke til sin kontrolsum"
    says = counted(made.changes)
    if not is_told("plan.corrected", plan, at=made.ended_at, by=made.ended_by_id, says=says):
        yield f"ingen hændelse fortæller, at den person afsluttede dem på den tid: »{says}«"
    titles = _titles(read_snapshot(begun.text.snapshot)) | _titles(read_snapshot(made.text.snapshot))
    for change in made.changes:
        if (change["title"], change["anchor"]) not in titles:
            yield f"»{change['title']}« står i listen, men ikke i teksten"


def _titles(text: Snapshot) -> set[tuple[str, str]]:
    return {(section["title"], section["anchor"]) for section in text["sections"]}
