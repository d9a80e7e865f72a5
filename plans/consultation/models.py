"""What those who are heard write about a draft: one text per body, a council's or a partner's."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from councils.models import Council, Municipality
from plans.approval.models import Consultation
from plans.partners.models import Partner
from samarbejde.histories import History

NO_REMARKS = "Vi har læst udkastet og har ingen bemærkninger."


class ConsultationReply(models.Model):
    """One body's answer. What stood when the deadline passed stays, and what comes later stands beside it.

    When the consultation is open again, what is written then takes the place of both; the history has them.
    """

    consultation = models.ForeignKey(
        Consultation, models.PROTECT, related_name="replies", verbose_name="høring"
    )
    council = models.ForeignKey(
        Council, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="råd"
    )
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="kommune",
        help_text="Når det er kommunens borgmester i kredsrådet, der svarer",
    )
    partner = models.ForeignKey(
        Partner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="partner",
        help_text="Når det er en partner uden for rådene, der svarer",
    )
    text = models.TextField("bemærkning", blank=True)
    written_at = models.DateTimeField("skrevet", null=True, blank=True)
    late_text = models.TextField("bemærkning efter fristen", blank=True)
    late_at = models.DateTimeField("skrevet efter fristen", null=True, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="skrevet af",
    )
    version = models.PositiveIntegerField(default=0, editable=False)

    history = History()

    class Meta:
        verbose_name = "høringssvar"
        verbose_name_plural = "høringssvar"
        ordering = ["consultation", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "council", "municipality", "partner"],
                name="one_reply_per_body_and_consultation",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(council__isnull=False, partner=None, written_by__isnull=False)
                | Q(council=None, municipality=None, partner__isnull=False, written_by=None),
                name="a_reply_is_a_councils_or_a_partners",
            ),
            models.CheckConstraint(
                condition=~Q(text="") | ~Q(late_text=""), name="a_consultation_reply_says_something"
            ),
            models.CheckConstraint(
                condition=(Q(text="") & Q(written_at=None)) | (~Q(text="") & Q(written_at__isnull=False)),
                name="a_reply_in_time_has_a_time",
            ),
            models.CheckConstraint(
                condition=(Q(late_text="") & Q(late_at=None)) | (~Q(late_text="") & Q(late_at__isnull=False)),
                name="a_late_reply_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.newest

    @property
    def newest(self) -> str:
        return self.late_text or self.text

    @property
    def has_remarks(self) -> bool:
        return self.newest != NO_REMARKS


class Outcome(models.TextChoices):
    FOLLOWED = "followed", "følges"
    PARTLY = "partly", "følges delvist"
    NOT_FOLLOWED = "not_followed", "følges ikke"
    NOTED = "noted", "taget til efterretning"


class ReplyAnswer(models.Model):
    """What the secretariat answers a body, and what came of its remarks."""

    reply = models.OneToOneField(
        ConsultationReply, models.PROTECT, related_name="answer", verbose_name="høringssvar"
    )
    outcome = models.CharField("udfald", max_length=15, choices=Outcome)
    text = models.TextField("svar", blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    history = History()

    class Meta:
        verbose_name = "svar på bemærkning"
        verbose_name_plural = "svar på bemærkninger"
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=Outcome.values), name="an_answer_to_a_remark_has_a_known_outcome"
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=[Outcome.PARTLY, Outcome.NOT_FOLLOWED]) | ~Q(text=""),
                name="a_remark_that_is_not_followed_is_told_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.text}" if self.text else self.get_outcome_display()
