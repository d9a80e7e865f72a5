"""The plan itself: one per council and year, a tree of sections, its focus areas."""

import uuid

from django.db import models
from django.db.models import F, Q

from councils.models import Council, CouncilKind, Municipality
from plans.document.states import PlanState
from samarbejde import danish
from samarbejde.histories import History

FIRST_YEAR, LAST_YEAR = 2007, 2100  # the law is from 2007
NAMES = {CouncilKind.DISTRICT: "Samarbejdsplan", CouncilKind.LOCAL: "Lokal samarbejdsplan"}


class PlanQuerySet(models.QuerySet["Plan"]):
    def with_places(self) -> "PlanQuerySet":
        return self.select_related("council__district", "council__municipality")

    def under_way(self) -> "PlanQuerySet":
        return self.exclude(state=PlanState.PUBLISHED)


class Plan(models.Model):
    council = models.ForeignKey(Council, models.PROTECT, related_name="plans", verbose_name="råd")
    year = models.PositiveSmallIntegerField("år")
    state = models.CharField("tilstand", max_length=12, choices=PlanState, default=PlanState.DRAFT)
    previous = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="next_plans", verbose_name="bygger på"
    )
    signatures_required = models.BooleanField("underskrives af kredsrådets medlemmer", default=True)
    signed_place = models.CharField("underskrevet i", max_length=100, blank=True)
    signed_on = models.DateField("underskrevet den", null=True, blank=True)

    history = History()
    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "plan"
        verbose_name_plural = "planer"
        ordering = ["-year", "council"]
        constraints = [
            models.UniqueConstraint(fields=["council", "year"], name="one_plan_per_council_and_year"),
            models.CheckConstraint(condition=Q(state__in=PlanState.values), name="a_plan_has_a_known_state"),
            models.CheckConstraint(
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR),
                name="a_plan_is_younger_than_the_law",
            ),
            models.CheckConstraint(
                condition=Q(previous__isnull=True) | ~Q(previous=F("pk")),
                name="a_plan_does_not_precede_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.council.district.short_name}"

    @property
    def title(self) -> str:
        return f"{NAMES[CouncilKind(self.council.kind)]} {self.year}"

    @property
    def is_open(self) -> bool:
        """The text may be changed."""
        return self.state in (PlanState.DRAFT, PlanState.CONSULTATION)


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
        return f"afsnit-{self.lineage.hex[:8]}"


class Signatory(models.Model):
    """Who signed a plan that was made outside the portal, as its document names them."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="signatories", verbose_name="plan")
    position = models.PositiveSmallIntegerField("rækkefølge")
    name = models.CharField("navn", max_length=200)
    title = models.CharField("titel", max_length=150)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="kommune"
    )

    class Meta:
        verbose_name = "underskriver"
        verbose_name_plural = "underskrivere"
        ordering = ["plan", "position"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "position"], name="signatories_stand_in_an_order"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.title}"


class Scope(models.TextChoices):
    DISTRICT = "district", "kredsdækkende"
    LOCAL = "local", "lokal"


class FocusArea(models.Model):
    """A topic of the year. One title, wherever it is shown."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="focus_areas", verbose_name="plan")
    title = models.CharField("titel", max_length=300)
    scope = models.CharField("omfang", max_length=10, choices=Scope)
    council = models.ForeignKey(
        Council, models.PROTECT, null=True, blank=True, related_name="focus_areas", verbose_name="lokalråd"
    )
    section = models.OneToOneField(
        Section, models.SET_NULL, null=True, blank=True, related_name="focus_area", verbose_name="afsnit"
    )
    description = models.TextField("tekst", blank=True, help_text="Et lokalt emnes tekst")
    position = models.PositiveSmallIntegerField("rækkefølge", default=0)
    lineage = models.UUIDField(default=uuid.uuid4, editable=False)
    since = models.PositiveSmallIntegerField(
        "første planår",
        null=True,
        blank=True,
        help_text="Det tidligste år, emnet vides at stå i en plan; tomt, når det ikke vides",
    )

    history = History()

    class Meta:
        verbose_name = "indsatsområde"
        verbose_name_plural = "indsatsområder"
        ordering = ["plan", "scope", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "council", "title"], name="a_focus_area_has_one_title", nulls_distinct=False
            ),
            models.UniqueConstraint(fields=["plan", "lineage"], name="a_focus_area_stands_once_in_a_plan"),
            models.CheckConstraint(
                condition=Q(scope="local", council__isnull=False) | Q(scope="district", council__isnull=True),
                name="a_local_focus_area_and_no_other_has_a_council",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="a_focus_area_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_new(self) -> bool | None:
        """»Nyt« rather than »videreført«; None where no earlier plan is there to tell."""
        return is_new(self.since, self.plan.year)


def is_new(since: int | None, year: int) -> bool | None:
    return None if since is None else since >= year


class Priority(models.Model):
    """The place of a focus area in one lokalråd's list."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="priorities", verbose_name="lokalråd")
    focus_area = models.ForeignKey(
        FocusArea, models.CASCADE, related_name="priorities", verbose_name="indsatsområde"
    )
    position = models.PositiveSmallIntegerField("rækkefølge")

    history = History()

    class Meta:
        verbose_name = "prioritering"
        verbose_name_plural = "prioriteringer"
        ordering = ["council__sort_key", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "focus_area"], name="a_council_prioritises_an_area_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.council}: {self.position}. {self.focus_area}"


class MultiYearAgreement(models.Model):
    """A political agreement on the police that plans refer to."""

    name = models.CharField("navn", max_length=150, unique=True)
    from_year = models.PositiveSmallIntegerField("fra")
    to_year = models.PositiveSmallIntegerField("til og med")

    history = History()

    class Meta:
        verbose_name = "flerårsaftale"
        verbose_name_plural = "flerårsaftaler"
        ordering = ["-from_year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_year__gte=F("from_year")), name="an_agreement_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({danish.years(self.from_year, self.to_year)})"
