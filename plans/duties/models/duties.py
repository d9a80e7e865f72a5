"""What the plan lays on somebody: who, what is asked of them, and when."""

from collections.abc import Iterable
from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import ExtractQuarter, ExtractYear

from plans.document.duty_words import Addressee, Asked, Modality, due_text, whom_text
from plans.document.models import FocusArea, Plan, Section
from samarbejde.histories import History

__all__ = ["Addressee", "Asked", "Duty", "Modality"]


class Duty(models.Model):
    """Something the plan lays on somebody, and when it is due.

    The lokalråd it names are ids in the row itself, so that its history and a frozen text keep them with it.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="duties", verbose_name="plan")
    section = models.ForeignKey(
        Section, models.SET_NULL, null=True, blank=True, related_name="duties", verbose_name="afsnit"
    )
    focus_area = models.ForeignKey(
        FocusArea, models.SET_NULL, null=True, blank=True, related_name="duties", verbose_name="indsatsområde"
    )
    carried_from = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="carried_to",
        verbose_name="fra sidste år",
    )
    position = models.PositiveSmallIntegerField("rækkefølge", default=0)
    wording = models.TextField("ordlyd")
    addressee = models.CharField("hvem", max_length=12, choices=Addressee, default=Addressee.OFFICE)
    council_ids = ArrayField(
        models.BigIntegerField(), verbose_name="bestemte lokalråd", default=list, blank=True
    )
    who = models.CharField("bestemt embede", max_length=150, blank=True)
    modality = models.CharField("bindende", max_length=5, choices=Modality, default=Modality.MUST)
    asked = models.CharField("hvad der bedes om", max_length=10, choices=Asked, default=Asked.ANSWER)
    due_year = models.PositiveSmallIntegerField("år", null=True, blank=True)
    due_quarter = models.PositiveSmallIntegerField("kvartal", null=True, blank=True)
    due_on = models.DateField("dag", null=True, blank=True)
    at_meeting = models.BooleanField("til kredsrådets møde", default=False)
    condition = models.CharField("betingelse", max_length=300, blank=True)
    sentence_key = models.CharField("sætningens kendetegn", max_length=64, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()

    class Meta:
        verbose_name = "opgave"
        verbose_name_plural = "opgaver"
        ordering = ["plan", "due_year", "due_quarter", "due_on", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(modality__in=Modality.values), name="a_duty_has_a_known_modality"
            ),
            models.CheckConstraint(
                condition=Q(due_quarter__isnull=True) | Q(due_quarter__range=(1, 4), due_year__isnull=False),
                name="a_quarter_is_one_to_four_of_a_year",
            ),
            models.CheckConstraint(condition=~Q(wording=""), name="a_duty_has_a_wording"),
            models.CheckConstraint(
                condition=Q(addressee__in=Addressee.values), name="a_duty_has_a_known_addressee"
            ),
            models.CheckConstraint(
                condition=Q(asked__in=Asked.values), name="a_duty_asks_for_something_known"
            ),
            models.CheckConstraint(
                condition=Q(addressee=Addressee.NAMED, council_ids__len__gt=0)
                | (~Q(addressee=Addressee.NAMED) & Q(council_ids=[])),
                name="named_councils_and_no_others_are_listed",
            ),
            models.CheckConstraint(
                condition=Q(who="") | Q(addressee=Addressee.OFFICE),
                name="only_a_named_office_is_written_in_words",
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True)
                | Q(
                    due_year=ExtractYear("due_on"),
                    due_quarter=ExtractQuarter("due_on"),
                    due_year__isnull=False,
                    due_quarter__isnull=False,
                ),
                name="a_day_lies_in_its_quarter",
            ),
            models.CheckConstraint(
                condition=Q(at_meeting=False) | Q(due_quarter__isnull=False, due_on__isnull=True),
                name="a_meeting_is_of_a_quarter",
            ),
            models.CheckConstraint(
                condition=Q(condition="") | Q(due_year__isnull=True), name="a_condition_has_no_time_beside_it"
            ),
            models.UniqueConstraint(
                fields=["plan", "carried_from"], name="a_duty_is_carried_into_a_plan_once"
            ),
        ]

    def __str__(self) -> str:
        return self.wording

    @property
    def due(self) -> str:
        """As `due_text`."""
        return due_text(self.due_year, self.due_quarter, self.due_on, self.at_meeting, self.condition)

    def whom(self, municipalities: Iterable[str] = ()) -> str:
        """As `whom_text`; `municipalities` are those of the lokalråd that it names."""
        return whom_text(self.addressee, self.who, municipalities)

    @property
    def topic(self) -> FocusArea | None:
        """The topic it is of: its own, or its section's."""
        return self.focus_area or (getattr(self.section, "focus_area", None) if self.section else None)

    def last_day(self, meetings: Iterable[date] = ()) -> date | None:
        """Until when: of `meetings` of the kredsråd the first in its quarter, where it is due at one."""
        if self.due_on or self.due_year is None:
            return self.due_on
        quarter = self.due_quarter or 4
        if self.at_meeting:
            held = [
                day
                for day in sorted(meetings)
                if (day.year, (day.month + 2) // 3) == (self.due_year, quarter)
            ]
            if held:
                return held[0]
        return date(self.due_year, quarter * 3, 30 if quarter in (2, 3) else 31)
