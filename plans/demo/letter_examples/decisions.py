from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from plans.decisions import letters
from plans.decisions.pending import pending_in
from plans.demo.letter_examples import told
from plans.proposals.models import AnswerReminder, Review
from plans.proposals.states import ProposalState
from samarbejde.deadlines import end_of
from samarbejde.outbox.letters import Letter

REASON = "Sekretariatet nåede ikke at læse alle forslag, før kredsrådet skulle drøfte udkastet."


def changes_requested() -> Iterator[list[Letter]]:
    proposal = told.proposal(ProposalState.CHANGES_REQUESTED)
    yield letters.changes_requested(proposal, [point.wording for point in proposal.change_requests.all()])


def answer_extended() -> Iterator[list[Letter]]:
    yield letters.answer_extended(told.proposal(ProposalState.CHANGES_REQUESTED))


def answer_reminder() -> Iterator[list[Letter]]:
    proposal = told.proposal(ProposalState.CHANGES_REQUESTED)
    for days in (7, -5):
        until = end_of(timezone.localdate() + timedelta(days=days))
        yield letters.answer_reminder(AnswerReminder(proposal=proposal, answer_by=until, days_left=days))


def remark_shared() -> Iterator[list[Letter]]:
    comment = "Forslaget passer godt til årets emner. Skriv gerne, hvem der samler tallene."
    proposal = told.proposal(ProposalState.RECOMMENDED)
    yield letters.remark_shared(Review(proposal=proposal, comment=comment, shared=True))


def postponed() -> Iterator[list[Letter]]:
    proposal = told.proposal(ProposalState.SUBMITTED)
    for following in (None, told.call()):
        yield letters.postponed(proposal, REASON, following)


def announced() -> Iterator[list[Letter]]:
    yield letters.announced(told.call(), pending_in(told.call()))
