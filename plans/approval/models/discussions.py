"""That the kredsråd discussed a plan, and the one pass in which it wrote in what it asked for."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from councils.models import AgendaItem, Meeting
from plans.document.models import FrozenText, Plan
from samarbejde.ledger.models import AppendOnly


class DiscussionQuerySet(models.QuerySet["Discussion"]):
    def standing(self) -> "DiscussionQuerySet":
        """Those of the text as it is: a plan that goes back to draft must be discussed again."""
        return self.filter(stood_until=None)


class Discussion(models.Model):
    """The gate of retsplejeloven § 113: the plan was discussed in the kredsråd."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="discussions", verbose_name="plan")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="discussions", verbose_name="møde")
    agenda_item = models.ForeignKey(
        AgendaItem, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dagsordenspunkt"
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="ført af"
    )
    recorded_at = models.DateTimeField("ført", default=timezone.now)
    early_reason = models.TextField("hvorfor før høringen var slut", blank=True)
    stood_until = models.DateTimeField("gjaldt, til planen blev kladde igen", null=True, blank=True)

    objects = DiscussionQuerySet.as_manager()

    class Meta:
        verbose_name = "drøftelse"
        verbose_name_plural = "drøftelser"
        ordering = ["-recorded_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan"], condition=Q(stood_until=None), name="one_standing_discussion_per_plan"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan}: {self.meeting}"

    @property
    def correction_pass(self) -> "CorrectionPass | None":
        """The kredsråd agreed to the plan with corrections; None where it asked for none."""
        found: CorrectionPass | None = getattr(self, "corrections", None)
        return found


class CorrectionPass(AppendOnly):
    """The kredsråd agreed with corrections: from this text on they are written in, once for a meeting."""

    discussion = models.OneToOneField(
        Discussion, models.PROTECT, related_name="corrections", verbose_name="drøftelse"
    )
    text = models.OneToOneField(
        FrozenText, models.PROTECT, related_name="discussed", verbose_name="teksten, som den blev drøftet"
    )
    begun_at = models.DateTimeField("begyndt", default=timezone.now)
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="begyndt af"
    )

    class Meta:
        verbose_name = "rettelser efter drøftelsen"
        verbose_name_plural = "rettelser efter drøftelsen"

    def __str__(self) -> str:
        return f"Rettelser efter {self.discussion}"

    @property
    def is_open(self) -> bool:
        return not hasattr(self, "made")


class CorrectionsMade(AppendOnly):
    """The end of the pass: the corrected text, and each correction as it stood that day."""

    correction_pass = models.OneToOneField(
        CorrectionPass, models.PROTECT, related_name="made", verbose_name="rettelser"
    )
    text = models.OneToOneField(
        FrozenText, models.PROTECT, related_name="corrected", verbose_name="den rettede tekst"
    )
    changes = models.JSONField("hvad der blev rettet", default=list)
    ended_at = models.DateTimeField("afsluttet", default=timezone.now)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="afsluttet af"
    )

    class Meta:
        verbose_name = "afsluttede rettelser"
        verbose_name_plural = "afsluttede rettelser"

    def __str__(self) -> str:
        return f"{self.correction_pass}, afsluttet"
