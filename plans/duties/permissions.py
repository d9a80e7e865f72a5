from django.http import Http404

from councils.register.offices import Person, offices
from plans.document.models import Plan
from plans.document.permissions import load_managed_district_plan, may_manage_plan
from plans.duties.models import DeclinedSentence, Duty


def load_managed_duty(person: Person, plan_pk: int, pk: int) -> Duty:
    """A duty for the secretariat to change; 403 for the district's other members, 404 for the rest."""
    plan = load_managed_district_plan(person, plan_pk)
    duty = Duty.objects.filter(plan=plan, pk=pk).select_related("section").first()
    if duty is None:
        raise Http404
    duty.plan = plan
    return duty


def load_declined(plan: Plan, pk: int) -> DeclinedSentence:
    """Of the council of a plan that is the person's to change."""
    found = DeclinedSentence.objects.filter(council=plan.council_id, pk=pk).first()
    if found is None:
        raise Http404
    return found


def may_read_paper(person: Person, plan: Plan) -> bool:
    """What is answered in a quarter is for the kredsråd and its secretariat."""
    sits = any(seat.council_id == plan.council_id for seat in offices(person).memberships)
    return sits or may_manage_plan(person, plan)
