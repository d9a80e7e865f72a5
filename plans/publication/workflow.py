"""From a signed plan to an edition that everybody can read."""

import hashlib
from datetime import datetime

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
    UNDER_WAY,
    Edition,
    EditionFile,
    Passage,
    Publication,
    PublicationState,
)
from plans.publication.passages import passages
from plans.publication.pdf.process import PangoMissing, Stopped, can_make_pdf, render_pdf_safely
from plans.publication.tasks import publish_plan
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import by_hand_of
from samarbejde.personal_numbers import refuse_in
from samarbejde.transitions import Refused, lock, may_move, move
from samarbejde.workers.lost_tasks import without_task

TAKEN_BACK = "Planen blev taget tilbage eller ændret, efter at offentliggørelsen blev bestilt."


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
    for earlier in plan.publications.under_way():
        if is_still_the_plan(earlier, plan):
            raise Refused("Planen er allerede bestilt og bliver offentlig, når PDF'en er færdig.")
        _fail(earlier, TAKEN_BACK)


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
    except Stopped:
        return  # it stands in the queue as before
    except PangoMissing as missing:
        _hold(publication, str(missing))
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
    if not is_still_the_plan(publication, plan):
        _fail(publication, TAKEN_BACK)
        return
    edition = _edition(publication, pdf, number, now)
    move(plan, PlanState.PUBLISHED, PLAN_TRANSITIONS)
    by_hand_of(publication.ordered_by, plan).save()
    move(publication, PublicationState.DONE, PUBLICATION_TRANSITIONS)
    publication.failure = ""
    publication.save()
    record(
        "plan.published",
        f"Planen blev offentliggjort i {number}. udgave",
        by=publication.ordered_by,
        subject=edition,
        within=plan,
    )
    letters.tell_of_edition(edition)


def is_still_the_plan(publication: Publication, plan: Plan) -> bool:
    """Nobody has reopened the plan since, and what was signed is what was printed."""
    if publication.discussion.stood_until or not is_ready(plan):
        return False
    standing = plan.signature_rounds.standing().first()
    return standing is None or publication.snapshot == signed_text(standing)


def is_held(publication: Publication, plan: Plan) -> bool:
    """It waits for what the server lacks, and will publish the plan as it stands."""
    return publication.state == PublicationState.HELD and is_still_the_plan(publication, plan)


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
    if publication.state not in UNDER_WAY:
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


@transaction.atomic
def _hold(publication: Publication, reason: str) -> None:
    """Nothing is wrong with the plan: it is published by itself as soon as the server can."""
    publication = lock(publication)
    if publication.state != PublicationState.QUEUED:
        return
    move(publication, PublicationState.HELD, PUBLICATION_TRANSITIONS)
    is_news = publication.failure != reason
    publication.failure = reason
    publication.save()
    if is_news:
        letters.tell_of_waiting(publication)
        record(
            "publication.held",
            f"Offentliggørelsen venter: {reason}",
            by=None,
            subject=publication,
            within=publication.plan,
            internal=True,
        )


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
    """Give each publication that has lost its task a new one: a killed worker took it along.

    Those that were held for want of Pango are taken up again when it is there, and nothing else is.
    """
    held = Publication.objects.filter(state=PublicationState.HELD)
    if held.exists() and can_make_pdf():
        for publication in held:
            resume(publication)
    with transaction.atomic():
        queued = Publication.objects.filter(state=PublicationState.QUEUED).select_for_update(skip_locked=True)
        lost = without_task(publish_plan, queued.values_list("pk", flat=True))
        for publication_id in lost:
            publish_plan.enqueue(publication_id)
        return len(lost)
