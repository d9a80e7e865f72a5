from django.db import models
from django.db.models import Q

from councils.register.models import Council, Membership, Municipality
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


class Presence(models.TextChoices):
    PRESENT = "present", "mødt"
    STAND_IN = "stand_in", "stedfortræder"
    ABSENT = "absent", "afbud"


class Attendance(models.Model):
    """Who sat in one seat at a meeting, or that nobody did; name and title as they were that day."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances", verbose_name="møde")
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="kommunens plads"
    )
    membership = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="medlem"
    )
    presence = models.CharField("fremmøde", max_length=10, choices=Presence, default=Presence.PRESENT)
    name = models.CharField("navn", max_length=200, blank=True)
    title = models.CharField("titel", max_length=150, blank=True)

    class Meta:
        verbose_name = "fremmøde"
        verbose_name_plural = "fremmøder"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "membership"], name="a_member_attends_a_meeting_once"),
            models.UniqueConstraint(
                fields=["meeting", "municipality"], name="a_municipality_has_one_seat_at_a_meeting"
            ),
            models.CheckConstraint(
                condition=Q(presence__in=Presence.values), name="an_attendance_has_a_known_presence"
            ),
            models.CheckConstraint(
                condition=Q(presence=Presence.ABSENT) | ~Q(name=""), name="whoever_was_present_has_a_name"
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.name, self.title)))

    @property
    def was_present(self) -> bool:
        return self.presence != Presence.ABSENT
