"""What is asked of the proposals of a round."""

from django.db import transaction

from plans.proposals.models import MOST_QUESTIONS, ProposalRound, Question
from plans.proposals.workflow.closing import refuse_calls
from plans.rounds.asking import settled
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused, lock, lock_as_seen, stands


@transaction.atomic
def ask(round_: ProposalRound, questions: list[Question], *, version: int, by: User) -> ProposalRound:
    """Set the round's questions. Once it has opened only the hints: what is answered keeps its meaning."""
    plan = lock(round_.plan)
    wanted = {"questions": questions}
    round_ = lock_as_seen(round_, version, wanted)
    round_.plan = plan
    if stands(round_, wanted):
        return round_
    refuse_calls(plan)
    if not round_.may_be_asked_anew and settled(questions) != settled(round_.questions):
        raise Refused(
            "Runden er åbnet, så spørgsmålene kan ikke ændres: lokalrådene kan være i gang med at svare. "
            "Du kan stadig rette vejledningen under hvert spørgsmål."
        )
    if len(questions) > MOST_QUESTIONS:
        raise Refused(f"Stil højst {MOST_QUESTIONS} spørgsmål. Fjern nogle, og gem igen.")
    personal_numbers.refuse_in(text for one in questions for text in (one["wording"], one["hint"]))
    round_.questions = questions
    save_as_next(by, round_)
    record("round.changed", "Spørgsmålene i forslagsrunden blev rettet", by=by, subject=round_, within=plan)
    return round_
