"""Who may read and keep versions: as the plan itself."""

from councils.register.offices import Person
from plans.document.models import Plan
from plans.document.permissions import may_manage_plan


def may_keep_version(person: Person, plan: Plan) -> bool:
    return may_manage_plan(person, plan)


def may_write_news(person: Person, plan: Plan) -> bool:
    """While the text can be changed; the lines are frozen with it."""
    return plan.is_open and may_manage_plan(person, plan)
