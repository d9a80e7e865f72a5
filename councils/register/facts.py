"""What the register knows of a district besides its people: the facts that plans show."""

from django.db import models
from django.db.models import Q

from councils.register.districts import Municipality, PoliceDistrict
from samarbejde.danish import number_text
from samarbejde.histories import History


class Forum(models.Model):
    """A forum of cooperation beside the councils: SSP, PSP, KSP …"""

    district = models.ForeignKey(
        PoliceDistrict, models.PROTECT, related_name="forums", verbose_name="politikreds"
    )
    code = models.CharField("forkortelse", max_length=20, blank=True)
    name = models.CharField("navn", max_length=150)
    purpose = models.TextField("formål", blank=True)
    parties = models.TextField("parter", blank=True)
    participants = models.TextField("deltagere", blank=True)
    rhythm = models.CharField("hvor tit", max_length=150, blank=True)
    responsible = models.CharField("ansvarlig", max_length=150, blank=True)
    position = models.PositiveSmallIntegerField("rækkefølge", default=0)
    municipalities: models.ManyToManyField[Municipality, "ForumParticipation"] = models.ManyToManyField(
        Municipality, through="ForumParticipation", related_name="forums", verbose_name="kommuner"
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()

    class Meta:
        verbose_name = "samarbejdsforum"
        verbose_name_plural = "samarbejdsfora"
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["district", "name"], name="a_forum_has_one_name_in_its_district"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def anchor(self) -> str:
        return f"forum-{self.pk}"

    @property
    def short_name(self) -> str:
        """As a column is headed: `SSP`."""
        return self.code or self.name


class ForumParticipation(models.Model):
    forum = models.ForeignKey(Forum, models.CASCADE, related_name="participations", verbose_name="forum")
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", verbose_name="kommune")
    takes_part = models.BooleanField("deltager", default=True)
    reason = models.CharField("grund, hvis ikke", max_length=200, blank=True)

    history = History()

    class Meta:
        verbose_name = "kommunes deltagelse"
        verbose_name_plural = "kommuners deltagelse"
        ordering = ["municipality__sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["forum", "municipality"], name="a_municipality_stands_once_in_a_forum"
            ),
            models.CheckConstraint(
                condition=Q(takes_part=True) | ~Q(reason=""),
                name="a_municipality_left_out_has_a_reason",
                violation_error_message="Skriv, hvorfor kommunen ikke deltager.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.forum}"


class PreventionAreaQuerySet(models.QuerySet["PreventionArea"]):
    def listed_in(self, year: int) -> "PreventionAreaQuerySet":
        """On the list in that plan's year."""
        return self.filter(Q(to_year__isnull=True) | Q(to_year__gte=year), from_year__lte=year)


class PreventionArea(models.Model):
    """A housing area on the ministry's prevention list, for the years it stands there."""

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="prevention_areas", verbose_name="kommune"
    )
    name = models.CharField("navn", max_length=150)
    from_year = models.PositiveSmallIntegerField("fra planåret")
    to_year = models.PositiveSmallIntegerField("til og med planåret", null=True, blank=True)
    meets_crime_criterion = models.BooleanField("opfylder kriminalitetskriteriet", default=False)

    history = History()
    objects = PreventionAreaQuerySet.as_manager()

    class Meta:
        verbose_name = "forebyggelsesområde"
        verbose_name_plural = "forebyggelsesområder"
        ordering = ["municipality__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "name", "from_year"], name="a_prevention_area_is_listed_once"
            ),
            models.CheckConstraint(
                condition=Q(to_year__isnull=True) | Q(to_year__gte=models.F("from_year")),
                name="a_prevention_area_leaves_the_list_after_it_came",
                violation_error_message="Det sidste planår ligger før det første.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.municipality}"


class Figure(models.Model):
    """One figure of »politikredsen i tal«, with its source and the day it holds for."""

    district = models.ForeignKey(
        PoliceDistrict, models.PROTECT, related_name="figures", verbose_name="politikreds"
    )
    table = models.CharField("tabel", max_length=100)
    row = models.CharField("række", max_length=100)
    position = models.PositiveSmallIntegerField("rækkefølge", default=0)
    value = models.DecimalField("værdi", max_digits=14, decimal_places=2)
    unit = models.CharField("enhed", max_length=30, blank=True)
    period = models.CharField(
        "periode", max_length=30, blank=True, help_text="Som »2026« eller »4. kvartal 2026«"
    )
    year = models.PositiveSmallIntegerField("planår")
    source = models.CharField("kilde", max_length=150)
    as_of = models.DateField("opgjort den", null=True, blank=True)
    target = models.DecimalField("mål", max_digits=14, decimal_places=2, null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()

    class Meta:
        verbose_name = "nøgletal"
        verbose_name_plural = "nøgletal"
        ordering = ["district", "-year", "table", "position", "row"]
        constraints = [
            models.UniqueConstraint(
                fields=["district", "year", "table", "row", "unit"], name="a_figure_stands_once_in_its_table"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.table}, {self.row}: {number_text(self.value)} {self.unit}"


class PoliceStation(models.Model):
    district = models.ForeignKey(
        PoliceDistrict, models.PROTECT, related_name="stations", verbose_name="politikreds"
    )
    name = models.CharField("navn", max_length=100)
    address = models.CharField("adresse", max_length=200, blank=True)
    leader = models.CharField("leder", max_length=150, blank=True)
    municipalities: models.ManyToManyField[Municipality, models.Model] = models.ManyToManyField(
        Municipality, related_name="stations", blank=True, verbose_name="dækker kommunerne"
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()

    class Meta:
        verbose_name = "politistation"
        verbose_name_plural = "politistationer"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["district", "name"], name="a_station_has_one_name_in_its_district"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OrganisationUnit(models.Model):
    """A part of the district's police.

    The database holds that none is below itself, at any depth, nor under one of another district.
    """

    district = models.ForeignKey(
        PoliceDistrict, models.PROTECT, related_name="units", verbose_name="politikreds"
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="hører under"
    )
    name = models.CharField("navn", max_length=150)
    position = models.PositiveSmallIntegerField("rækkefølge", default=0)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()

    class Meta:
        verbose_name = "organisatorisk enhed"
        verbose_name_plural = "organisatoriske enheder"
        ordering = ["position", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=models.F("pk")),
                name="a_unit_is_not_under_itself",
                violation_error_message="En enhed kan ikke høre under sig selv.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def anchor(self) -> str:
        return f"enhed-{self.pk}"

    def with_all_below(self) -> set[int]:
        """Its own id and those of the units under it, at any depth."""
        found, rows = {self.pk}, OrganisationUnit.objects.filter(district=self.district_id)
        above = dict(rows.exclude(parent=None).values_list("pk", "parent"))
        while more := {pk for pk, parent in above.items() if parent in found} - found:
            found |= more
        return found
