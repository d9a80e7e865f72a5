"""Which plans stand on whose desk, and who looks after mail that was refused."""

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q
from django.http import Http404

from councils.models import CouncilKind, Membership
from councils.register.offices import Person, offices
from plans.document.models import PlanQuerySet
from plans.document.permissions import visible_plans
from samarbejde.accounts.models import User
from samarbejde.outbox.models import Message, MessageQuerySet


def shown_plans(person: Person) -> PlanQuerySet:
    """The kredsråds' and one's own lokalråd's: the other lokalråds' have a board of their own."""
    own = Q(council__in=offices(person).local_councils)
    return visible_plans(person).filter(~Q(council__kind=CouncilKind.LOCAL) | own)


def looks_after_mail(person: User) -> bool:
    return person.is_staff or bool(offices(person).secretariat_districts)


def refused_mail_for(person: User) -> MessageQuerySet:
    """Administrators see everybody's, a secretariat that of its own district's people."""
    refused = Message.objects.refused().select_related("to")
    if person.is_staff:
        return refused
    districts = offices(person).secretariat_districts
    here = Membership.objects.current().filter(council__district__in=districts, user=OuterRef("to"))
    return refused.filter(Exists(here))


def load_refused_mail(person: User, pk: int) -> Message:
    if not looks_after_mail(person):
        raise PermissionDenied("Kun sekretariatet og administratoren tager sig af posten.")
    message = refused_mail_for(person).filter(pk=pk).first()
    if message is None:
        raise Http404
    return message
