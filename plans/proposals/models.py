from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from councils.models import Council
from plans.document.models import FocusArea, Plan, Scope, Section
from plans.proposals.states import AWAITING_COUNCIL, AWAITING_DECISION, DECIDED, ProposalState


class ProposalRoundQuerySet(models.QuerySet["ProposalRound"]):
    def open(self) -> "ProposalRoundQuerySet":
        """Those that have begun and whose common deadline has not passed."""
        now = timezone.now()
        return self.filter(opens_at__lte=now, deadline__gt=now)


class ProposalRound(models.Model):
    """The call to every lokalråd to propose what next year's plan should hold."""

    plan = models.OneToOneField(Plan, models.PROTECT, related_name="proposal_round", verbose_name="plan")
    guidance = models.TextField("vejledning", blank=True)
    opens_at = models.DateTimeField("åbner")
    deadline = models.DateTimeField("frist")

    history = HistoricalRecords()
    objects = ProposalRoundQuerySet.as_manager()

    class Meta:
        verbose_name = "forslagsrunde"
        verbose_name_plural = "forslagsrunder"
        ordering = ["-deadline"]
        constraints = [
            models.CheckConstraint(
                condition=Q(deadline__gt=F("opens_at")),
                name="a_round_ends_after_it_opens",
                violation_error_message="Fristen skal ligge efter, at runden åbner.",
            ),
        ]

    def __str__(self) -> str:
        return f"Forslagsrunde til {self.plan.title}"

    def deadline_for(self, council: Council) -> datetime:
        """The common deadline, or the council's own if the secretariat has extended it."""
        own = [extension.deadline for extension in self.extensions.all() if extension.council_id == council.pk]
        return max([self.deadline, *own])

    def is_open_for(self, council: Council) -> bool:
        return self.opens_at <= timezone.now() < self.deadline_for(council)


class Extension(models.Model):
    round = models.ForeignKey(ProposalRound, models.CASCADE, related_name="extensions", verbose_name="runde")
    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="lokalråd")
    deadline = models.DateTimeField("ny frist")
    reason = models.CharField("begrundelse", max_length=300)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "forlænget frist"
        verbose_name_plural = "forlængede frister"
        ordering = ["council__sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["round", "council"], name="one_extension_per_council_and_round"),
            models.CheckConstraint(condition=~Q(reason=""), name="an_extension_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.council}: {self.deadline}"


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def with_places(self) -> "ProposalQuerySet":
        return self.select_related("council__municipality", "round__plan__council__district")

    def awaiting_council(self) -> "ProposalQuerySet":
        return self.filter(state__in=AWAITING_COUNCIL)

    def awaiting_decision(self) -> "ProposalQuerySet":
        return self.filter(state__in=AWAITING_DECISION)

    def submitted_once(self) -> "ProposalQuerySet":
        """Without the drafts, which only their own lokalråd may see."""
        return self.exclude(submitted_at=None)


class Proposal(models.Model):
    """What one lokalråd wants in next year's plan."""

    round = models.ForeignKey(
        ProposalRound, models.PROTECT, related_name="proposals", verbose_name="forslagsrunde"
    )
    council = models.ForeignKey(Council, models.PROTECT, related_name="proposals", verbose_name="lokalråd")
    state = models.CharField("tilstand", max_length=20, choices=ProposalState, default=ProposalState.DRAFT)
    title = models.CharField("titel", max_length=200)
    scope = models.CharField("ønsket omfang", max_length=10, choices=Scope, default=Scope.DISTRICT)
    background = models.TextField("baggrund", blank=True)
    text = models.TextField("forslag til planens tekst", blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="skrevet af"
    )
    created_at = models.DateTimeField("oprettet", default=timezone.now)
    submitted_at = models.DateTimeField("indsendt", null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name="samlet i"
    )
    focus_area = models.ForeignKey(
        FocusArea, models.SET_NULL, null=True, blank=True, related_name="proposals", verbose_name="blev til"
    )

    history = HistoricalRecords()
    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = "forslag"
        verbose_name_plural = "forslag"
        ordering = ["round", "council__sort_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ProposalState.values), name="a_proposal_has_a_known_state"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="a_proposal_has_a_title"),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "withdrawn"]) | Q(submitted_at__isnull=False),
                name="a_proposal_under_review_was_submitted",
            ),
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False)
                | (~Q(state="merged") & Q(merged_into__isnull=True)),
                name="a_merged_proposal_says_into_which",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("pk")),
                name="a_proposal_is_not_merged_into_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_decided(self) -> bool:
        return self.state in DECIDED

    @property
    def plan_section(self) -> Section | None:
        """Where the accepted text stands, also for one merged into another."""
        source = self.merged_into or self
        return source.focus_area.section if source.focus_area else None


class ChangeRequest(models.Model):
    """One point the secretariat wants answered before it decides."""

    proposal = models.ForeignKey(
        Proposal, models.CASCADE, related_name="change_requests", verbose_name="forslag"
    )
    position = models.PositiveSmallIntegerField("punkt")
    wording = models.TextField("hvad der ønskes")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="bedt om af"
    )
    asked_at = models.DateTimeField("bedt om", default=timezone.now)
    answer = models.TextField("svar", blank=True)
    answered_at = models.DateTimeField("besvaret", null=True, blank=True)

    class Meta:
        verbose_name = "ønsket ændring"
        verbose_name_plural = "ønskede ændringer"
        ordering = ["proposal", "position"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "position"], name="change_requests_are_numbered"),
            models.CheckConstraint(condition=~Q(wording=""), name="a_change_request_says_what"),
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
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="skrevet af")
    written_at = models.DateTimeField("skrevet", default=timezone.now)
    shared = models.BooleanField("vises for lokalrådet", default=False)
    comment = models.TextField("bemærkning")
    recommendation = models.CharField(
        "indstilling", max_length=20, choices=Recommendation, blank=True, default=""
    )

    class Meta:
        verbose_name = "bemærkning"
        verbose_name_plural = "bemærkninger"
        ordering = ["written_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(comment=""), name="a_review_says_something"),
        ]

    def __str__(self) -> str:
        return self.comment


class Outcome(models.TextChoices):
    ACCEPTED_DISTRICT = "accepted_district", "optaget som kredsdækkende"
    ACCEPTED_LOCAL = "accepted_local", "optaget som lokalt emne"
    REJECTED = "rejected", "afvist"
    MERGED = "merged", "samlet med et andet forslag"


class DecisionQuerySet(models.QuerySet["Decision"]):
    def announced(self) -> "DecisionQuerySet":
        return self.filter(announced_at__lte=timezone.now())


class Decision(models.Model):
    """What was decided of a proposal, and why. The lokalråd sees it once it is announced."""

    proposal = models.OneToOneField(Proposal, models.PROTECT, related_name="decision", verbose_name="forslag")
    outcome = models.CharField("afgørelse", max_length=20, choices=Outcome)
    reason = models.TextField("begrundelse", blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="afgjort af"
    )
    decided_at = models.DateTimeField("afgjort", default=timezone.now)
    announced_at = models.DateTimeField("meddelt", null=True, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "afgørelse"
        verbose_name_plural = "afgørelser"
        ordering = ["-decided_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=["accepted_district", "accepted_local"]) | ~Q(reason=""),
                name="a_rejected_proposal_has_a_reason",
                violation_error_message="Skriv en begrundelse. Lokalrådet får den at se.",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=Outcome.values), name="a_decision_has_a_known_outcome"
            ),
        ]

    def __str__(self) -> str:
        return self.get_outcome_display()


class NoProposals(models.Model):
    """A lokalråd's word that it has no proposals this year: silence is not an answer."""

    round = models.ForeignKey(
        ProposalRound, models.CASCADE, related_name="no_proposals", verbose_name="forslagsrunde"
    )
    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="lokalråd")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="meldt af")
    said_at = models.DateTimeField("meldt", default=timezone.now)

    class Meta:
        verbose_name = "ingen forslag"
        verbose_name_plural = "ingen forslag"
        constraints = [
            models.UniqueConstraint(fields=["round", "council"], name="a_council_says_no_proposals_once"),
        ]

    def __str__(self) -> str:
        return f"{self.council}: ingen forslag"
