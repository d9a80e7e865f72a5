"""New words for a section, offered by somebody who may not write it. What was offered is never changed."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from plans.document.models import Plan


class SuggestionState(models.TextChoices):
    WAITING = "waiting", "venter"
    ACCEPTED = "accepted", "optaget"
    DECLINED = "declined", "afvist"
    WITHDRAWN = "withdrawn", "trukket tilbage"


# From waiting to each of the others, and no further.
SUGGESTION_TRANSITIONS: dict[str, frozenset[str]] = {
    SuggestionState.WAITING: frozenset(SuggestionState) - {SuggestionState.WAITING},
}
DECIDED = (SuggestionState.ACCEPTED, SuggestionState.DECLINED)


class Suggestion(models.Model):
    """The whole text of a section as somebody would have it, over version `base_version` of it.

    It hangs on the section's lineage, as comments do.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="suggestions", verbose_name="plan")
    lineage = models.UUIDField("afsnittets slægt")
    section_title = models.CharField("afsnit, som det hed", max_length=300)
    base_version = models.PositiveIntegerField("skrevet over version")
    heading = models.CharField("overskrift", max_length=300, blank=True)
    body = models.TextField("tekst", blank=True)
    closing = models.TextField("tekst efter oplysningerne", blank=True)
    reason = models.TextField("hvorfor", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="af")
    at = models.DateTimeField("skrevet", default=timezone.now)
    form_key = models.UUIDField(default=uuid.uuid4, editable=False)
    state = models.CharField(
        "tilstand", max_length=10, choices=SuggestionState, default=SuggestionState.WAITING
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="afgjort af",
    )
    decided_at = models.DateTimeField("afgjort", null=True, blank=True)
    answer = models.TextField("begrundelse", blank=True)
    became_version = models.PositiveIntegerField("blev til version", null=True, blank=True)

    class Meta:
        verbose_name = "ændringsforslag"
        verbose_name_plural = "ændringsforslag"
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["plan", "lineage"], name="suggestions_by_section")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=SuggestionState.values), name="a_suggestion_has_a_known_state"
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(answer=""), name="a_declined_suggestion_has_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(state__in=DECIDED, decided_by__isnull=False, decided_at__isnull=False)
                | Q(~Q(state__in=DECIDED), decided_by=None, decided_at=None),
                name="a_decided_suggestion_says_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(state="accepted", became_version__isnull=False)
                | Q(~Q(state="accepted"), became_version=None),
                name="an_accepted_suggestion_became_a_version",
            ),
            models.UniqueConstraint(
                fields=["plan", "form_key"], name="a_form_sent_twice_makes_one_suggestion"
            ),
        ]

    def __str__(self) -> str:
        return f"ændringsforslaget til »{self.section_title}«"

    @property
    def is_waiting(self) -> bool:
        return self.state == SuggestionState.WAITING
