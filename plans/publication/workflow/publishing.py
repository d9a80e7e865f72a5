"""From a signed plan to an edition that everybody can read."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from plans.approval.frozen import discussion_of, signed_text, text_as_it_lies
from plans.document.models import Plan
from plans.document.obstacles import Obstacle, Unpublishable, refuse_obstacles
from plans.document.snapshot import content_hash, read_snapshot
from plans.document.states import PlanState
from plans.drafting.unread import refuse_unread
from plans.publication import letters
from plans.publication.checked_print import print_checked
from plans.publication.models import (
    PUBLICATION_TRANSITIONS,
    UNDER_WAY,
    Edition,
    EditionFile,
    Publication,
    PublicationState,
)
from plans.publication.orders import is_ready, is_still_the_plan
from plans.publication.passages import make_searchable
from plans.publication.pdf.process import PangoMissing, Stopped
from plans.publication.tasks import publish_plan
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import with_editor
from samarbejde.outbox.workflow import queue
from samarbejde.text.personal_numbers import refuse_in
from samarbejde.transitions import Refused, lock, move

TAKEN_BACK = "Planen blev taget tilbage eller ændret, efter at offentliggørelsen blev bestilt."


@transaction.atomic
def order_publication(plan: Plan, *, note: str, by: User) -> Publication:
    """Ask the worker for the PDF. The plan becomes public when that is there, and not before."""
    plan = lock(plan)
    _refuse_unless_ready(plan)
    refuse_unread(plan)
    if not note and plan.editions.exists():
        raise Refused("Skriv, hvad der er ændret siden sidste udgave. Læserne får det at se.")
    discussion = discussion_of(plan)
    standing = plan.signature_rounds.standing().first()
    text = signed_text(standing) if standing else text_as_it_lies(plan, discussion)
    refuse_in([note])
    refuse_obstacles(text)
    publication = Publication.objects.create(
        plan=plan, discussion=discussion, snapshot=text, note=note, ordered_by=by
    )
    publish_plan.enqueue(publication.pk)  # a row as well: no worker sees it before this is committed
    record("publication.ordered", "Offentliggørelsen blev bestilt", by=by, subject=publication, within=plan)
    return publication


def _refuse_unless_ready(plan: Plan) -> None:
    if plan.is_local and not is_ready(plan):
        raise Refused(
            f"Planen er »{plan.get_state_display()}« og kan ikke offentliggøres nu. "
            "Den skal være underskrevet. Siden om planen viser, hvad næste skridt er."
        )
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
    """The worker's part: print and check the PDF, then make the edition public in one step.

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
        text = read_snapshot(publication.snapshot)
        pdf = print_checked(text, edition=number, published_on=timezone.localdate(now))
    except Stopped:
        return  # it stands in the queue as before
    except PangoMissing as missing:
        _hold(publication, str(missing))
    except Unpublishable as refusal:
        _fail(publication, str(refusal), refusal.obstacles)
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
    move(plan, PlanState.PUBLISHED, plan.transitions)
    with_editor(publication.ordered_by, plan).save()
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
    queue(*letters.published(edition))


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
    make_searchable(edition)
    return edition


@transaction.atomic
def _fail(publication: Publication, reason: str, obstacles: Iterable[Obstacle] = ()) -> None:
    publication = lock(publication)
    if publication.state not in UNDER_WAY:
        return
    move(publication, PublicationState.FAILED, PUBLICATION_TRANSITIONS)
    publication.failure = reason
    publication.tell(obstacles)
    publication.save()
    queue(*letters.not_published(publication))
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
        queue(*letters.waiting(publication))
        record(
            "publication.held",
            f"Offentliggørelsen venter: {reason}",
            by=None,
            subject=publication,
            within=publication.plan,
            internal=True,
        )
