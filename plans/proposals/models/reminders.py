"""Which lokalråd were reminded of a round or of an answer, and on which day."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Value
from django.db.models.functions import Cast
from django.utils import timezone

from councils.models import Council
from plans.proposals.models.proposals import Proposal
from plans.proposals.models.rounds import ProposalRound

DAYS_BETWEEN = 5
_FIVE_DAYS = f"daterange(%(expressions)s, %(expressions)s + {DAYS_BETWEEN})"


def _point(column: str) -> Func:
    # GiST indexes whole numbers only as ranges, unless an extension is installed.
    number = Cast(column, models.BigIntegerField())
    return Func(number, number, Value("[]"), function="int8range")


class RoundReminder(models.Model):
    """A lokalråd was reminded: by itself so many days before its deadline, or by the secretariat."""

    round = models.ForeignKey(
        ProposalRound, models.CASCADE, related_name="reminders", verbose_name="forslagsrunde"
    )
    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="lokalråd")
    sent_on = models.DateField("sendt", default=timezone.localdate)
    days_left = models.SmallIntegerField("dage til fristen", null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="sendt af",
    )

    class Meta:
        verbose_name = "påmindelse om forslag"
        verbose_name_plural = "påmindelser om forslag"
        ordering = ["sent_on", "pk"]
        constraints = [
            ExclusionConstraint(
                name="no_two_reminders_within_five_days",
                expressions=[
                    (_point("round"), RangeOperators.OVERLAPS),
                    (_point("council"), RangeOperators.OVERLAPS),
                    (
                        Func(
                            F("sent_on"),
                            template=_FIVE_DAYS,
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.council}: {self.sent_on}"


class AnswerReminder(models.Model):
    """A lokalråd was reminded, by itself, that points are to be answered until a certain day."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="reminders", verbose_name="forslag")
    answer_by = models.DateTimeField("frist for svaret")
    days_left = models.SmallIntegerField("dage til fristen")
    sent_at = models.DateTimeField("sendt", default=timezone.now)

    class Meta:
        verbose_name = "påmindelse om svar på punkter"
        verbose_name_plural = "påmindelser om svar på punkter"
        ordering = ["sent_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "answer_by", "days_left"], name="nobody_is_reminded_twice_of_an_answer"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal}: {self.answer_by}"
