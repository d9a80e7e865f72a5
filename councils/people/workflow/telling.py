"""The secretariat is told of terms that run out, once for each."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Exists, OuterRef

from councils.people import letters
from councils.people.running_out import running_out
from councils.register.councils import MembershipQuerySet
from councils.register.models import Membership, PoliceDistrict
from samarbejde.danish import date_text
from samarbejde.events.models import Event
from samarbejde.events.recording import record
from samarbejde.outbox.workflow import queue

TOLD = "people.runs_out"


def tell_of_terms() -> int:
    """How many were told of now; called by the worker each minute, and most often there is nothing."""
    waiting = _untold().order_by().values_list("council__district", flat=True).distinct()
    return sum(_tell(district) for district in PoliceDistrict.objects.filter(pk__in=list(waiting)))


@transaction.atomic
def _tell(district: PoliceDistrict) -> int:
    """One letter for all of a district's, however many end on the same day."""
    untold = _untold().filter(council__district=district).select_related("user", "council")
    terms = list(untold.select_for_update(of=("self",), skip_locked=True))
    for term in terms:
        last_day = date_text(term.last_day or term.first_day)
        told = f"{term.user} er {term.title} i {term.council} til og med {last_day}"
        record(TOLD, told, by=None, subject=term, within=term.council, internal=True)
    if terms:
        queue(*letters.terms_run_out(district, terms))
    return len(terms)


def _untold() -> MembershipQuerySet:
    kind = ContentType.objects.get_for_model(Membership)
    told = Event.objects.filter(verb=TOLD, subject_type=kind, subject_id=OuterRef("pk"))
    return running_out().filter(~Exists(told))
