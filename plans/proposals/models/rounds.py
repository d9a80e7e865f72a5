"""The call for proposals: its deadline, the longer ones, and who has said there is nothing."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from councils.models import Council
from plans.document.models import Plan
from plans.document.states import OPEN
from plans.proposals.states import ProposalState
from samarbejde.deadlines import is_over
from samarbejde.histories import History


class ProposalRoundQuerySet(models.QuerySet["ProposalRound"]):
    def begun_for(self, councils: Iterable[Council]) -> "ProposalRoundQuerySet":
        """Those in the districts of these lokalråd whose plan can still be written."""
        theirs = self.filter(plan__council__district__in={council.district_id for council in councils})
        return theirs.begun().filter(plan__state__in=OPEN)

    def begun(self) -> "ProposalRoundQuerySet":
        return self.filter(opens_at__lte=timezone.now())

    def due_to_open(self) -> "ProposalRoundQuerySet":
        """Their minute has come, and the lokalråd are not written to yet."""
        waiting = self.begun().filter(called_at=None, deadline__gt=timezone.now(), plan__state__in=OPEN)
        return waiting.select_related("plan__council__district")


class ProposalRound(models.Model):
    """The call to every lokalråd to propose what next year's plan should hold."""

    plan = models.OneToOneField(Plan, models.PROTECT, related_name="proposal_round", verbose_name="plan")
    guidance = models.TextField("vejledning", blank=True)
    opens_at = models.DateTimeField("åbner")
    called_at = models.DateTimeField("lokalrådene er skrevet til", null=True, blank=True)
    deadline = models.DateTimeField("frist")
    questions = models.JSONField("spørgsmål", default=list, blank=True)  # each as `Question`
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()
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
            models.CheckConstraint(
                condition=Q(questions__contains=[]) & ~Q(questions__contains=[{"wording": ""}]),
                name="a_rounds_questions_say_something",
            ),
        ]

    def __str__(self) -> str:
        return f"Forslagsrunde til {self.plan.title}"

    @property
    def councils(self) -> models.QuerySet[Council]:
        """Every lokalråd that is asked, in Danish order."""
        return Council.objects.local_in(self.plan.council.district_id)

    def unanswered(self) -> models.QuerySet[Council]:
        """The lokalråd that have neither a proposal with the secretariat nor said that there is none."""
        taken_back = (ProposalState.DRAFT, ProposalState.WITHDRAWN)
        handed_in = self.proposals.exclude(submitted_at=None).exclude(state__in=taken_back)
        answered = handed_in.values("council").union(self.no_proposals.values("council"))
        return self.councils.exclude(pk__in=answered)

    def deadline_for(self, council: Council) -> datetime:
        """The common deadline, or the council's own if the secretariat has extended it."""
        own = [longer.deadline for longer in self.extensions.all() if longer.council_id == council.pk]
        return max([self.deadline, *own])

    @property
    def is_closed(self) -> bool:
        """The kredsråd has discussed the plan, so nothing new comes into it, whatever the deadlines say."""
        return self.plan.state not in OPEN

    @property
    def is_called(self) -> bool:
        """The lokalråd have been told, so its opening cannot be moved any more."""
        return self.called_at is not None

    @property
    def may_be_asked_anew(self) -> bool:
        """Nobody has been asked yet, so what is asked can be changed without changing what answers mean."""
        return not self.is_called and not self.has_begun

    @property
    def has_begun(self) -> bool:
        return self.opens_at <= timezone.now()

    def is_open_for(self, council: Council) -> bool:
        in_time = self.has_begun and not is_over(self.deadline_for(council))
        return in_time and not self.is_closed


def later_round(plan: Plan) -> ProposalRound | None:
    """The first open round of the same kredsråd after this plan's, while its plan can still be written."""
    later = ProposalRound.objects.begun().filter(plan__council=plan.council_id, plan__year__gt=plan.year)
    return (
        later.filter(plan__state__in=OPEN)
        .select_related("plan__council__district")
        .order_by("plan__year")
        .first()
    )


def round_of(plan: Plan) -> ProposalRound | None:
    """The plan's round with its longer deadlines, if one was opened."""
    found = ProposalRound.objects.filter(plan=plan).prefetch_related("extensions").first()
    if found is not None:
        found.plan = plan
    return found


class Extension(models.Model):
    round = models.ForeignKey(ProposalRound, models.CASCADE, related_name="extensions", verbose_name="runde")
    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="lokalråd")
    deadline = models.DateTimeField("ny frist")
    reason = models.CharField("begrundelse", max_length=300)

    history = History()

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


class NoProposals(models.Model):
    """A lokalråd's word that it has no proposals this year: silence is not an answer."""

    round = models.ForeignKey(
        ProposalRound, models.CASCADE, related_name="no_proposals", verbose_name="forslagsrunde"
    )
    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="lokalråd")
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="meldt af"
    )
    said_at = models.DateTimeField("meldt", default=timezone.now)

    class Meta:
        verbose_name = "ingen forslag"
        verbose_name_plural = "ingen forslag"
        constraints = [
            models.UniqueConstraint(fields=["round", "council"], name="a_council_says_no_proposals_once"),
        ]

    def __str__(self) -> str:
        return f"{self.council}: ingen forslag"
