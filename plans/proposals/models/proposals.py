"""What a lokalråd writes, and what it has handed in."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from councils.models import Council
from plans.document.models import FocusArea
from plans.proposals.models.rounds import ProposalRound
from plans.proposals.models.words import ANSWERS_ARE_A_LIST, ProposalWords
from plans.proposals.states import (
    ACCEPTED,
    AWAITING_COUNCIL,
    AWAITING_DECISION,
    DECIDED,
    MERGEABLE_INTO,
    PROPOSAL_TRANSITIONS,
    ProposalState,
)
from samarbejde.deadlines import is_over
from samarbejde.histories import History
from samarbejde.ledger.models import AppendOnly
from samarbejde.transitions import may_move


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def with_places(self) -> "ProposalQuerySet":
        return self.select_related("council__municipality", "round__plan__council__district")

    def submitted_once(self) -> "ProposalQuerySet":
        """Without the drafts, which only their own lokalråd may see; also those that it has opened again."""
        return self.exclude(submitted_at=None).exclude(state=ProposalState.DRAFT)

    def with_fate(self) -> "ProposalQuerySet":
        """With what was decided of it, and of the one it was merged into, and where the text went."""
        other = Proposal.objects.select_related("council").with_decision().with_topic()
        return self.with_decision().with_topic().prefetch_related(models.Prefetch("merged_into", other))

    def with_decision(self) -> "ProposalQuerySet":
        """The one that is told, and the one that is not: that is for the secretariat's pages alone."""
        pending = ("pending_decision__decided_by", "pending_decision__into__council")
        return self.select_related("decision__decided_by", "decision__announcement", *pending)

    def with_topic(self) -> "ProposalQuerySet":
        areas = (f"focus_area__{at}" for at in ("section", "plan", "council__municipality"))
        return self.select_related(*areas, "suggestion")

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
    number = models.CharField("nummer", max_length=15, null=True, unique=True, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="skrevet af"
    )
    created_at = models.DateTimeField("oprettet", default=timezone.now)
    form_key = models.UUIDField(default=uuid.uuid4, editable=False)
    submitted_at = models.DateTimeField("senest indsendt", null=True, blank=True)
    answer_by = models.DateTimeField("frist for svaret på punkterne", null=True, blank=True)
    withdrawn_because = models.TextField("hvorfor det er trukket tilbage", null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name="samlet i"
    )
    carried_from = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="carried_to", verbose_name="flyttet fra"
    )
    based_on = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="reused", verbose_name="skrevet efter"
    )
    received_on = models.DateField("modtaget pr. e-mail", null=True, blank=True)
    focus_area = models.ForeignKey(
        FocusArea, models.SET_NULL, null=True, blank=True, related_name="proposals", verbose_name="blev til"
    )

    suggestion = models.OneToOneField(
        "plans.Suggestion",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="proposal",
        verbose_name="blev til ændringsforslag",
    )

    known_merged: "list[Proposal] | None" = None  # what `know_merged` has read together with that of others

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
            models.CheckConstraint(condition=ANSWERS_ARE_A_LIST, name="a_proposals_answers_are_a_list"),
            models.CheckConstraint(
                condition=Q(submitted_at__isnull=True)
                | Q(number__isnull=False, number__regex="^[0-9]{4}-[A-ZÆØÅ]{3}-[0-9]{2,}$"),
                name="what_was_handed_in_has_a_number",
            ),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True) | Q(submitted_at__isnull=False),
                name="what_came_by_mail_was_handed_in",
            ),
            models.UniqueConstraint(
                fields=["round", "council", "form_key"], name="a_form_sent_twice_makes_one_proposal"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "withdrawn"]) | Q(submitted_at__isnull=False),
                name="a_proposal_under_review_was_submitted",
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn")
                | Q(submitted_at__isnull=True)
                | Q(withdrawn_because__isnull=False) & ~Q(withdrawn_because=""),
                name="what_is_taken_back_has_a_reason",
                violation_error_message="Skriv, hvorfor I trækker forslaget tilbage.",
            ),
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False)
                | (~Q(state="merged") & Q(merged_into__isnull=True)),
                name="a_merged_proposal_says_into_which",
            ),
            models.CheckConstraint(
                condition=Q(state="suggested", suggestion__isnull=False)
                | ~Q(state="suggested") & Q(suggestion__isnull=True),
                name="what_is_suggested_for_a_section_is_a_suggestion",
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
    def named(self) -> str:
        """As it is spoken of once it is handed in: `»Tryg ved stationen« (2027-HER-02)`."""
        return f"»{self.public_title}« ({self.number})" if self.number else f"»{self.title}«"

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
    def may_be_answered(self) -> bool:
        """Points are asked, and there is time to answer: until a day of their own, where they have one."""
        return self.state == ProposalState.CHANGES_REQUESTED and not self.is_late_with_answer

    @property
    def is_late_with_answer(self) -> bool:
        return bool(
            self.state == ProposalState.CHANGES_REQUESTED and self.answer_by and is_over(self.answer_by)
        )

    @property
    def awaits_decision(self) -> bool:
        return self.state in AWAITING_DECISION

    @property
    def may_be_corrected(self) -> bool:
        """It lies with the secretariat, and its lokalråd may still hand in other words.

        Also where a decision waits to be told, of which the lokalråd must notice nothing: that is overtaken.
        """
        return self.awaits_decision and self.round.is_open_for(self.council)

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
            "based_on": years if self.based_on_id else None,
            "carried_from": years if self.carried_from_id else None,
            "carried_to": years if self.state == ProposalState.POSTPONED else None,
            "submissions": Submission.objects.order_by("number").prefetch_related("attachments"),
        }
        there = [models.Prefetch(part, rows) for part, rows in parts.items() if rows is not None]
        models.prefetch_related_objects([self], *there, "change_requests", "round__extensions")
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
        for merged in self.merged.with_places() if self.known_merged is None else self.known_merged:
            yield merged
            yield from merged.everything_merged()
        if self.carried_from is not None:
            yield from self.carried_from.everything_merged()


def know_merged(proposals: Iterable[Proposal]) -> None:
    """Read in one query what stands in each of these, all of one round, before `everything_merged` is asked.

    Who merges another one into such a proposal adds it to its `known_merged`.
    """
    asked = list(proposals)
    parts = Proposal.objects.filter(round__in={one.round_id for one in asked}).exclude(merged_into=None)
    merged: dict[int | None, list[Proposal]] = defaultdict(list)
    for part in parts.with_places():
        merged[part.merged_into_id].append(part)
    for proposal in [*asked, *chain.from_iterable(merged.values())]:
        proposal.known_merged = merged.get(proposal.pk, []).copy()


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
            models.CheckConstraint(condition=ANSWERS_ARE_A_LIST, name="a_submissions_answers_are_a_list"),
        ]

    def __str__(self) -> str:
        return self.title
