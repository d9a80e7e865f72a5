"""The political agreements on the police that a district's plans refer to."""

from django.db import models
from django.db.models import F, Q

from councils.models import PoliceDistrict
from samarbejde import danish
from samarbejde.histories import History


class MultiYearAgreementQuerySet(models.QuerySet["MultiYearAgreement"]):
    def of_year(self, year: int) -> "MultiYearAgreementQuerySet":
        """Those that hold in it, the newest first."""
        return self.filter(Q(to_year__gte=year) | Q(extended_to__gte=year), from_year__lte=year)


class MultiYearAgreement(models.Model):
    """An agreement as the district's secretariat writes of it."""

    district = models.ForeignKey(
        PoliceDistrict, models.PROTECT, related_name="agreements", verbose_name="politikreds"
    )
    name = models.CharField("navn", max_length=150)
    parties = models.TextField("parter", blank=True)
    from_year = models.PositiveSmallIntegerField("fra")
    to_year = models.PositiveSmallIntegerField("til og med")
    extended_to = models.PositiveSmallIntegerField("forlænget til og med", null=True, blank=True)
    marks = models.TextField("pejlemærker", blank=True)  # one a line
    themes = models.TextField("valgte temaer", blank=True)  # the same
    link = models.URLField("link", blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()
    objects = MultiYearAgreementQuerySet.as_manager()

    class Meta:
        verbose_name = "flerårsaftale"
        verbose_name_plural = "flerårsaftaler"
        ordering = ["-from_year", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["district", "name"], name="an_agreement_has_one_name_in_its_district"
            ),
            models.CheckConstraint(
                condition=Q(to_year__gte=F("from_year")), name="an_agreement_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(extended_to__isnull=True) | Q(extended_to__gt=F("to_year")),
                name="an_agreement_is_extended_beyond_its_end",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.period})"

    @property
    def last_year(self) -> int:
        return self.extended_to or self.to_year

    @property
    def period(self) -> str:
        """`2021–2024, forlænget til og med 2025`."""
        agreed = danish.years(self.from_year, self.to_year)
        return f"{agreed}, forlænget til og med {self.extended_to}" if self.extended_to else agreed

    @property
    def mark_list(self) -> list[str]:
        """What the police is measured by in its years."""
        return _lines(self.marks)

    @property
    def theme_list(self) -> list[str]:
        """What the district has chosen of it for its plans."""
        return _lines(self.themes)


def _lines(text: str) -> list[str]:
    return [" ".join(one.split()) for one in text.splitlines() if one.strip()]
