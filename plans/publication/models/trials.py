from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from plans.approval.models import Discussion, SignatureRound
from plans.document.models import Plan
from plans.document.snapshot import Stored
from plans.publication.models.editions import LATE_AFTER
from plans.publication.models.told import TellsObstacles


class TrialState(models.TextChoices):
    QUEUED = "queued", "prøves"
    PASSED = "passed", "kan offentliggøres"
    FAILED = "failed", "kan ikke offentliggøres"
    UNTRIED = "untried", "kunne ikke prøves"


TRIAL_TRANSITIONS: dict[str, frozenset[str]] = {
    TrialState.QUEUED: frozenset({TrialState.PASSED, TrialState.FAILED, TrialState.UNTRIED}),
}


class TrialQuerySet(models.QuerySet["Trial"]):
    def of_the_text_as_it_is(self) -> "TrialQuerySet":
        """Not those of a text that was taken back since; of a lokalråd's, that was sent, its rounds tell."""
        sent = SignatureRound.objects.filter(plan=OuterRef("plan"), opened_at__gte=OuterRef("ordered_at"))
        return self.filter(Q(discussion__isnull=False) | ~Exists(sent), discussion__stood_until=None)


class Trial(TellsObstacles):
    """The very text that is to be signed, printed before anybody is asked to sign it."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="trials", verbose_name="plan")
    discussion = models.ForeignKey(
        Discussion, models.PROTECT, null=True, related_name="trials", verbose_name="efter drøftelsen"
    )
    state = models.CharField("tilstand", max_length=10, choices=TrialState, default=TrialState.QUEUED)
    snapshot: "models.JSONField[Stored, Stored]" = models.JSONField("tekst")
    place = models.CharField("underskrives i", max_length=100)
    deadline = models.DateField("underskrives senest")
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="bestilt af"
    )
    ordered_at = models.DateTimeField("bestilt", default=timezone.now)

    objects = TrialQuerySet.as_manager()

    class Meta:
        verbose_name = "prøvetryk"
        verbose_name_plural = "prøvetryk"
        ordering = ["-ordered_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan"], condition=Q(state="queued"), name="one_trial_print_of_a_plan_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(state__in=TrialState.values), name="a_trial_print_has_a_known_state"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["failed", "untried"]) | ~Q(obstacles=[]),
                name="a_trial_print_that_failed_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan}: {self.get_state_display()}"

    @property
    def is_late(self) -> bool:
        """It takes longer than a PDF ever does."""
        return self.state == TrialState.QUEUED and self.ordered_at < timezone.now() - LATE_AFTER
