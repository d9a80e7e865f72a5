"""What a lokalråd writes, and what it has handed in."""

import uuid
from collections.abc import Iterator

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from councils.models import Council
from plans.document.models import FocusArea
from plans.proposals.models.rounds import ProposalRound
from plans.proposals.models.words import ProposalWords
from plans.proposals.states import (
    ACCEPTED,
    AWAITING_COUNCIL,
    AWAITING_DECISION,
    DECIDED,
    MERGEABLE_INTO,
    PROPOSAL_TRANSITIONS,
    ProposalState,
)
from samarbejde.histories import History
from samarbejde.ledger.models import AppendOnly
from samarbejde.transitions import may_move


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def with_places(self) -> "ProposalQuerySet":
        return self.select_related("council__municipality", "round__plan__council__district")

    def submitted_once(self) -> "ProposalQuerySet":
        """Without the drafts, which only their own lokalråd may see."""
        return self.exclude(submitted_at=None)

    def with_fate(self) -> "ProposalQuerySet":
        """With what was decided of it, and of the one it was merged into, and where the text went."""
        other = Proposal.objects.select_related("council").with_decision().with_topic()
        return self.with_decision().with_topic().prefetch_related(models.Prefetch("merged_into", other))

    def with_decision(self) -> "ProposalQuerySet":
        return self.select_related("decision__decided_by", "decision__announcement")

    def with_topic(self) -> "ProposalQuerySet":
        return self.select_related(
            *(f"focus_area__{at}" for at in ("section", "plan", "council__municipality"))
        )

    def with_titles(self) -> "ProposalQuerySet":
        """With what lists show of the latest submission: its title, not its whole text."""
        submissions = Submission.objects.only("proposal", "number", "title", "scope", "submitted_at")
        return self.prefetch_related(models.Prefetch("submissions", submissions))


class Proposal(ProposalWords):
    """What one lokalråd wants in next year's plan, as the lokalråd is writing it.

    Its title and texts are the lokalråd's own working copy. Everybody else reads `Submission`s.
    """

    round = models.ForeignKey(
        ProposalRound, models.PROTECT, related_name="proposals", verbose_name="forslagsrunde"
    )
    council = models.ForeignKey(Council, models.PROTECT, related_name="proposals", verbose_name="lokalråd")
    state = models.CharField("tilstand", max_length=20, choices=ProposalState, default=ProposalState.DRAFT)
    version = models.PositiveIntegerField(default=1, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="skrevet af"
    )
    created_at = models.DateTimeField("oprettet", default=timezone.now)
    form_key = models.UUIDField(default=uuid.uuid4, editable=False)
    submitted_at = models.DateTimeField("senest indsendt", null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name="samlet i"
    )
    carried_from = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="carried_to", verbose_name="flyttet fra"
    )
    focus_area = models.ForeignKey(
        FocusArea, models.SET_NULL, null=True, blank=True, related_name="proposals", verbose_name="blev til"
    )

    history = History()
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
            models.UniqueConstraint(
                fields=["round", "council", "form_key"], name="a_form_sent_twice_makes_one_proposal"
            ),
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
            models.CheckConstraint(
                condition=Q(carried_from__isnull=True) | ~Q(carried_from=F("pk")),
                name="a_proposal_is_not_carried_from_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def latest(self) -> "Submission | None":
        """What was handed in last: the words that are reviewed and decided on."""
        return max(self.submissions.all(), key=lambda submission: submission.number, default=None)

    @property
    def latest_number(self) -> int:
        """Which of its submissions is the latest; 0 for a draft."""
        return self.latest.number if self.latest else 0

    @property
    def public_title(self) -> str:
        """Its title as handed in; "" for a draft."""
        return self.latest.title if self.latest else ""

    @property
    def may_be_written(self) -> bool:
        return self.state in AWAITING_COUNCIL

    @property
    def awaits_decision(self) -> bool:
        return self.state in AWAITING_DECISION

    @property
    def may_be_decided(self) -> bool:
        return may_move(self, ProposalState.REJECTED, PROPOSAL_TRANSITIONS)

    @property
    def is_decided(self) -> bool:
        return self.state in DECIDED

    @property
    def has_left_the_plan(self) -> bool:
        """It was accepted, and its topic has been taken out again."""
        return self.state in ACCEPTED and self.focus_area_id is None

    def mergeable_with(self) -> ProposalQuerySet:
        """The proposals of its round that it can be merged into."""
        others = Proposal.objects.filter(round=self.round_id, state__in=MERGEABLE_INTO).exclude(pk=self.pk)
        others = others.exclude(state__in=ACCEPTED, focus_area=None)
        return others.with_places().with_titles().order_by("council__sort_key", "pk")

    def in_full(self) -> "Proposal":
        """Itself with all that its page shows, each part read where there is one: PostgreSQL is longer in
        planning two dozen joins than in reading their rows.
        """
        topics = FocusArea.objects.select_related("plan", "council__municipality")
        others = Proposal.objects.select_related("council").with_fate()
        years = Proposal.objects.select_related("round__plan__council__district")
        parts = {
            "focus_area": topics if self.focus_area_id else None,
            "merged_into": others if self.merged_into_id else None,
            "carried_from": years if self.carried_from_id else None,
            "carried_to": years if self.state == ProposalState.POSTPONED else None,
            "submissions": Submission.objects.order_by("number"),
        }
        there = [models.Prefetch(part, rows) for part, rows in parts.items() if rows is not None]
        models.prefetch_related_objects([self], *there, "round__extensions")
        return self

    @property
    def standing_in(self) -> "Proposal":
        """The proposal that decides its fate: itself, or where merging and moving on have led in the end."""
        proposal = self
        while following := proposal.merged_into or proposal.in_a_later_round:
            proposal = following
        return proposal

    @property
    def in_a_later_round(self) -> "Proposal | None":
        """What became of it when it was moved on; None while it waits for a round."""
        return getattr(self, "carried_to", None) if self.state == ProposalState.POSTPONED else None

    def everything_merged(self) -> "Iterator[Proposal]":
        """The proposals that stand in this one, also by way of others."""
        for merged in self.merged.with_places():
            yield merged
            yield from merged.everything_merged()
        if self.carried_from is not None:
            yield from self.carried_from.everything_merged()


class Submission(ProposalWords, AppendOnly):
    """A proposal's words as they were handed in. Rows are added, never changed (database trigger)."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="submissions", verbose_name="forslag")
    number = models.PositiveSmallIntegerField("udgave")
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="indsendt af"
    )
    submitted_at = models.DateTimeField("indsendt", default=timezone.now)

    class Meta:
        verbose_name = "indsendt udgave"
        verbose_name_plural = "indsendte udgaver"
        ordering = ["proposal", "number"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "number"], name="submissions_are_numbered"),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(background="") & ~Q(text=""), name="a_submission_is_complete"
            ),
        ]

    def __str__(self) -> str:
        return self.title
