"""Who may judge a proposal: the secretariat, but for those of it who sit in its lokalråd."""

from django.core.exceptions import PermissionDenied

from councils.register.offices import Person
from plans.proposals.models import Proposal
from plans.proposals.permissions import disqualification, load_proposal, may_review_in
from samarbejde.transitions import Refused


def refuse_disqualified(proposal: Proposal, by: Person) -> None:
    if reason := disqualification(by, proposal):
        raise Refused(reason)


def load_handed_in_proposal(person: Person, pk: int) -> Proposal:
    """For the secretariat; 403 for the proposal's own lokalråd, also where somebody belongs to both."""
    proposal = load_proposal(person, pk)
    if not may_review_in(person, proposal.council.district_id):
        raise PermissionDenied("Kun sekretariatet kan gøre dette.")
    if reason := disqualification(person, proposal):
        raise PermissionDenied(reason)
    return proposal
