from collections.abc import Iterator
from datetime import timedelta

from plans.demo.letter_examples import told
from plans.proposals.models import Extension
from plans.proposals.states import ProposalState
from plans.rounds import letters
from samarbejde.outbox.letters import Letter


def round_opened() -> Iterator[list[Letter]]:
    yield letters.round_opened(told.call())


def round_changed() -> Iterator[list[Letter]]:
    for days in (-7, 7):
        yield letters.round_changed(told.call(), told.call().deadline + timedelta(days=days))


def reminder() -> Iterator[list[Letter]]:
    round_ = told.call()
    yield letters.reminder(round_, round_.unanswered())
    round_.deadline -= timedelta(days=21)
    yield letters.reminder(round_, round_.unanswered())


def deadline_extended() -> Iterator[list[Letter]]:
    round_ = told.call()
    council = round_.councils[0]
    longer = round_.deadline + timedelta(days=7)
    reason = "Lokalrådet holder møde i ugen efter fristen."
    yield letters.deadline_extended(Extension(round=round_, council=council, deadline=longer, reason=reason))


def carried() -> Iterator[list[Letter]]:
    yield letters.carried(told.proposal(ProposalState.SUBMITTED))
