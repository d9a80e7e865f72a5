"""A proposal's way from the lokalråd's draft to a decision."""

from django.db import models


class ProposalState(models.TextChoices):
    DRAFT = "draft", "kladde"
    SUBMITTED = "submitted", "indsendt"
    CHANGES_REQUESTED = "changes_requested", "ændringer ønskes"
    RECOMMENDED = "recommended", "indstillet"
    ACCEPTED_DISTRICT = "accepted_district", "optaget som kredsdækkende"
    ACCEPTED_LOCAL = "accepted_local", "optaget som lokalt emne"
    SUGGESTED = "suggested", "givet videre som ændring af et afsnit"
    REJECTED = "rejected", "afvist"
    MERGED = "merged", "samlet med et andet forslag"
    WITHDRAWN = "withdrawn", "trukket tilbage"
    POSTPONED = "postponed", "flyttet til næste år"


AWAITING_COUNCIL = (ProposalState.DRAFT, ProposalState.CHANGES_REQUESTED)
AWAITING_DECISION = (ProposalState.SUBMITTED, ProposalState.RECOMMENDED)
ACCEPTED = (ProposalState.ACCEPTED_DISTRICT, ProposalState.ACCEPTED_LOCAL)
UNDECIDED = (*AWAITING_DECISION, ProposalState.CHANGES_REQUESTED)
# Decided is not told: the lokalråd goes on seeing »indsendt« until the decision has a `DecisionAnnouncement`.
DECIDED = (
    *ACCEPTED,
    ProposalState.SUGGESTED,
    ProposalState.REJECTED,
    ProposalState.MERGED,
)

# A proposal that can still carry another one's wish into the plan, or has.
MERGEABLE_INTO = (
    ProposalState.SUBMITTED,
    ProposalState.CHANGES_REQUESTED,
    ProposalState.RECOMMENDED,
    *ACCEPTED,
    ProposalState.SUGGESTED,
)

NOT_DECIDED_THIS_YEAR = (ProposalState.WITHDRAWN, ProposalState.POSTPONED)

PROPOSAL_TRANSITIONS: dict[str, frozenset[str]] = {
    ProposalState.DRAFT: frozenset({ProposalState.SUBMITTED, ProposalState.WITHDRAWN}),
    ProposalState.SUBMITTED: frozenset(
        {ProposalState.CHANGES_REQUESTED, ProposalState.RECOMMENDED, *NOT_DECIDED_THIS_YEAR, *DECIDED}
    ),
    # A lokalråd that never answers does not keep its proposal from being decided as it was handed in.
    ProposalState.CHANGES_REQUESTED: frozenset({ProposalState.SUBMITTED, *NOT_DECIDED_THIS_YEAR, *DECIDED}),
    ProposalState.RECOMMENDED: frozenset({ProposalState.CHANGES_REQUESTED, *NOT_DECIDED_THIS_YEAR, *DECIDED}),
    # While its lokalråd can still hand it in.
    ProposalState.WITHDRAWN: frozenset({ProposalState.DRAFT}),
    # While it waits for next year's round; once that has it, it is withdrawn there.
    ProposalState.POSTPONED: frozenset({ProposalState.WITHDRAWN}),
}
