"""Trial prints, orders to publish, and the editions that came of them."""

from plans.publication.models.drafts import DRAFT_TRANSITIONS, DraftPrint, DraftState
from plans.publication.models.editions import (
    LATE_AFTER,
    PUBLICATION_TRANSITIONS,
    UNDER_WAY,
    Edition,
    EditionFile,
    EditionQuerySet,
    Passage,
    Publication,
    PublicationState,
    SearchWord,
)
from plans.publication.models.trials import TRIAL_TRANSITIONS, Trial, TrialState

__all__ = [
    "DRAFT_TRANSITIONS",
    "LATE_AFTER",
    "PUBLICATION_TRANSITIONS",
    "TRIAL_TRANSITIONS",
    "UNDER_WAY",
    "DraftPrint",
    "DraftState",
    "Edition",
    "EditionFile",
    "EditionQuerySet",
    "Passage",
    "Publication",
    "PublicationState",
    "SearchWord",
    "Trial",
    "TrialState",
]
