"""What the queue is to take up again: what was held, and what a killed worker took along."""

from django.db import transaction
from django.db.models import Model, QuerySet
from django_tasks.base import Task

from plans.publication.models import (
    PUBLICATION_TRANSITIONS,
    DraftPrint,
    DraftState,
    Publication,
    PublicationState,
    Trial,
    TrialState,
)
from plans.publication.pdf.process import can_make_pdf
from plans.publication.tasks import print_draft, publish_plan, try_print
from plans.publication.workflow.drafting import drop_old_drafts
from samarbejde.transitions import lock, move
from samarbejde.workers.lost_tasks import without_task


@transaction.atomic
def resume(publication: Publication) -> None:
    """Put one that was held into the queue again, unless another worker just did."""
    publication = lock(publication)
    if publication.state != PublicationState.HELD:
        return
    move(publication, PublicationState.QUEUED, PUBLICATION_TRANSITIONS)
    publication.save()
    publish_plan.enqueue(publication.pk)


def sweep() -> int:
    """Give each print and publication that has lost its task a new one: a killed worker took it along.

    Those that were held for want of Pango are taken up again when it is there, and nothing else is.
    """
    held = Publication.objects.filter(state=PublicationState.HELD)
    if held.exists() and can_make_pdf():
        for publication in held:
            resume(publication)
    orders = Publication.objects.filter(state=PublicationState.QUEUED)
    trials = Trial.objects.filter(state=TrialState.QUEUED)
    drafts = DraftPrint.objects.filter(state=DraftState.QUEUED)
    drop_old_drafts()
    return (
        _found_again(orders, publish_plan)
        + _found_again(trials, try_print)
        + _found_again(drafts, print_draft)
    )


@transaction.atomic
def _found_again(queued: QuerySet[Model], task: Task) -> int:
    lost = without_task(task, queued.select_for_update(skip_locked=True).values_list("pk", flat=True))
    for row_id in lost:
        task.enqueue(row_id)
    return len(lost)
