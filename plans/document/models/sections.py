"""The plan's tree of sections."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from plans.document.models.plans import Plan
from samarbejde.histories import History


class SectionKind(models.TextChoices):
    FOREWORD = "foreword", "forord"
    PART = "part", "del"
    CHAPTER = "chapter", "kapitel"
    SECTION = "section", "afsnit"
    APPENDIX = "appendix", "bilag"


class RegisterData(models.TextChoices):
    """What the register fills into a section, below the section's own text."""

    NONE = "", "kun tekst"
    SIGNATORIES = "signatories", "underskrivere"
    MEMBERS = "members", "rådenes medlemmer"
    FOCUS_AREAS = "focus_areas", "kredsdækkende emner"
    PRIORITIES = "priorities", "prioriterede indsatsområder pr. kommune"
    FORUMS = "forums", "samarbejdsfora"
    PREVENTION_AREAS = "prevention_areas", "forebyggelsesområder"
    FIGURES = "figures", "politikredsen i tal"
    ORGANISATION = "organisation", "organisation"
    DUTIES = "duties", "opgaver og afrapporteringer"
    MEETINGS = "meetings", "rådets møder i året"


class WritingStatus(models.TextChoices):
    TODO = "todo", "ikke begyndt"
    WRITING = "writing", "i gang"
    READY = "ready", "klar"


class EditMode(models.TextChoices):
    """What may be changed in a section's text by whoever writes."""

    FREE = "free", "fri"
    FACTS = "facts", "kun fakta"
    LOCKED = "locked", "låst"


class Carried(models.TextChoices):
    """What was decided of last year's text when it was taken along."""

    NEW = "", "nyt"
    KEPT = "kept", "videreføres"
    REVISED = "revised", "revideres"


def anchor_of(lineage: uuid.UUID) -> str:
    return f"afsnit-{lineage.hex[:8]}"


class Section(models.Model):
    """A place in the plan's tree. Its number is computed from the tree, never stored."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="sections", verbose_name="plan")
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="children", verbose_name="hører under"
    )
    position = models.PositiveIntegerField("rækkefølge")
    kind = models.CharField("art", max_length=10, choices=SectionKind, default=SectionKind.SECTION)
    data = models.CharField(
        "oplysninger fra registret",
        max_length=20,
        choices=RegisterData,
        default=RegisterData.NONE,
        blank=True,
    )
    heading = models.CharField("overskrift", max_length=300, blank=True)
    body = models.TextField("tekst", blank=True)
    closing = models.TextField("tekst efter oplysningerne", blank=True)
    lineage = models.UUIDField(default=uuid.uuid4, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="ansvarlig",
    )
    status = models.CharField("status", max_length=10, choices=WritingStatus, default=WritingStatus.TODO)
    guidance = models.TextField(
        "vejledning", blank=True, default="", help_text="Til den, der skriver; vises aldrig ude"
    )
    mode = models.CharField("hvad der må rettes", max_length=10, choices=EditMode, default=EditMode.FREE)

    carried = models.CharField(
        "fra sidste år", max_length=10, choices=Carried, default=Carried.NEW, blank=True
    )
    unread = models.BooleanField("videreført uden at være læst", default=False)
    carried_version = models.PositiveIntegerField(
        "den version af sidste års afsnit, som teksten kommer fra", null=True, blank=True, editable=False
    )

    history = History()

    class Meta:
        verbose_name = "afsnit"
        verbose_name_plural = "afsnit"
        ordering = ["plan", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "parent", "position"],
                name="siblings_stand_in_an_order",
                nulls_distinct=False,
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(fields=["plan", "lineage"], name="a_lineage_stands_once_in_a_plan"),
            models.CheckConstraint(
                condition=Q(kind__in=SectionKind.values, data__in=RegisterData.values),
                name="a_section_has_a_known_kind_and_data",
            ),
            models.CheckConstraint(
                condition=Q(status__in=WritingStatus.values, mode__in=EditMode.values),
                name="a_section_has_a_known_status_and_edit_mode",
            ),
            models.CheckConstraint(
                condition=Q(carried__in=Carried.values), name="a_section_is_carried_or_new"
            ),
            models.CheckConstraint(
                condition=Q(unread=False) | ~Q(carried=Carried.NEW), name="only_a_carried_section_is_unread"
            ),
            models.CheckConstraint(
                condition=Q(kind=SectionKind.PART) | ~Q(heading=""), name="only_a_part_may_lack_a_heading"
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=[SectionKind.PART, SectionKind.FOREWORD]) | Q(parent__isnull=True),
                name="parts_and_forewords_stand_at_the_top",
            ),
        ]

    def __str__(self) -> str:
        return self.heading or self.get_kind_display()

    @property
    def anchor(self) -> str:
        """The fragment of its address; the same from year to year, whatever its number becomes."""
        return anchor_of(self.lineage)
