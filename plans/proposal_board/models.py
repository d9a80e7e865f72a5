"""What the secretariat keeps of a proposal for itself: who looks after it, and the words it is sorted by."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from plans.proposals.models import Proposal

LONGEST_TAG = 40  # characters
MOST_TAGS = 10


class Handling(models.Model):
    """In a table of its own, so that nothing of it can come along with what a lokalråd is shown."""

    proposal = models.OneToOneField(Proposal, models.CASCADE, related_name="handling", verbose_name="forslag")
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="behandler",
    )
    tags = ArrayField(
        models.CharField(max_length=LONGEST_TAG), verbose_name="emneord", default=list, blank=True
    )

    class Meta:
        verbose_name = "behandling af et forslag"
        verbose_name_plural = "behandling af forslag"
        ordering = ["proposal"]
        constraints = [
            models.CheckConstraint(
                condition=Q(handler__isnull=False) | ~Q(tags=[]), name="a_handling_says_something"
            )
        ]

    def __str__(self) -> str:
        return ", ".join([str(self.handler), *self.tags] if self.handler else self.tags)
