"""What people write about a place in a draft, and what is answered. Words are never changed (by triggers)."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from plans.document.models import Plan

LONGEST_QUOTATION = 1_000
AROUND = 32  # characters of the text before and after a quotation


class Channel(models.TextChoices):
    INTERNAL = "internal", "kun sekretariatet"
    SHARED = "shared", "delt"


class CommentQuerySet(models.QuerySet["Comment"]):
    def standing(self) -> "CommentQuerySet":
        """What is withdrawn is left out."""
        return self.filter(withdrawn_at=None)

    def unresolved(self) -> "CommentQuerySet":
        return self.standing().filter(resolved_at=None)

    def to_be_carried(self) -> "CommentQuerySet":
        """What next year's plan begins with: what is unresolved, and what is to be remembered."""
        return self.standing().filter(Q(resolved_at=None) | Q(for_next_year=True))


class Comment(models.Model):
    """A comment on some words of a section, or on all of it where it quotes none.

    It hangs on the section's lineage, so it stays when the section is deleted, and is there again with it;
    and next year's plan has one of its own, `carried_from` this.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="comments", verbose_name="plan")
    lineage = models.UUIDField("afsnittets slægt")
    section_title = models.CharField("afsnit, som det hed", max_length=300)
    exact = models.TextField("citat", blank=True)
    prefix = models.CharField("ordene før", max_length=AROUND, blank=True)
    suffix = models.CharField("ordene efter", max_length=AROUND, blank=True)
    channel = models.CharField("hvem der kan læse den", max_length=10, choices=Channel)
    text = models.TextField("kommentar")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="af")
    at = models.DateTimeField("skrevet", default=timezone.now)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="løst af",
    )
    resolved_at = models.DateTimeField("løst", null=True, blank=True)
    withdrawn_at = models.DateTimeField("trukket tilbage", null=True, blank=True)
    for_next_year = models.BooleanField("tages med til næste år", default=False)
    carried_from = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="carried_to",
        verbose_name="fra sidste år",
    )
    form_key = models.UUIDField(default=uuid.uuid4, editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = "kommentar"
        verbose_name_plural = "kommentarer"
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["plan", "lineage"], name="comments_by_section")]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_comment_says_something"),
            models.CheckConstraint(
                condition=Q(channel__in=Channel.values), name="a_comment_has_a_known_channel"
            ),
            models.CheckConstraint(
                condition=~Q(exact="") | Q(prefix="", suffix=""), name="only_a_quotation_has_words_around_it"
            ),
            models.CheckConstraint(
                condition=Q(resolved_at=None, resolved_by=None)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="a_resolved_comment_says_by_whom_and_when",
            ),
            models.UniqueConstraint(fields=["plan", "form_key"], name="a_form_sent_twice_makes_one_comment"),
            models.UniqueConstraint(
                fields=["plan", "carried_from"], name="a_comment_is_carried_once_to_a_plan"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def anchor(self) -> str:
        return f"kommentar-{self.pk}"

    @property
    def is_internal(self) -> bool:
        return self.channel == Channel.INTERNAL


class Act(models.TextChoices):
    """What was done to a comment, in the row of answers below it."""

    ANSWER = "", "svar"
    RESOLVED = "resolved", "markerede den som løst"
    REOPENED = "reopened", "åbnede den igen"


class CommentReply(models.Model):
    """An answer to a comment, read by those who read it; or that it was resolved, or opened again."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="replies", verbose_name="kommentar")
    act = models.CharField("hvad der skete", max_length=10, choices=Act, blank=True, default=Act.ANSWER)
    text = models.TextField("svar", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="af")
    at = models.DateTimeField("skrevet", default=timezone.now)
    withdrawn_at = models.DateTimeField("trukket tilbage", null=True, blank=True)
    form_key = models.UUIDField(default=uuid.uuid4, editable=False)

    class Meta:
        verbose_name = "svar på en kommentar"
        verbose_name_plural = "svar på kommentarer"
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(act__in=Act.values), name="an_answer_to_a_comment_has_a_known_act"
            ),
            models.CheckConstraint(
                condition=Q(act="") & ~Q(text="") | ~Q(act="") & Q(text=""),
                name="an_answer_to_a_comment_says_or_does_something",
            ),
            models.UniqueConstraint(
                fields=["comment", "form_key"], name="a_form_sent_twice_makes_one_answer"
            ),
        ]

    def __str__(self) -> str:
        return self.text or self.get_act_display()
