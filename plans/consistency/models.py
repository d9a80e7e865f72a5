"""What the secretariat lets stand of what is found, its lists of words, and what an import saw."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from councils.models import Council, PoliceDistrict
from plans.consistency.findings import key_of
from plans.document.models import Plan
from samarbejde.ledger.models import AppendOnly


class Waiver(AppendOnly):
    """Why a finding may stand, in the plan of this year and in those that come after it.

    It is of no plan's row, since next year's plan finds the same in a section of the same lineage.
    """

    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="råd")
    year = models.PositiveSmallIntegerField("fra planen for")
    code = models.CharField("kontrol", max_length=50)
    lineage = models.CharField("afsnittets eller emnets slægt", max_length=40, blank=True)
    quotation = models.TextField("det, der står", blank=True)
    message = models.TextField("fundet")
    reason = models.CharField("hvorfor det må stå", max_length=300)
    waived_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="sagt af"
    )
    waived_at = models.DateTimeField("sagt", default=timezone.now)

    class Meta:
        verbose_name = "fund, der må stå"
        verbose_name_plural = "fund, der må stå"
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="a_waiver_has_a_reason")]

    def __str__(self) -> str:
        return self.message

    @property
    def key(self) -> str:
        """As the finding's."""
        return key_of(self.code, self.lineage, self.quotation)


class TakenBack(AppendOnly):
    """That a finding may stand no more."""

    waiver = models.OneToOneField(
        Waiver, models.PROTECT, related_name="taken_back", verbose_name="fund, der måtte stå"
    )
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="taget tilbage af"
    )
    taken_at = models.DateTimeField("taget tilbage", default=timezone.now)

    class Meta:
        verbose_name = "fund, der ikke må stå mere"
        verbose_name_plural = "fund, der ikke må stå mere"

    def __str__(self) -> str:
        return str(self.waiver)


class WordKind(models.TextChoices):
    HOUSE = "house", "husets ord"
    ABBREVIATION = "abbreviation", "kendte forkortelser"
    WORD = "word", "ordlisten"


class ListedWord(models.Model):
    """A word of the secretariat's: how it is written here, or that it needs no explanation or is right."""

    district = models.ForeignKey(
        PoliceDistrict, models.PROTECT, related_name="listed_words", verbose_name="politikreds"
    )
    kind = models.CharField("liste", max_length=12, choices=WordKind)
    word = models.CharField("ord", max_length=100)
    right = models.CharField("skrives", max_length=100, blank=True)  # of a house word

    class Meta:
        verbose_name = "ord på listen"
        verbose_name_plural = "ord på listen"
        ordering = [Lower("word"), "pk"]
        constraints = [
            models.UniqueConstraint("district", "kind", Lower("word"), name="a_word_stands_once_in_a_list"),
            models.CheckConstraint(
                condition=Q(kind__in=WordKind.values) & ~Q(word=""), name="a_listed_word_is_a_word_of_a_list"
            ),
            models.CheckConstraint(
                condition=(Q(kind=WordKind.HOUSE) & ~Q(right="")) | (~Q(kind=WordKind.HOUSE) & Q(right="")),
                name="a_house_word_alone_says_how_it_is_written",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.word} → {self.right}" if self.right else self.word


class ImportRemark(models.Model):
    """What the reading of an old document saw and mended, so that the plan itself does not show it."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="import_remarks", verbose_name="plan")
    message = models.TextField("set i dokumentet")
    quotation = models.TextField("det, der stod", blank=True)
    lineage = models.CharField("afsnittets slægt", max_length=40, blank=True)

    class Meta:
        verbose_name = "set i dokumentet"
        verbose_name_plural = "set i dokumentet"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(message=""), name="a_remark_on_a_document_says_something")
        ]

    def __str__(self) -> str:
        return self.message
