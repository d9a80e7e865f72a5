"""What the secretariat has decided of a proposal and not told yet."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from plans.document.models import Scope
from plans.proposals.models import Outcome, Proposal

ACCEPTED = (Outcome.ACCEPTED_DISTRICT, Outcome.ACCEPTED_LOCAL)
INTO_THE_PLAN = (*ACCEPTED, Outcome.SUGGESTED)
TOPIC, SECTION = "topic", "section"  # what the words are added to, in place of a scope


class PendingDecision(models.Model):
    """A decision as it will be announced: nothing of it is anywhere else, and undone it leaves no trace.

    Its proposal stays in the state that its lokalråd sees, and the plan keeps its text, until all that is
    pending is announced at once. Then a `Decision` is written, for good.
    """

    proposal = models.OneToOneField(
        Proposal, models.CASCADE, related_name="pending_decision", verbose_name="forslag"
    )
    outcome = models.CharField("afgørelse", max_length=20, choices=Outcome)
    reason = models.TextField("begrundelse", blank=True)
    title = models.CharField("titel i planen", max_length=300, blank=True)
    text = models.TextField("tekst i planen", blank=True)
    onto = models.UUIDField("slægten af det emne eller afsnit, som teksten føjes til", null=True, blank=True)
    names_proposers = models.BooleanField("nævner, hvem der foreslog det", default=False)
    into = models.ForeignKey(
        Proposal,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="pending_parts",
        verbose_name="samles med",
    )
    seen = models.PositiveSmallIntegerField("læst udgave")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="afgjort af"
    )
    decided_at = models.DateTimeField("afgjort", default=timezone.now)

    class Meta:
        verbose_name = "afgørelse, der ikke er meddelt"
        verbose_name_plural = "afgørelser, der ikke er meddelt"
        ordering = ["proposal__council__sort_key", "proposal"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=Outcome.values), name="a_pending_decision_has_a_known_outcome"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=INTO_THE_PLAN) | ~Q(reason=""),
                name="what_is_rejected_or_merged_has_a_reason_at_once",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=INTO_THE_PLAN) & ~Q(title="") & ~Q(text="")
                | ~Q(outcome__in=INTO_THE_PLAN) & Q(title="", text=""),
                name="what_is_accepted_has_words_for_the_plan",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.SUGGESTED, onto__isnull=False)
                | Q(outcome__in=ACCEPTED)
                | ~Q(outcome__in=INTO_THE_PLAN) & Q(onto__isnull=True),
                name="what_is_suggested_for_a_section_says_for_which",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=ACCEPTED, onto__isnull=True) | Q(names_proposers=False),
                name="only_what_comes_into_the_plan_names_proposers",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.MERGED, into__isnull=False)
                | ~Q(outcome=Outcome.MERGED) & Q(into__isnull=True),
                name="what_is_merged_says_into_which_at_once",
            ),
            models.CheckConstraint(
                condition=Q(into__isnull=True) | ~Q(into=F("proposal")),
                name="nothing_is_to_be_merged_into_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.get_outcome_display()

    @property
    def typed(self) -> dict[str, object]:
        """As the form had it that decided so."""
        words: dict[str, object] = {"reason": self.reason}
        if self.into_id:
            return words | {"into": self.into_id}
        if self.outcome not in INTO_THE_PLAN:
            return words
        if self.onto is not None:
            kind = SECTION if self.outcome == Outcome.SUGGESTED else TOPIC
            return words | {"scope": kind, kind: str(self.onto), "text": self.text}
        scope = Scope.LOCAL if self.outcome == Outcome.ACCEPTED_LOCAL else Scope.DISTRICT
        words |= {"scope": scope, "title": self.title, "text": self.text}
        return words | {"names_proposers": self.names_proposers}

    @property
    def is_overtaken(self) -> bool:
        """Its lokalråd has handed in other words since it was decided."""
        return self.seen != self.proposal.latest_number
