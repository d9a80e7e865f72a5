"""Who begins a lokalråd's plan and lets others write it. The loaders are the access rule of every page."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from councils.meetings.permissions import load_council
from councils.models import Council, CouncilKind
from councils.register.offices import Person, offices
from plans.document.models import Plan
from plans.document.permissions import load_decided_plan, load_managed_plan


def may_begin_for(person: Person, council: Council) -> bool:
    """The lokalråd's chair and vice-chair, and the secretariat that helps them."""
    own = offices(person)
    return council.pk in own.chaired or council.district_id in own.secretariat_districts


def load_lokalraad(person: Person, pk: int) -> Council:
    """A lokalråd for whoever begins its plan; 403 for its members, 404 for the rest."""
    council = load_council(person, pk)
    if council.kind != CouncilKind.LOCAL:
        raise Http404
    if not may_begin_for(person, council):
        raise PermissionDenied("Kun lokalrådets formand og næstformand og sekretariatet kan gøre dette.")
    return council


def load_written_plan(person: Person, pk: int) -> Plan:
    """A local plan for whoever writes it; 404 for the district's."""
    return _local(load_managed_plan(person, pk))


def load_led_plan(person: Person, pk: int) -> Plan:
    """A local plan for the lokalråd's leaders and the secretariat; 403 for those who write it."""
    return _local(load_decided_plan(person, pk))


def _local(plan: Plan) -> Plan:
    if not plan.is_local:
        raise Http404
    return plan
