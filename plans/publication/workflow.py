"""From a signed plan to an edition that everybody can read."""

import hashlib
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from councils.models import CouncilKind
from plans.approval.frozen import signed_text, text_after
from plans.document.models import Plan
from plans.document.rendering import content_hash
from plans.document.states import PLAN_TRANSITIONS, PlanState
from plans.document.wording import wording
from plans.publication import letters
from plans.publication.models import (
    PUBLICATION_TRANSITIONS,
    Edition,
    EditionFile,
    Passage,
    Publication,
    PublicationState,
)
from plans.publication.passages import passages
from plans.publication.pdf.process import render_pdf_safely
from plans.publication.tasks import publish_plan
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import by_hand_of
from samarbejde.personal_numbers import refuse_in
from samarbejde.transitions import Refused, lock, may_move, move

PATIENCE = timedelta(minutes=2)  # longer than a render may take: whoever had the job is gone


@transaction.atomic
def order_publication(plan: Plan, *, note: str, by: User) -> Publication:
    """Ask the worker for the PDF. The plan becomes public when that is there, and not before."""
    plan = lock(plan)
    _refuse_unless_ready(plan)
    if not note and plan.editions.exists():
        raise Refused("Skriv, hvad der er ændret siden sidste udgave. Læserne får det at se.")
    discussion = plan.discussions.standing().select_related("meeting").get()
    standing = plan.signature_rounds.standing().first()
    text = signed_text(standing) if standing else text_after(discussion)
    refuse_in([note, *wording(text)])
    publication = Publication.objects.create(
        plan=plan, discussion=discussion, snapshot=text, note=note, ordered_by=by
    )
    publish_plan.enqueue(publication.pk)  # a row as well: no worker sees it before this is committed
    record("publication.ordered", "Offentliggørelsen blev bestilt", by=by, subject=publication, within=plan)
    return publication


def is_ready(plan: Plan) -> bool:
    """Discussed, and signed unless its signatures are switched off."""
    if plan.state == PlanState.DISCUSSED and plan.signatures_required:
        return False
    return may_move(plan, PlanState.PUBLISHED, PLAN_TRANSITIONS)


def _refuse_unless_ready(plan: Plan) -> None:
    if plan.council.kind != CouncilKind.DISTRICT:
        raise Refused("Kun kredsens samarbejdsplan har en offentlig side. En lokal plan har ikke.")
    if not is_ready(plan):
        raise Refused(
            f"Planen er »{plan.get_state_display()}« og kan ikke offentliggøres nu. "
            "Den skal være drøftet i kredsrådet, og den skal være underskrevet, "
            "hvis underskrifter ikke er slået fra. Siden om planen viser, hvad næste skridt er."
        )
    if plan.publications.filter(state=PublicationState.QUEUED).exists():
        raise Refused("Planen er allerede ved at blive offentliggjort. Det tager et øjeblik.")


def publish(publication_id: int) -> None:
    """The worker's part: render the PDF, then make the edition public in one step.

    Running it twice, or at once in two processes, leaves one edition. Whatever stops it before
    the last step leaves nothing public, and `sweep` runs it again.
    """
    publication = (
        Publication.objects.filter(pk=publication_id, state=PublicationState.QUEUED)
        .select_related("plan__council__district")
        .first()
    )
    if publication is None:
        return
    number, now = publication.plan.editions.count() + 1, timezone.now()
    try:
        pdf = render_pdf_safely(publication.snapshot, edition=number, published_on=timezone.localdate(now))
    except Refused as refusal:
        _fail(publication, str(refusal))
    except Exception:  # whatever is wrong with the portal: the secretariat is told, the log has the rest
        _fail(
            publication, "PDF'en blev ikke lavet på grund af en fejl i portalen. Driften kan se den i loggen."
        )
        raise
    else:
        _make_public(publication, pdf, number, now)


@transaction.atomic
def _make_public(publication: Publication, pdf: bytes, number: int, now: datetime) -> None:
    plan, publication = lock(publication.plan), lock(publication)
    if publication.state != PublicationState.QUEUED:
        return
    if not _is_still_the_plan(publication, plan):
        _fail(publication, "Planen blev taget tilbage eller ændret, efter at offentliggørelsen blev bestilt.")
        return
    edition = _edition(publication, pdf, number, now)
    move(plan, PlanState.PUBLISHED, PLAN_TRANSITIONS)
    by_hand_of(publication.ordered_by, plan).save()
    move(publication, PublicationState.DONE, PUBLICATION_TRANSITIONS)
    publication.save()
    record(
        "plan.published",
        f"Planen blev offentliggjort i {number}. udgave",
        by=publication.ordered_by,
        subject=edition,
        within=plan,
    )
    letters.tell_of_edition(edition)


def _is_still_the_plan(publication: Publication, plan: Plan) -> bool:
    """Nobody has reopened the plan since, and what was signed is what was printed."""
    if publication.discussion.stood_until or not is_ready(plan):
        return False
    standing = plan.signature_rounds.standing().first()
    return standing is None or publication.snapshot == signed_text(standing)


def _edition(publication: Publication, pdf: bytes, number: int, now: datetime) -> Edition:
    edition = Edition.objects.create(
        plan=publication.plan,
        number=number,
        snapshot=publication.snapshot,
        content_hash=content_hash(publication.snapshot),
        pdf_sha256=hashlib.sha256(pdf).hexdigest(),
        note=publication.note,
        published_at=now,
        published_by=publication.ordered_by,
    )
    EditionFile.objects.create(edition=edition, content=pdf)
    Passage.objects.bulk_create(passages(edition))
    return edition


@transaction.atomic
def _fail(publication: Publication, reason: str) -> None:
    publication = lock(publication)
    if publication.state != PublicationState.QUEUED:
        return
    move(publication, PublicationState.FAILED, PUBLICATION_TRANSITIONS)
    publication.failure = reason
    publication.save()
    letters.tell_of_failure(publication)
    record(
        "publication.failed",
        f"Planen blev ikke offentliggjort: {reason}",
        by=None,
        subject=publication,
        within=publication.plan,
        internal=True,
    )


def sweep() -> int:
    """Give each publication that waits too long a task again, in case a killed worker took its task along."""
    with transaction.atomic():
        waiting = Publication.objects.filter(
            state=PublicationState.QUEUED, ordered_at__lt=timezone.now() - PATIENCE
        ).select_for_update(skip_locked=True)
        for publication in waiting.only("pk"):
            publish_plan.enqueue(publication.pk)
        return len(waiting)
