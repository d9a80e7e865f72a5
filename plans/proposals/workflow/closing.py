"""A round takes answers until the kredsråd has discussed its plan, and no longer."""

from datetime import datetime

from councils.models import Council
from plans.document.models import Plan
from plans.document.states import OPEN
from plans.proposals.models import ProposalRound
from samarbejde import danish
from samarbejde.deadlines import is_over
from samarbejde.outbox.workflow import lapse
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


def refuse_early(round_: ProposalRound) -> None:
    """Raise `Refused` before the round's minute has come: nobody has been asked yet."""
    if not round_.has_begun:
        raise Refused(
            f"Forslagsrunden åbner {danish.moment_text(round_.opens_at)}. Vent til da; "
            "lokalrådenes formænd får en e-mail."
        )


def refuse_late(
    round_: ProposalRound, council: Council, what: str = "forslaget kan ikke indsendes nu"
) -> None:
    """Raise `Refused` when the lokalråd's time is over, its own longer deadline counted."""
    refuse_early(round_)
    if not round_.is_open_for(council):
        raise Refused(
            f"Fristen var {danish.moment_text(round_.deadline_for(council))}, "
            f"så {what}. Skriv til sekretariatet, og bed om længere frist."
        )


def refuse_late_answer(answer_by: datetime | None) -> None:
    """Raise `Refused` when the points were to be answered before now."""
    if answer_by and is_over(answer_by):
        raise Refused(
            f"Fristen for jeres svar var {danish.moment_text(answer_by)}, så det kan ikke indsendes nu. "
            "Skriv til sekretariatet, og bed om længere frist."
        )


def stop_reminders(round_: ProposalRound, council: Council) -> None:
    """The lokalråd has answered: a reminder that has not left is not sent any more."""
    lapse(*round_.reminders.filter(council=council))


def _closed(plan: Plan) -> str:
    return (
        f"{plan.title} er »{plan.get_state_display()}«, så forslagsrunden er lukket "
        "og tager ikke imod flere svar."
    )
