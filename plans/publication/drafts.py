"""The PDF of a plan that is not public yet, for those who may read it."""

from django.db import connection, transaction
from django.utils import timezone

from plans.approval.frozen import current_text
from plans.document.models import Plan
from plans.publication.pdf.process import render_pdf_safely
from samarbejde.transitions import Refused

_ONE_AT_A_TIME = 4_070_113  # an advisory lock of PostgreSQL: any number that nobody else uses


def draft_pdf(plan: Plan) -> bytes:
    """Raises `Refused` in words, also while another draft is being made: each may take a gigabyte."""
    text = current_text(plan)
    with transaction.atomic():
        if not is_our_turn():
            raise Refused("Portalen er ved at lave en anden PDF. Vent et øjeblik, og prøv igen.")
        return render_pdf_safely(text, edition=0, published_on=timezone.localdate())


def is_our_turn() -> bool:
    """Take the lock for the rest of the transaction, if nobody has it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_ONE_AT_A_TIME])
        return bool(cursor.fetchone()[0])
