from datetime import timedelta

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast
from django.utils import timezone

from plans.approval.models import Discussion
from plans.document.models import Plan
from plans.document.snapshot import Stored
from plans.publication.models.told import TellsObstacles
from samarbejde.ledger.models import AppendOnly
from samarbejde.text.words import LONGEST


class PublicationState(models.TextChoices):
    QUEUED = "queued", "PDF'en dannes"
    HELD = "held", "venter på, at serveren kan lave PDF'er"
    DONE = "done", "offentliggjort"
    FAILED = "failed", "kunne ikke offentliggøres"


PUBLICATION_TRANSITIONS: dict[str, frozenset[str]] = {
    PublicationState.QUEUED: frozenset(
        {PublicationState.DONE, PublicationState.FAILED, PublicationState.HELD}
    ),
    PublicationState.HELD: frozenset({PublicationState.QUEUED, PublicationState.FAILED}),
}
UNDER_WAY = (PublicationState.QUEUED, PublicationState.HELD)
LATE_AFTER = timedelta(minutes=2)


class PublicationQuerySet(models.QuerySet["Publication"]):
    def under_way(self) -> "PublicationQuerySet":
        return self.filter(state__in=UNDER_WAY)


class Publication(TellsObstacles):
    """The secretariat's order to publish; the worker renders the PDF and makes the edition."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="publications", verbose_name="plan")
    discussion = models.ForeignKey(
        Discussion, models.PROTECT, null=True, related_name="publications", verbose_name="efter drøftelsen"
    )
    state = models.CharField(
        "tilstand", max_length=10, choices=PublicationState, default=PublicationState.QUEUED
    )
    snapshot: "models.JSONField[Stored, Stored]" = models.JSONField("tekst")
    note = models.CharField("note til læserne", max_length=300, blank=True)
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="bestilt af"
    )
    ordered_at = models.DateTimeField("bestilt", default=timezone.now)
    failure = models.TextField("hvad gik galt", blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = "offentliggørelse"
        verbose_name_plural = "offentliggørelser"
        ordering = ["-ordered_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(state__in=["queued", "held"]),
                name="one_publication_of_a_plan_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state__in=PublicationState.values), name="a_publication_has_a_known_state"
            ),
            models.CheckConstraint(
                condition=~Q(state="failed") | ~Q(failure=""), name="a_failed_publication_says_why"
            ),
            models.CheckConstraint(
                condition=~Q(state="held") | ~Q(failure=""),
                name="a_held_publication_says_what_it_waits_for",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan}: {self.get_state_display()}"

    @property
    def is_late(self) -> bool:
        """It takes longer than a PDF ever does."""
        return self.state == PublicationState.QUEUED and self.ordered_at < timezone.now() - LATE_AFTER


class EditionQuerySet(models.QuerySet["Edition"]):
    def in_force(self) -> "EditionQuerySet":
        """The newest edition of each plan."""
        newest = Edition.objects.filter(plan=models.OuterRef("plan")).order_by("-number").values("pk")[:1]
        return self.filter(pk=models.Subquery(newest))

    def showing_picture(self, name: str) -> "EditionQuerySet":
        text = Cast("snapshot", models.TextField())
        return self.annotate(text=text).filter(text__contains=name)

    def light(self) -> "EditionQuerySet":
        """Without the text, for lists."""
        return self.defer("snapshot")


class Edition(AppendOnly):
    """A published plan, frozen. Rows are never changed or deleted (database trigger)."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="editions", verbose_name="plan")
    number = models.PositiveSmallIntegerField("udgave")
    snapshot: "models.JSONField[Stored, Stored]" = models.JSONField("tekst")
    content_hash = models.CharField("kontrolsum af teksten", max_length=64)
    pdf_sha256 = models.CharField("kontrolsum af PDF'en", max_length=64)
    note = models.CharField("note til læserne", max_length=300, blank=True)
    published_at = models.DateTimeField("offentliggjort", default=timezone.now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="offentliggjort af",
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = "udgave"
        verbose_name_plural = "udgaver"
        ordering = ["-plan__year", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="a_plan_has_one_edition_per_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="editions_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.plan}, {self.number}. udgave"


class EditionFile(AppendOnly):
    """The PDF itself, apart from `Edition` so that lists never load it."""

    edition = models.OneToOneField(Edition, models.PROTECT, related_name="file", verbose_name="udgave")
    content = models.BinaryField("PDF")

    class Meta:
        verbose_name = "PDF-fil"
        verbose_name_plural = "PDF-filer"

    def __str__(self) -> str:
        return f"PDF af {self.edition}"


class Passage(models.Model):
    """One section of an edition's text, for search. Derived from the snapshot with the edition."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="passages", verbose_name="udgave")
    position = models.PositiveSmallIntegerField()
    lineage = models.UUIDField()  # the same from year to year
    anchor = models.CharField(max_length=60)
    title = models.CharField(max_length=400)
    title_words = (
        models.TextField()
    )  # » trivsel for unge «, folded: a word that stands alone has spaces around
    text = models.TextField()
    words = ArrayField(models.TextField())  # of title and text, each once, and `mark` of the edition

    class Meta:
        verbose_name = "søgbart afsnit"
        verbose_name_plural = "søgbare afsnit"
        ordering = ["edition", "position"]
        indexes = [
            GinIndex(fields=["words"], name="passages_by_their_words"),
            models.Index(fields=["lineage"], name="passages_by_lineage"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["edition", "position"], name="passages_stand_in_an_order"),
        ]

    def __str__(self) -> str:
        return self.title

    @staticmethod
    def mark(edition_id: int) -> str:
        """No word is spelt so. With it, the index of words finds those of some editions without the rest."""
        return f"udgave:{edition_id}"


class SearchWord(models.Model):
    """A word that stands in any passage: what is typed is held against these few, not against all text."""

    text = models.CharField("ord", max_length=LONGEST, unique=True)
    folded = models.CharField(max_length=3 * LONGEST)
    stem = models.GeneratedField(
        expression=SearchVector("text", config="danish"), output_field=SearchVectorField(), db_persist=True
    )

    class Meta:
        verbose_name = "søgeord"
        verbose_name_plural = "søgeord"
        ordering = ["text"]

    def __str__(self) -> str:
        return self.text
