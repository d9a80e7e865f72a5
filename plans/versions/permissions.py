"""Who may read and keep versions: as the plan itself."""

from councils.register.offices import Person
from plans.document.models import Plan
from plans.document.permissions import may_manage_plan


def may_keep_version(person: Person, plan: Plan) -> bool:
    return may_manage_plan(person, plan)
