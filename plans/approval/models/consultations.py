from django.conf import settings
from django.db import models
from django.utils import timezone

from plans.document.models import Plan


class Consultation(models.Model):
    """A draft was sent to be read: by when it is to be answered, and what the secretariat asked for."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="consultations", verbose_name="plan")
    sent_at = models.DateTimeField("sendt i høring", default=timezone.now)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="sendt af"
    )
    answer_by = models.DateField("bemærkninger senest", null=True, blank=True)
    note = models.TextField("besked til modtagerne", blank=True)

    class Meta:
        verbose_name = "høring"
        verbose_name_plural = "høringer"
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return f"Høring af {self.plan}"
