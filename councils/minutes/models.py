"""What is said of a meeting's minutes before they are approved, and what is put right afterwards."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from councils.meetings.models import AgendaItem, Meeting
from samarbejde.ledger.models import AppendOnly


class MinutesRemark(models.Model):
    """A member finds that a point was put down wrongly; whoever keeps the minutes answers."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="remarks", verbose_name="punkt")
    text = models.TextField("bemærkning")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="af")
    at = models.DateTimeField("skrevet", default=timezone.now)
    answer = models.TextField("svar", blank=True)
    answered_at = models.DateTimeField("besvaret", null=True)

    class Meta:
        verbose_name = "bemærkning til et referat"
        verbose_name_plural = "bemærkninger til referater"
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_remark_on_minutes_has_words"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="an_answered_remark_on_minutes_has_its_answer",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class MinutesCorrection(AppendOnly):
    """Approved minutes stay as they are; what was wrong in them is said beside them, and why."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="corrections", verbose_name="møde")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="corrections", verbose_name="punkt")
    text = models.TextField("rettelse")
    reason = models.TextField("begrundelse")
    at = models.DateTimeField("rettet", default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="af")

    class Meta:
        verbose_name = "rettelse af et referat"
        verbose_name_plural = "rettelser af referater"
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(reason=""), name="a_correction_of_minutes_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.text
