"""The whole plan as it was at one step of its year, or on a day that the secretariat named."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from plans.document.models.frozen_texts import FrozenText
from plans.document.models.plans import Plan
from samarbejde.ledger.models import AppendOnly

LONGEST_NAME = 100


class Step(models.TextChoices):
    """What the portal calls a version that it keeps by itself. An edition is kept as an edition."""

    CONSULTATION = "Sendt i høring"
    DISCUSSED = "Drøftet i kredsrådet"
    CORRECTED = "Rettet efter drøftelsen"
    TO_BE_SIGNED = "Sendt til underskrift"
    SIGNED = "Underskrevet"
    TAKEN_BACK = "Før planen blev kladde igen"
    CANCELLED = "Før den nye udgave blev fortrudt"


class KeptVersion(AppendOnly):
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="kept_versions", verbose_name="plan")
    name = models.CharField("navn", max_length=LONGEST_NAME)
    text = models.ForeignKey(FrozenText, models.PROTECT, related_name="kept_versions", verbose_name="tekst")
    kept_at = models.DateTimeField("gemt", default=timezone.now)
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="gemt af"
    )

    class Meta:
        verbose_name = "gemt version"
        verbose_name_plural = "gemte versioner"
        ordering = ["-kept_at", "-pk"]
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="a_kept_version_has_a_name")]

    def __str__(self) -> str:
        return f"{self.plan}: {self.name}"
