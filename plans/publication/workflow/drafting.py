"""A whole draft is printed by the worker, for whoever asked, and kept until the text is another."""

from django.db import transaction
from django.utils import timezone

from plans.approval.frozen import current_text
from plans.document.models import Plan
from plans.document.snapshot import content_hash
from plans.publication.models.drafts import DRAFT_TRANSITIONS, KEPT_FOR, DraftPrint, DraftState
from plans.publication.pdf.process import Stopped, render_pdf_safely
from plans.publication.tasks import print_draft
from samarbejde.accounts.models import User
from samarbejde.transitions import Refused, lock, move

FAULT = "PDF'en blev ikke lavet på grund af en fejl i portalen. Driften kan se den i loggen."


@transaction.atomic
def order_draft(plan: Plan, *, by: User) -> DraftPrint:
    """Ask the worker for a PDF of the plan as it will stand then; one at a time, and none that is there."""
    plan = lock(plan)
    latest = plan.draft_prints.defer("content").first()
    if latest and (
        latest.state == DraftState.QUEUED
        or latest.is_of(content_hash(current_text(plan)), timezone.localdate())
    ):
        return latest
    ordered = DraftPrint.objects.create(plan=plan, ordered_by=by)
    print_draft.enqueue(ordered.pk)
    return ordered


def make_draft(draft_id: int) -> None:
    """The worker's part. Running it twice leaves one; what a killed worker left, `sweep` runs again."""
    ordered = (
        DraftPrint.objects.filter(pk=draft_id, state=DraftState.QUEUED)
        .select_related("plan__council__district")
        .first()
    )
    if ordered is None:
        return
    text, day = current_text(ordered.plan), timezone.localdate()
    try:
        pdf = render_pdf_safely(text, edition=0, published_on=day)
    except Stopped:
        return  # it stands in the queue as before
    except Refused as refusal:
        _end(ordered, DraftState.FAILED, failure=str(refusal))
    except Exception:  # whatever is wrong with the portal: who asked is told, the log has the rest
        _end(ordered, DraftState.FAILED, failure=FAULT)
        raise
    else:
        _end(ordered, DraftState.DONE, content=pdf, text_hash=content_hash(text), printed_on=day)


def drop_old_drafts() -> None:
    old = DraftPrint.objects.filter(ordered_at__lt=timezone.now() - KEPT_FOR)
    old.exclude(state=DraftState.QUEUED).delete()


@transaction.atomic
def _end(ordered: DraftPrint, state: DraftState, **found: object) -> None:
    ordered = lock(ordered)
    if ordered.state != DraftState.QUEUED:
        return
    move(ordered, state, DRAFT_TRANSITIONS)
    for name, value in found.items():
        setattr(ordered, name, value)
    ordered.save()
    DraftPrint.objects.filter(plan=ordered.plan_id).exclude(pk=ordered.pk).delete()
