"""The PDF of a plan that is not public yet, for those who may read it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from django.db import connection, transaction
from django.utils import timezone

from plans.approval.frozen import current_text
from plans.document.models import Plan
from plans.document.snapshot import Snapshot, content_hash
from plans.publication.pdf.process import render_pdf_safely, run
from plans.publication.pdf.rendering import NOTE, SECTION, WHOLE, job_of
from samarbejde.transitions import Refused

# Advisory locks of PostgreSQL: any numbers that nobody else uses
_ONE_PLAN_AT_A_TIME = 4_070_113
_ONE_SECTION_AT_A_TIME = 4_070_114
PATIENCE = 4.0  # seconds that a section waits for another, which takes one


def draft_pdf(plan: Plan) -> bytes:
    """What the worker made of the very text, or made now.

    Raises `Refused` in words, also while another draft is being made: each may take a gigabyte.
    """
    text = current_text(plan)
    kept = plan.draft_prints.first()
    if kept and kept.content and kept.is_of(content_hash(text), timezone.localdate()):
        return bytes(kept.content)
    return _printed(text, WHOLE, _ONE_PLAN_AT_A_TIME, patience=0)


def section_pdf(text: Snapshot) -> bytes:
    """Of a text that is one section, without cover and contents; never behind a whole plan."""
    return _printed(text, SECTION, _ONE_SECTION_AT_A_TIME, patience=PATIENCE)


def note_pdf(text: Snapshot) -> bytes:
    """Of a text beside the plan, which is short."""
    return _printed(text, NOTE, _ONE_SECTION_AT_A_TIME, patience=PATIENCE)


def paper_pdf(html: str) -> bytes:
    """`settings.PRINTS_PAPERS`: of a short paper that is no plan, such as an agenda; it keeps every rule."""
    with _turn(_ONE_SECTION_AT_A_TIME, PATIENCE):
        return run(replace(job_of(html), checked=True))


def _printed(text: Snapshot, template: str, lock: int, *, patience: float) -> bytes:
    with _turn(lock, patience):
        return render_pdf_safely(text, edition=0, published_on=timezone.localdate(), template=template)


@contextmanager
def _turn(lock: int, patience: float) -> Iterator[None]:
    with transaction.atomic():
        given_up = time.monotonic() + patience
        while not is_our_turn(lock):
            if time.monotonic() >= given_up:
                raise Refused("Portalen er ved at lave en anden PDF. Vent et øjeblik, og prøv igen.")
            time.sleep(0.1)
        yield


def is_our_turn(lock: int = _ONE_PLAN_AT_A_TIME) -> bool:
    """Take the lock for the rest of the transaction, if nobody has it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [lock])
        return bool(cursor.fetchone()[0])
