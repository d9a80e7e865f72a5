from django.http import Http404

from councils.register.offices import Person
from plans.document.permissions import load_managed_plan
from plans.follow_up.models import Duty


def load_managed_duty(person: Person, plan_pk: int, pk: int) -> Duty:
    """A duty for the secretariat to change; 403 for the district's other members, 404 for the rest."""
    plan = load_managed_plan(person, plan_pk)
    duty = Duty.objects.filter(plan=plan, pk=pk).select_related("section").first()
    if duty is None:
        raise Http404
    duty.plan = plan
    return duty
