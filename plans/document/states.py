"""The plan's year as states (design: draft → consultation → discussed → signing → signed → published)."""

from django.db import models


class PlanState(models.TextChoices):
    DRAFT = "draft", "kladde"
    CONSULTATION = "consultation", "i høring"
    DISCUSSED = "discussed", "drøftet i kredsrådet"
    SIGNING = "signing", "til underskrift"
    SIGNED = "signed", "underskrevet"
    PUBLISHED = "published", "offentliggjort"


PLAN_TRANSITIONS: dict[str, frozenset[str]] = {
    PlanState.DRAFT: frozenset({PlanState.CONSULTATION}),
    PlanState.CONSULTATION: frozenset({PlanState.DISCUSSED, PlanState.DRAFT}),
    # Straight to published only when the plan's signatures are switched off.
    PlanState.DISCUSSED: frozenset(
        {PlanState.SIGNING, PlanState.SIGNED, PlanState.PUBLISHED, PlanState.DRAFT}
    ),
    PlanState.SIGNING: frozenset({PlanState.SIGNED, PlanState.DRAFT}),
    PlanState.SIGNED: frozenset({PlanState.PUBLISHED, PlanState.DRAFT}),
    # A correction after publication is a new edition; the old one stays public meanwhile.
    PlanState.PUBLISHED: frozenset({PlanState.DRAFT}),
}
