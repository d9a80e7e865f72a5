"""A proposal's way from the lokalråd's draft to a decision."""

from django.db import models


class ProposalState(models.TextChoices):
    DRAFT = "draft", "kladde"
    SUBMITTED = "submitted", "indsendt"
    CHANGES_REQUESTED = "changes_requested", "ændringer ønskes"
    RECOMMENDED = "recommended", "indstillet"
    ACCEPTED_DISTRICT = "accepted_district", "optaget som kredsdækkende"
    ACCEPTED_LOCAL = "accepted_local", "optaget som lokalt emne"
    REJECTED = "rejected", "afvist"
    MERGED = "merged", "samlet med et andet forslag"
    WITHDRAWN = "withdrawn", "trukket tilbage"


AWAITING_COUNCIL = (ProposalState.DRAFT, ProposalState.CHANGES_REQUESTED)
AWAITING_DECISION = (ProposalState.SUBMITTED, ProposalState.RECOMMENDED)
DECIDED = (
    ProposalState.ACCEPTED_DISTRICT,
    ProposalState.ACCEPTED_LOCAL,
    ProposalState.REJECTED,
    ProposalState.MERGED,
)

# A proposal that can still carry another one's wish into the plan, or has.
MERGEABLE_INTO = (
    ProposalState.SUBMITTED,
    ProposalState.CHANGES_REQUESTED,
    ProposalState.RECOMMENDED,
    ProposalState.ACCEPTED_DISTRICT,
    ProposalState.ACCEPTED_LOCAL,
)

PROPOSAL_TRANSITIONS: dict[str, frozenset[str]] = {
    ProposalState.DRAFT: frozenset({ProposalState.SUBMITTED, ProposalState.WITHDRAWN}),
    ProposalState.SUBMITTED: frozenset(
        {ProposalState.CHANGES_REQUESTED, ProposalState.RECOMMENDED, ProposalState.WITHDRAWN, *DECIDED}
    ),
    # A lokalråd that never answers does not keep its proposal from being decided as it was handed in.
    ProposalState.CHANGES_REQUESTED: frozenset({ProposalState.SUBMITTED, ProposalState.WITHDRAWN, *DECIDED}),
    ProposalState.RECOMMENDED: frozenset(
        {ProposalState.CHANGES_REQUESTED, ProposalState.WITHDRAWN, *DECIDED}
    ),
}
