"""The topics of the year, and each lokalråd's list of them."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from councils.models import Council
from plans.document.models.plans import Plan
from plans.document.models.sections import Carried, Section
from samarbejde.histories import History


class Scope(models.TextChoices):
    DISTRICT = "district", "kredsdækkende"
    LOCAL = "local", "lokal"


class FocusAreaQuerySet(models.QuerySet["FocusArea"]):
    def titled(self, title: str) -> "FocusAreaQuerySet":
        return self.filter(Q(section__heading__iexact=title) | Q(section=None, own_title__iexact=title))


class FocusAreaManager(models.Manager["FocusArea"]):
    """Every topic comes with the section that has its title."""

    def get_queryset(self) -> FocusAreaQuerySet:
        return FocusAreaQuerySet(self.model, using=self._db).select_related("section")

    def titled(self, title: str) -> FocusAreaQuerySet:
        return self.get_queryset().titled(title)


class FocusArea(models.Model):
    """A topic of the year. Its title is its section's heading; without a section it has one of its own."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="focus_areas", verbose_name="plan")
    own_title = models.CharField("titel", max_length=300, blank=True)
    scope = models.CharField("omfang", max_length=10, choices=Scope)
    council = models.ForeignKey(
        Council, models.PROTECT, null=True, blank=True, related_name="focus_areas", verbose_name="lokalråd"
    )
    section = models.OneToOneField(
        Section, models.RESTRICT, null=True, blank=True, related_name="focus_area", verbose_name="afsnit"
    )
    description = models.TextField("tekst", blank=True, help_text="Et lokalt emnes tekst")
    position = models.PositiveSmallIntegerField("rækkefølge", default=0)
    lineage = models.UUIDField(default=uuid.uuid4, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    carried = models.CharField(
        "fra sidste år", max_length=10, choices=Carried, default=Carried.NEW, blank=True
    )
    unread = models.BooleanField("videreført uden at være læst", default=False)
    projects = models.JSONField("projekter", default=list, blank=True)  # each as `snapshot.data.Project`
    proposer_ids = ArrayField(
        models.BigIntegerField(), verbose_name="foreslået af lokalrådene", default=list, blank=True
    )
    names_proposers = models.BooleanField("borgerne ser, hvem der foreslog det", default=False)
    since = models.PositiveSmallIntegerField(
        "første planår",
        null=True,
        blank=True,
        help_text="Det tidligste år, emnet vides at stå i en plan; tomt, når det ikke vides",
    )

    history = History()
    objects = FocusAreaManager()

    class Meta:
        verbose_name = "indsatsområde"
        verbose_name_plural = "indsatsområder"
        ordering = ["plan", "scope", "position", "pk"]
        base_manager_name = "objects"
        constraints = [
            models.UniqueConstraint(fields=["plan", "lineage"], name="a_focus_area_stands_once_in_a_plan"),
            models.CheckConstraint(
                condition=Q(scope="local", council__isnull=False) | Q(scope="district", council__isnull=True),
                name="a_local_focus_area_and_no_other_has_a_council",
            ),
            models.CheckConstraint(condition=Q(carried__in=Carried.values), name="a_topic_is_carried_or_new"),
            models.CheckConstraint(
                condition=Q(projects__contains=[]),
                name="a_topics_projects_are_a_list",
            ),
            models.CheckConstraint(
                condition=Q(names_proposers=False) | Q(proposer_ids__len__gt=0),
                name="only_a_proposed_topic_names_who_proposed_it",
            ),
            models.CheckConstraint(
                condition=Q(unread=False) | ~Q(carried=Carried.NEW), name="only_a_carried_topic_is_unread"
            ),
            models.CheckConstraint(
                condition=Q(section__isnull=False, own_title="")
                | (Q(section__isnull=True) & ~Q(own_title="")),
                name="a_topic_has_its_sections_heading_or_a_title_of_its_own",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return self.section.heading if self.section else self.own_title

    @property
    def titled_row(self) -> "Section | FocusArea":
        """The row that has its title: whoever changes that writes in this one."""
        return self.section or self

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

    @property
    def anchor(self) -> str:
        """Where the topic stands on the page of its list."""
        return f"emne-{self.focus_area_id}"
