"""Who may see and change a plan's text. The loaders are the access rule of every page."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from councils.models import CouncilKind, PoliceDistrict
from councils.register.offices import Person, offices
from plans.document.models import Plan, PlanQuerySet, Section


def visible_plans(person: Person) -> PlanQuerySet:
    """Plans of the districts where the person sits in a council; an outsider sees editions only."""
    return Plan.objects.filter(council__district__in=offices(person).districts).with_places()


def may_manage_plan(person: Person, plan: Plan) -> bool:
    """The secretariat of the plan's district; for a local plan also the lokalråd's chair."""
    own = offices(person)
    if plan.council.kind == CouncilKind.LOCAL and plan.council_id in own.chaired:
        return True
    return plan.council.district_id in own.secretariat_districts


def load_plan(person: Person, pk: int) -> Plan:
    """The plan, or 404 for whoever sits in no council of its district."""
    plan = visible_plans(person).filter(pk=pk).first()
    if plan is None:
        raise Http404
    return plan


def load_managed_plan(person: Person, pk: int) -> Plan:
    """The plan for the secretariat; 403 for the other members of the district's councils."""
    plan = load_plan(person, pk)
    if not may_manage_plan(person, plan):
        raise PermissionDenied("Kun sekretariatet kan gøre dette.")
    return plan


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
