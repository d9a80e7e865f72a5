"""The plan's year as states; from draft to published, and back to draft from each."""

from django.db import models


class PlanState(models.TextChoices):
    DRAFT = "draft", "kladde"
    CONSULTATION = "consultation", "i høring"
    DISCUSSED = "discussed", "drøftet i kredsrådet"
    CORRECTING = "correcting", "rettes efter drøftelsen"
    SIGNING = "signing", "til underskrift"
    SIGNED = "signed", "underskrevet"
    PUBLISHED = "published", "offentliggjort"


# Lokalråd may still propose and answer.
OPEN = (PlanState.DRAFT, PlanState.CONSULTATION)
# The text may be changed.
WRITABLE = (*OPEN, PlanState.CORRECTING)

PLAN_TRANSITIONS: dict[str, frozenset[str]] = {
    # Back to published when a new edition is cancelled.
    PlanState.DRAFT: frozenset({PlanState.CONSULTATION, PlanState.PUBLISHED}),
    PlanState.CONSULTATION: frozenset({PlanState.DISCUSSED, PlanState.DRAFT}),
    # Straight to published only when the plan's signatures are switched off.
    PlanState.DISCUSSED: frozenset(
        {
            PlanState.CORRECTING,
            PlanState.SIGNING,
            PlanState.SIGNED,
            PlanState.PUBLISHED,
            PlanState.DRAFT,
        }
    ),
    # What the kredsråd asked for is written in once; then the plan is discussed without a new meeting.
    PlanState.CORRECTING: frozenset({PlanState.DISCUSSED, PlanState.DRAFT}),
    PlanState.SIGNING: frozenset({PlanState.SIGNED, PlanState.DRAFT}),
    PlanState.SIGNED: frozenset({PlanState.PUBLISHED, PlanState.DRAFT}),
    # A correction after publication is a new edition; the old one stays public meanwhile.
    PlanState.PUBLISHED: frozenset({PlanState.DRAFT}),
}
# The law asks for no consultation of a lokalråd's plan, nor that the kredsråd discusses it.
LOCAL_PLAN_TRANSITIONS: dict[str, frozenset[str]] = {
    PlanState.DRAFT: frozenset({PlanState.SIGNING, PlanState.PUBLISHED}),
    PlanState.SIGNING: PLAN_TRANSITIONS[PlanState.SIGNING],
    PlanState.SIGNED: PLAN_TRANSITIONS[PlanState.SIGNED],
    PlanState.PUBLISHED: PLAN_TRANSITIONS[PlanState.PUBLISHED],
}
