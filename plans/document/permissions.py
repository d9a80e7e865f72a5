"""Who may see and change a plan's text. The loaders are the access rule of every page."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from councils.models import CouncilKind, PoliceDistrict
from councils.register.offices import Person, offices
from plans.document.models import Plan, PlanQuerySet, Section


def visible_plans(person: Person) -> PlanQuerySet:
    """Plans of the districts where the person sits in a council; an outsider sees editions only.

    A lokalråd's plan is seen by its own members and the district's secretariat.
    """
    own = offices(person)
    local = Q(council__kind=CouncilKind.LOCAL)
    seen = Q(council__in=own.local_councils) | Q(council__district__in=own.secretariat_districts)
    found = Plan.objects.filter(~local & Q(council__district__in=own.districts) | local & seen)
    return found.with_places()


def may_manage_plan(person: Person, plan: Plan) -> bool:
    """Write it: the secretariat of its district; for a local plan also its chair and those named by it."""
    own = offices(person)
    if may_decide_plan(person, plan):
        return True
    return plan.is_local and own.sits_in(plan.council_id) and plan.writers.filter(user=person.pk).exists()


def may_decide_plan(person: Person, plan: Plan) -> bool:
    """Send, publish, take back, delete: the secretariat; for a local plan also the lokalråd's leaders."""
    own = offices(person)
    leads = plan.is_local and plan.council_id in own.chaired
    return leads or plan.council.district_id in own.secretariat_districts


def load_plan(person: Person, pk: int) -> Plan:
    """The plan, or 404 for whoever may not see it."""
    plan = visible_plans(person).filter(pk=pk).first()
    if plan is None:
        raise Http404
    return plan


def load_read_plan(person: Person, pk: int) -> Plan:
    """Also for somebody from outside who is asked to sign it."""
    asked = {"signature_rounds__state": "open", "signature_rounds__signatures__membership__user": person.pk}
    plan = (
        visible_plans(person).filter(pk=pk).first()
        or Plan.objects.with_places().filter(**asked, pk=pk).first()
    )
    if plan is None:
        raise Http404
    return plan


def load_managed_plan(person: Person, pk: int) -> Plan:
    """The plan for whoever writes it; 403 for the others who see it."""
    plan = load_plan(person, pk)
    if not may_manage_plan(person, plan):
        raise PermissionDenied(_only(plan, "dem, som formanden har valgt, "))
    return plan


def load_decided_plan(person: Person, pk: int) -> Plan:
    """The plan for whoever sends and publishes it; 403 for the others who see it."""
    plan = load_plan(person, pk)
    if not may_decide_plan(person, plan):
        raise PermissionDenied(_only(plan))
    return plan


def load_district_plan(person: Person, pk: int) -> Plan:
    """A kredsråd's plan; 404 for a lokalråd's, which has no such page."""
    return _of_the_district(load_plan(person, pk))


def load_managed_district_plan(person: Person, pk: int) -> Plan:
    return _of_the_district(load_managed_plan(person, pk))


def _of_the_district(plan: Plan) -> Plan:
    if plan.is_local:
        raise Http404
    return plan


def _only(plan: Plan, others: str = "") -> str:
    if plan.is_local:
        return f"Kun lokalrådets formand og næstformand, {others}og sekretariatet kan gøre dette."
    return "Kun sekretariatet kan gøre dette."


def load_managed_district(person: Person, slug: str) -> PoliceDistrict:
    """A district of whose secretariat the person is; 403 for its other members, 404 for the rest."""
    own = offices(person)
    district = PoliceDistrict.objects.filter(slug=slug, pk__in=own.districts).first()
    if district is None:
        raise Http404
    if district.pk not in own.secretariat_districts:
        raise PermissionDenied("Kun sekretariatet kan gøre dette.")
    return district


def load_section(plan: Plan, pk: int) -> Section:
    """The section, or 404 when it is another plan's."""
    section = plan.sections.filter(pk=pk).first()
    if section is None:
        raise Http404
    return section
