from django.db import models
from django.db.models import Q

from councils.register.models import Council, Membership
from samarbejde.histories import History


class Meeting(models.Model):
    council = models.ForeignKey(Council, models.PROTECT, related_name="meetings", verbose_name="råd")
    held_on = models.DateField("dato")
    place = models.CharField("sted", max_length=150)

    history = History()

    class Meta:
        verbose_name = "møde"
        verbose_name_plural = "møder"
        ordering = ["-held_on"]
        constraints = [
            models.UniqueConstraint(fields=["council", "held_on"], name="a_council_meets_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.council}, {self.held_on}"


class AgendaItem(models.Model):
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda", verbose_name="møde")
    position = models.PositiveSmallIntegerField("punkt")
    title = models.CharField("overskrift", max_length=200)
    minutes = models.TextField("referat", blank=True)

    history = History()

    class Meta:
        verbose_name = "dagsordenspunkt"
        verbose_name_plural = "dagsordenspunkter"
        ordering = ["meeting", "position"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="an_agenda_has_one_item_per_number"),
            models.CheckConstraint(condition=~Q(title=""), name="an_agenda_item_has_a_title"),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.title}"


class Attendance(models.Model):
    """A member who was present; name and title as they were that day."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances", verbose_name="møde")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name="medlem")
    name = models.CharField("navn", max_length=200)
    title = models.CharField("titel", max_length=150)

    class Meta:
        verbose_name = "fremmødt"
        verbose_name_plural = "fremmødte"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "membership"], name="a_member_attends_a_meeting_once"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.title}"
