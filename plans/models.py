"""The rooms' tables, gathered for Django: one app, one migration history."""

from plans.approval.models import (
    Discussion,
    FrozenText,
    GivenSignature,
    Signature,
    SignatureRound,
    Voiding,
)
from plans.document.models import FocusArea, MultiYearAgreement, Plan, Priority, Section, Signatory
from plans.follow_up.models import Duty
from plans.importing.models import ImportedDocument
from plans.proposals.models import (
    ChangeRequest,
    Decision,
    DecisionAnnouncement,
    Extension,
    NoProposals,
    Proposal,
    ProposalRound,
    Review,
    Submission,
)
from plans.publication.models import Edition, EditionFile, Passage, Publication

__all__ = [
    "ChangeRequest",
    "Decision",
    "DecisionAnnouncement",
    "Discussion",
    "Duty",
    "Edition",
    "EditionFile",
    "Extension",
    "FocusArea",
    "FrozenText",
    "GivenSignature",
    "ImportedDocument",
    "MultiYearAgreement",
    "NoProposals",
    "Passage",
    "Plan",
    "Priority",
    "Proposal",
    "ProposalRound",
    "Publication",
    "Review",
    "Section",
    "Signatory",
    "Signature",
    "SignatureRound",
    "Submission",
    "Voiding",
]
