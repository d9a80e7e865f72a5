"""The rows of this room, in the order in which they come to be."""

from plans.approval.models.consultations import Consultation
from plans.approval.models.discussions import CorrectionPass, CorrectionsMade, Discussion
from plans.approval.models.signatures import (
    ROUND_TRANSITIONS,
    STANDING,
    GivenSignature,
    RoundState,
    Signature,
    SignatureMethod,
    SignatureRound,
    SignatureState,
    Voiding,
)

__all__ = [
    "ROUND_TRANSITIONS",
    "STANDING",
    "Consultation",
    "CorrectionPass",
    "CorrectionsMade",
    "Discussion",
    "GivenSignature",
    "RoundState",
    "Signature",
    "SignatureMethod",
    "SignatureRound",
    "SignatureState",
    "Voiding",
]
