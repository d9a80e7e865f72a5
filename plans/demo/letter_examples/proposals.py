from collections.abc import Iterator

from django.utils import timezone

from plans.demo.letter_examples import told
from plans.proposals import letters
from plans.proposals.states import ProposalState
from samarbejde.outbox.letters import Letter


def submitted() -> Iterator[list[Letter]]:
    for how in letters.Handing:
        yield letters.submitted(told.proposal(ProposalState.SUBMITTED), how)


def receipt() -> Iterator[list[Letter]]:
    by = told.person("medlem.herning")
    yield letters.receipt(told.proposal(ProposalState.SUBMITTED), at=timezone.now(), by=by)


def withdrawn() -> Iterator[list[Letter]]:
    proposal = told.proposal(ProposalState.WITHDRAWN)
    yield letters.withdrawn(proposal, proposal.title, proposal.withdrawn_because or "")


def entered() -> Iterator[list[Letter]]:
    proposal = told.proposal(ProposalState.SUBMITTED)
    proposal.received_on = timezone.localdate()
    yield letters.entered(proposal)
