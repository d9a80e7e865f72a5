"""How many may sit in a lokalråd from each side, and for how long: the district's own rules."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Q

from councils.register.councils import Side
from councils.register.districts import PoliceDistrict
from samarbejde.histories import History

USUAL_CIVIL_YEARS = 2
LONGEST_TERM = 20  # years


class SeatRules(models.Model):
    """A side without a number has no cap, or terms of no length. A district without a row has these."""

    district = models.OneToOneField(
        PoliceDistrict, models.PROTECT, related_name="seat_rules", verbose_name="politikreds"
    )
    most_police = models.PositiveSmallIntegerField("højst fra politiet", null=True, blank=True)
    most_municipality = models.PositiveSmallIntegerField("højst fra kommunen", null=True, blank=True)
    most_civil = models.PositiveSmallIntegerField("højst fra civilsamfundet", null=True, blank=True)
    municipality_years = models.PositiveSmallIntegerField("år ad gangen, kommunen", null=True, blank=True)
    civil_years = models.PositiveSmallIntegerField(
        "år ad gangen, civilsamfundet", null=True, blank=True, default=USUAL_CIVIL_YEARS
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()

    class Meta:
        verbose_name = "regler for pladser"
        verbose_name_plural = "regler for pladser"
        ordering = ["district"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(most_police=0) & ~Q(most_municipality=0) & ~Q(most_civil=0),
                name="a_side_that_may_sit_has_a_seat",
                violation_error_message="Skriv mindst én plads, eller lad feltet stå tomt.",
            ),
            models.CheckConstraint(
                condition=(Q(municipality_years=None) | Q(municipality_years__range=(1, LONGEST_TERM)))
                & (Q(civil_years=None) | Q(civil_years__range=(1, LONGEST_TERM))),
                name="a_term_lasts_from_one_to_twenty_years",
                violation_error_message=f"En periode varer fra 1 til {LONGEST_TERM} år.",
            ),
        ]

    def __str__(self) -> str:
        return f"Regler for pladser i {self.district}"

    @classmethod
    def of(cls, district: PoliceDistrict) -> "SeatRules":
        """The district's; not saved where it has none of its own."""
        return cls.objects.filter(district=district).first() or cls(district=district)

    def most(self, side: str) -> int | None:
        """None where there is no cap."""
        return {
            Side.POLICE: self.most_police,
            Side.MUNICIPALITY: self.most_municipality,
            Side.CIVIL: self.most_civil,
        }[Side(side)]

    def last_day(self, side: str, first_day: date) -> date | None:
        """Of a term that begins on `first_day`; None where its length is not settled."""
        years = {Side.MUNICIPALITY: self.municipality_years, Side.CIVIL: self.civil_years}.get(Side(side))
        return _years_from(first_day, years) if years else None


def _years_from(first_day: date, years: int) -> date:
    try:
        return first_day.replace(year=first_day.year + years) - timedelta(days=1)
    except ValueError:  # 29 February
        return first_day.replace(year=first_day.year + years, day=28)
