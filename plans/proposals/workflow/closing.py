"""A round takes answers until the kredsråd has discussed its plan, and no longer."""

from plans.document.models import Plan
from plans.document.states import OPEN
from samarbejde.transitions import Refused


def refuse_answers(plan: Plan) -> None:
    """Raise `Refused`, for the lokalråd, when nothing can come into the plan any more."""
    if plan.state not in OPEN:
        raise Refused(
            f"{_closed(plan)} Din tekst er bevaret: brug den i næste års forslagsrunde, "
            "eller skriv til sekretariatet."
        )


def refuse_calls(plan: Plan) -> None:
    """Raise `Refused`, for the secretariat, when the lokalråd cannot answer any more."""
    if plan.state not in OPEN:
        raise Refused(
            f"{_closed(plan)} Afgør de forslag, der ligger, eller flyt dem til næste års forslagsrunde. "
            "Skal der flere med, så tag planen tilbage til kladde først."
        )


def _closed(plan: Plan) -> str:
    return (
        f"{plan.title} er »{plan.get_state_display()}«, så forslagsrunden er lukket "
        "og tager ikke imod flere svar."
    )
