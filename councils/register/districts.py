"""Where: police districts and municipalities."""

from django.db import models

from samarbejde.histories import History
from samarbejde.text.danish_order import danish_order


class PoliceDistrict(models.Model):
    name = models.CharField(
        "navn", max_length=100, unique=True, help_text="Som »Midt- og Vestjyllands Politi«"
    )
    short_name = models.CharField("kort navn", max_length=100, help_text="Som »Midt- og Vestjylland«")
    slug = models.SlugField("adresse", max_length=60, unique=True)
    secretariat_email = models.EmailField(
        "sekretariatets e-mail",
        blank=True,
        help_text="Hertil går svar på portalens e-mails. Er feltet tomt, går de til sekretariatets folk.",
    )
    sort_key = danish_order("name")

    history = History(excluded_fields=["sort_key"])

    class Meta:
        verbose_name = "politikreds"
        verbose_name_plural = "politikredse"
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return self.name


class Municipality(models.Model):
    code = models.CharField("kommunekode", max_length=4, unique=True)
    name = models.CharField("navn", max_length=60, unique=True, help_text="Som »Herning«, uden »Kommune«")
    slug = models.SlugField("adresse", max_length=60, unique=True)
    letters = models.CharField(
        "bogstaver",
        max_length=3,
        unique=True,
        null=True,
        help_text="Tre bogstaver, som »HER«. De står i numrene på lokalrådets forslag.",
    )
    district = models.ForeignKey(
        PoliceDistrict, models.PROTECT, related_name="municipalities", verbose_name="politikreds"
    )
    sort_key = danish_order("name")

    history = History(excluded_fields=["sort_key"])

    class Meta:
        verbose_name = "kommune"
        verbose_name_plural = "kommuner"
        ordering = ["sort_key"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(code__regex=r"^[0-9]{4}$"),
                name="a_municipality_code_is_four_digits",
                violation_error_message="En kommunekode er fire cifre.",
            ),
            models.CheckConstraint(
                condition=models.Q(letters__isnull=False, letters__regex="^[A-ZÆØÅ]{3}$"),
                name="a_municipality_has_three_letters",
                violation_error_message="Skriv tre store bogstaver, som »HER«.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
