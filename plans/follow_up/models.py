from django.db import models
from django.db.models import Q

from plans.document.models import FocusArea, Plan, Section
from samarbejde import danish
from samarbejde.histories import History


class Modality(models.TextChoices):
    MUST = "skal", "skal"
    SHOULD = "bør", "bør"
    MAY = "kan", "kan"


class Duty(models.Model):
    """Something the plan lays on somebody, and when it is due."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="duties", verbose_name="plan")
    section = models.ForeignKey(
        Section, models.SET_NULL, null=True, blank=True, related_name="duties", verbose_name="afsnit"
    )
    focus_area = models.ForeignKey(
        FocusArea, models.SET_NULL, null=True, blank=True, related_name="duties", verbose_name="indsatsområde"
    )
    position = models.PositiveSmallIntegerField("rækkefølge", default=0)
    wording = models.TextField("ordlyd")
    who = models.CharField("hvem", max_length=150)
    modality = models.CharField("bindende", max_length=5, choices=Modality, default=Modality.MUST)
    due_year = models.PositiveSmallIntegerField("år", null=True, blank=True)
    due_quarter = models.PositiveSmallIntegerField("kvartal", null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()

    class Meta:
        verbose_name = "opgave"
        verbose_name_plural = "opgaver"
        ordering = ["plan", "due_year", "due_quarter", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(modality__in=Modality.values), name="a_duty_has_a_known_modality"
            ),
            models.CheckConstraint(
                condition=Q(due_quarter__isnull=True) | Q(due_quarter__range=(1, 4), due_year__isnull=False),
                name="a_quarter_is_one_to_four_of_a_year",
            ),
            models.CheckConstraint(condition=~Q(wording=""), name="a_duty_has_a_wording"),
        ]

    def __str__(self) -> str:
        return self.wording

    @property
    def due(self) -> str:
        """`2. kvartal 2027`, `2027` or `løbende`."""
        if self.due_year is None:
            return "løbende"
        return (
            danish.quarter_text(self.due_quarter, self.due_year) if self.due_quarter else str(self.due_year)
        )
