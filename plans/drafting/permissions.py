from django.core.exceptions import PermissionDenied
from django.http import Http404

from councils.models import Council, CouncilKind
from councils.register.offices import Person, offices
from plans.document.models import FocusArea, Plan


def startable_councils(person: Person) -> list[Council]:
    """The kredsråd whose plan the person may begin; 403 for whoever is in no secretariat."""
    districts = offices(person).secretariat_districts
    found = Council.objects.filter(kind=CouncilKind.DISTRICT, district__in=districts)
    if not found:
        raise PermissionDenied("Kun sekretariatet kan begynde en plan.")
    return list(found.select_related("district"))


def load_area(plan: Plan, pk: int) -> FocusArea:
    """A topic of a plan that is loaded already."""
    area = plan.focus_areas.select_related("section", "council").filter(pk=pk).first()
    if area is None:
        raise Http404
    return area
