"""What the secretariat asks, remarks and decides."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from plans.proposals.models.proposals import Proposal
from samarbejde.ledger.models import AppendOnly


class ChangeRequest(models.Model):
    """One point the secretariat wants answered before it decides."""

    proposal = models.ForeignKey(
        Proposal, models.CASCADE, related_name="change_requests", verbose_name="forslag"
    )
    position = models.PositiveSmallIntegerField("punkt")
    wording = models.TextField("hvad der ønskes")
    about = models.PositiveSmallIntegerField("læst udgave", default=1)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="bedt om af"
    )
    asked_at = models.DateTimeField("bedt om", default=timezone.now)
    answer = models.TextField("svar", blank=True, help_text="Lokalrådets kladde, til punktet er besvaret")
    answered_at = models.DateTimeField("besvaret", null=True, blank=True)

    class Meta:
        verbose_name = "ønsket ændring"
        verbose_name_plural = "ønskede ændringer"
        ordering = ["proposal", "position"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "position"], name="change_requests_are_numbered"),
            models.CheckConstraint(condition=~Q(wording=""), name="a_change_request_says_what"),
            models.CheckConstraint(
                condition=Q(about__gt=0), name="a_change_request_is_about_what_was_handed_in"
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | ~Q(answer=""),
                name="an_answered_change_request_has_an_answer",
            ),
        ]

    def __str__(self) -> str:
        return self.wording


class Recommendation(models.TextChoices):
    ACCEPT_DISTRICT = "accepted_district", "optag som kredsdækkende"
    ACCEPT_LOCAL = "accepted_local", "optag som lokalt emne"
    REJECT = "rejected", "afvis"


class Review(models.Model):
    """A comment on a proposal, internal or shared with its lokalråd, and perhaps a recommendation."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="reviews", verbose_name="forslag")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="skrevet af"
    )
    written_at = models.DateTimeField("skrevet", default=timezone.now)
    shared = models.BooleanField("vises for lokalrådet", default=False)
    comment = models.TextField("bemærkning")
    recommendation = models.CharField(
        "indstilling", max_length=20, choices=Recommendation, blank=True, default=""
    )
    form_key = models.UUIDField(default=uuid.uuid4, editable=False)

    class Meta:
        verbose_name = "bemærkning"
        verbose_name_plural = "bemærkninger"
        ordering = ["written_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(comment=""), name="a_review_says_something"),
            models.CheckConstraint(
                condition=Q(recommendation__in=["", *Recommendation.values]),
                name="a_review_has_a_known_recommendation",
            ),
            models.UniqueConstraint(
                fields=["proposal", "form_key"], name="a_form_sent_twice_makes_one_review"
            ),
        ]

    def __str__(self) -> str:
        return self.comment


class Outcome(models.TextChoices):
    ACCEPTED_DISTRICT = "accepted_district", "optaget som kredsdækkende"
    ACCEPTED_LOCAL = "accepted_local", "optaget som lokalt emne"
    SUGGESTED = "suggested", "givet videre som ændring af et afsnit"
    REJECTED = "rejected", "afvist"
    MERGED = "merged", "samlet med et andet forslag"


class DecisionQuerySet(models.QuerySet["Decision"]):
    def announced(self) -> "DecisionQuerySet":
        return self.filter(announcement__announced_at__lte=timezone.now())


class Decision(AppendOnly):
    """What was decided of a proposal, and why. The lokalråd sees it once it is announced."""

    proposal = models.OneToOneField(Proposal, models.PROTECT, related_name="decision", verbose_name="forslag")
    outcome = models.CharField("afgørelse", max_length=20, choices=Outcome)
    reason = models.TextField("begrundelse", blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="afgjort af"
    )
    decided_at = models.DateTimeField("afgjort", default=timezone.now)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "afgørelse"
        verbose_name_plural = "afgørelser"
        ordering = ["-decided_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome="rejected") | ~Q(reason=""),
                name="a_rejected_proposal_has_a_reason",
                violation_error_message="Skriv en begrundelse. Lokalrådet får den at se.",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="merged") | ~Q(reason=""),
                name="a_merged_proposal_has_a_reason",
                violation_error_message="Skriv, hvorfor forslagene samles. Begge lokalråd får det at se.",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=Outcome.values), name="a_decision_has_a_known_outcome"
            ),
        ]

    def __str__(self) -> str:
        return self.get_outcome_display()

    @property
    def explanation(self) -> str:
        """Why, in all the words that lokalråd read of it, on their pages and in their letters."""
        return self.reason

    @property
    def is_announced(self) -> bool:
        return hasattr(self, "announcement")


class DecisionAnnouncement(AppendOnly):
    """That the lokalråd was told of a decision. Until then the decision is pending."""

    decision = models.OneToOneField(
        Decision, models.PROTECT, related_name="announcement", verbose_name="afgørelse"
    )
    announced_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="meddelt af"
    )
    announced_at = models.DateTimeField("meddelt", default=timezone.now)

    class Meta:
        verbose_name = "meddelt afgørelse"
        verbose_name_plural = "meddelte afgørelser"

    def __str__(self) -> str:
        return str(self.decision)
