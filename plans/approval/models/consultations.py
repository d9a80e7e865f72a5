from django.conf import settings
from django.db import models
from django.utils import timezone

from plans.document.models import Plan
from plans.document.states import OPEN, PlanState
from samarbejde.deadlines import is_over


class Consultation(models.Model):
    """A draft was sent to be read: by when it is to be answered, and what the secretariat asked for."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="consultations", verbose_name="plan")
    sent_at = models.DateTimeField("sendt i høring", default=timezone.now)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="sendt af"
    )
    answer_by = models.DateField("bemærkninger senest", null=True, blank=True)
    note = models.TextField("besked til modtagerne", blank=True)
    reminded_on = models.DateField("senest påmindet", null=True, blank=True)

    class Meta:
        verbose_name = "høring"
        verbose_name_plural = "høringer"
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return f"Høring af {self.plan}"

    @property
    def is_open(self) -> bool:
        """The last day for remarks is not over, and the kredsråd has not met on the draft.

        The day that people were told stands also where the draft is written on again before it has come.
        """
        if self.answer_by is None:
            return bool(self.plan.state == PlanState.CONSULTATION)
        return self.plan.state in OPEN and not self.has_passed

    @property
    def has_passed(self) -> bool:
        """The last day for remarks, where there is one."""
        return self.answer_by is not None and is_over(self.answer_by)
