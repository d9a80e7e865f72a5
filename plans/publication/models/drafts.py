from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from plans.document.models import Plan
from plans.publication.models.editions import LATE_AFTER

KEPT_FOR = timedelta(days=7)


class DraftState(models.TextChoices):
    QUEUED = "queued", "bliver lavet"
    DONE = "done", "er færdig"
    FAILED = "failed", "blev ikke lavet"


DRAFT_TRANSITIONS: dict[str, frozenset[str]] = {
    DraftState.QUEUED: frozenset({DraftState.DONE, DraftState.FAILED})
}


class DraftPrint(models.Model):
    """A PDF of a whole draft, for who may read it and asked. The newest alone is kept, for a while."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="draft_prints", verbose_name="plan")
    state = models.CharField("tilstand", max_length=10, choices=DraftState, default=DraftState.QUEUED)
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="bestilt af"
    )
    ordered_at = models.DateTimeField("bestilt", default=timezone.now)
    text_hash = models.CharField("kontrolsum af teksten", max_length=64, blank=True)
    printed_on = models.DateField("lavet den", null=True, blank=True)
    content = models.BinaryField("PDF", null=True)
    failure = models.TextField("hvad gik galt", blank=True)

    class Meta:
        verbose_name = "PDF af et udkast"
        verbose_name_plural = "PDF'er af udkast"
        ordering = ["-ordered_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan"], condition=Q(state="queued"), name="one_print_of_a_draft_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(state__in=DraftState.values), name="a_print_of_a_draft_has_a_known_state"
            ),
            models.CheckConstraint(
                condition=~Q(state="done")
                | Q(content__isnull=False, printed_on__isnull=False) & ~Q(text_hash=""),
                name="a_finished_print_of_a_draft_has_its_file",
            ),
            models.CheckConstraint(
                condition=~Q(state="failed") | ~Q(failure=""), name="a_failed_print_of_a_draft_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan}: {self.get_state_display()}"

    @property
    def is_late(self) -> bool:
        """It takes longer than a PDF ever does."""
        return self.state == DraftState.QUEUED and self.ordered_at < timezone.now() - LATE_AFTER

    def is_of(self, text_hash: str, day: date) -> bool:
        """It says what would be printed now: the day of a draft stands on it."""
        return self.state == DraftState.DONE and (self.text_hash, self.printed_on) == (text_hash, day)
