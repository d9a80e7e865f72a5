"""Whom a plan's letters go to when it is to be brought further."""

from councils.register.mailing import to_leaders, to_secretariat
from plans.document.models import Plan
from samarbejde.outbox.letters import Letter


def to_managers(plan: Plan, subject: str, *paragraphs: str) -> list[Letter]:
    """To the secretariat, or of a lokalråd's plan to its chair."""
    if plan.is_local:
        return to_leaders(plan.council, subject, *paragraphs)
    return to_secretariat(plan.council.district_id, subject, *paragraphs)


def manager(plan: Plan) -> str:
    return "Lokalrådet" if plan.is_local else "Sekretariatet"
