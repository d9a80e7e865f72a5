from django.db import models

from councils.models import Membership
from plans.document.models import Plan
from samarbejde.histories import History


class Approver(models.Model):
    """Who is named to approve a lokalråd's plan, for police or kommune, when it is sent to be signed."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="approvers", verbose_name="plan")
    membership = models.ForeignKey(
        Membership, models.PROTECT, related_name="approves", verbose_name="medlemskab"
    )
    position = models.PositiveSmallIntegerField("rækkefølge")

    history = History()

    class Meta:
        verbose_name = "godkender"
        verbose_name_plural = "godkendere"
        ordering = ["plan", "position"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "membership"], name="a_plan_has_an_approver_once"),
        ]

    def __str__(self) -> str:
        return str(self.membership)
