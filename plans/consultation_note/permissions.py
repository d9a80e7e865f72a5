"""The kredsråd reads the note before its meeting; the secretariat writes it by answering."""

from django.core.exceptions import PermissionDenied

from councils.register.offices import Person, offices
from plans.approval.models import Consultation
from plans.consultation.permissions import latest
from plans.document.models import Plan
from plans.document.permissions import load_district_plan, may_manage_plan


def may_read_note(person: Person, plan: Plan) -> bool:
    return may_manage_plan(person, plan) or any(
        seat.council_id == plan.council_id for seat in offices(person).memberships
    )


def load_note(person: Person, plan_pk: int) -> Consultation:
    """The latest consultation for the kredsråd and its secretariat; 403 for the district's other members."""
    plan = load_district_plan(person, plan_pk)
    if not may_read_note(person, plan):
        raise PermissionDenied("Høringsnotatet er for kredsrådet og dets sekretariat.")
    return latest(plan)
