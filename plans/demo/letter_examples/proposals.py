from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from plans.demo.letter_examples import told
from plans.proposals import letters
from plans.proposals.models import Extension, Review
from plans.proposals.states import ProposalState
from samarbejde.outbox.letters import Letter

REASON = "Sekretariatet nåede ikke at læse alle forslag, før kredsrådet skulle drøfte udkastet."


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


def submitted() -> Iterator[list[Letter]]:
    for again in (False, True):
        yield letters.submitted(told.proposal(ProposalState.SUBMITTED), again=again)


def receipt() -> Iterator[list[Letter]]:
    by = told.person("medlem.herning")
    yield letters.receipt(told.proposal(ProposalState.SUBMITTED), at=timezone.now(), by=by)


def withdrawn() -> Iterator[list[Letter]]:
    proposal = told.proposal(ProposalState.WITHDRAWN)
    yield letters.withdrawn(proposal, proposal.title)


def changes_requested() -> Iterator[list[Letter]]:
    proposal = told.proposal(ProposalState.CHANGES_REQUESTED)
    yield letters.changes_requested(proposal, [point.wording for point in proposal.change_requests.all()])


def remark_shared() -> Iterator[list[Letter]]:
    comment = "Forslaget passer godt til årets emner. Skriv gerne, hvem der samler tallene."
    proposal = told.proposal(ProposalState.RECOMMENDED)
    yield letters.remark_shared(Review(proposal=proposal, comment=comment, shared=True))


def postponed() -> Iterator[list[Letter]]:
    proposal = told.proposal(ProposalState.SUBMITTED)
    for following in (None, told.call()):
        yield letters.postponed(proposal, REASON, following)


def carried() -> Iterator[list[Letter]]:
    yield letters.carried(told.proposal(ProposalState.SUBMITTED))


def decided() -> Iterator[list[Letter]]:
    for state in (
        ProposalState.ACCEPTED_DISTRICT,
        ProposalState.ACCEPTED_LOCAL,
        ProposalState.REJECTED,
        ProposalState.MERGED,
    ):
        yield letters.decided(told.proposal(state).decision)


def decided_elsewhere() -> Iterator[list[Letter]]:
    merged = told.proposal(ProposalState.MERGED)
    assert merged.merged_into
    yield letters.decided_elsewhere(merged, merged.merged_into.decision)


def taken_in() -> Iterator[list[Letter]]:
    merged = told.proposal(ProposalState.MERGED)
    assert merged.merged_into
    yield letters.taken_in(merged.merged_into, merged.decision)
