"""Whom a plan's letters go to when it is to be brought further."""

from councils.register.mailing import leaders, secretariat
from plans.document.models import Plan
from samarbejde.accounts.models import User


def managers(plan: Plan) -> list[User]:
    """The secretariat, or of a lokalråd's plan its chair."""
    if plan.is_local:
        return leaders([plan.council]).get(plan.council_id, [])
    return secretariat(plan.council.district_id)


def manager(plan: Plan) -> str:
    return "Lokalrådet" if plan.is_local else "Sekretariatet"
