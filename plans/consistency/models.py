"""What the secretariat lets stand of what the check finds. Nobody's reason is changed or deleted."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from councils.models import Council
from plans.consistency.findings import key_of
from samarbejde.ledger.models import AppendOnly


class Waiver(AppendOnly):
    """Why a finding may stand, in the plan of this year and in those that come after it.

    It is of no plan's row, since next year's plan finds the same in a section of the same lineage.
    """

    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="råd")
    year = models.PositiveSmallIntegerField("fra planen for")
    code = models.CharField("kontrol", max_length=50)
    lineage = models.CharField("afsnittets eller emnets slægt", max_length=40, blank=True)
    quotation = models.TextField("det, der står", blank=True)
    message = models.TextField("fundet")
    reason = models.CharField("hvorfor det må stå", max_length=300)
    waived_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="sagt af"
    )
    waived_at = models.DateTimeField("sagt", default=timezone.now)

    class Meta:
        verbose_name = "fund, der må stå"
        verbose_name_plural = "fund, der må stå"
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="a_waiver_has_a_reason")]

    def __str__(self) -> str:
        return self.message

    @property
    def key(self) -> str:
        """As the finding's."""
        return key_of(self.code, self.lineage, self.quotation)


class TakenBack(AppendOnly):
    """That a finding may stand no more."""

    waiver = models.OneToOneField(
        Waiver, models.PROTECT, related_name="taken_back", verbose_name="fund, der måtte stå"
    )
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="taget tilbage af"
    )
    taken_at = models.DateTimeField("taget tilbage", default=timezone.now)

    class Meta:
        verbose_name = "fund, der ikke må stå mere"
        verbose_name_plural = "fund, der ikke må stå mere"

    def __str__(self) -> str:
        return str(self.waiver)
