from django.db import models
from django.db.models import Q
from django.utils import timezone

from councils.meetings.models import Meeting
from councils.register.models import CouncilKind, Membership, Municipality

DIRECTOR = "Politidirektøren"


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
    def seat(self) -> str:
        """The kommune, else the title that the seat's holder had. Only the director's seat has neither."""
        if self.municipality:
            return str(self.municipality)
        known = self.title or (self.membership.title if self.membership else "")
        return known or (DIRECTOR if self.meeting.council.kind == CouncilKind.DISTRICT else "Medlem")

    @property
    def was_present(self) -> bool:
        return self.presence != Presence.ABSENT


class Apology(models.Model):
    """A member who told beforehand that they would not come, and who comes instead, if anybody does.

    It is of the day that was set then, and falls with it; and with a term that never began.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="apologies", verbose_name="møde")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="+", verbose_name="medlem")
    deputy = models.ForeignKey(
        Membership, models.SET_NULL, null=True, related_name="+", verbose_name="stedfortræder"
    )
    stand_in = models.CharField("hvem kommer i stedet", max_length=200, blank=True)  # known or not
    told_at = models.DateTimeField("meldt", default=timezone.now)

    class Meta:
        verbose_name = "afbud"
        verbose_name_plural = "afbud"
        ordering = ["told_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "membership"], name="a_member_apologises_once"),
        ]

    def __str__(self) -> str:
        return f"{self.membership}: {self.stand_in or 'afbud'}"


class Acceptance(models.Model):
    """A member who told beforehand that they come. It falls with what an apology falls with."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="acceptances", verbose_name="møde")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="+", verbose_name="medlem")
    told_at = models.DateTimeField("meldt", default=timezone.now)

    class Meta:
        verbose_name = "tilsagn"
        verbose_name_plural = "tilsagn"
        ordering = ["told_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "membership"], name="a_member_accepts_a_meeting_once"),
        ]

    def __str__(self) -> str:
        return str(self.membership)


class Guest(models.Model):
    """Somebody from outside the council who is asked to a meeting."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="guests", verbose_name="møde")
    name = models.CharField("navn", max_length=200)
    title = models.CharField("titel", max_length=150, blank=True)
    email = models.EmailField("e-mail", blank=True)
    was_present = models.BooleanField("mødte", null=True)  # null until the attendance is told

    class Meta:
        verbose_name = "gæst"
        verbose_name_plural = "gæster"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "name"], name="a_guest_is_asked_to_a_meeting_once"),
            models.CheckConstraint(condition=~Q(name=""), name="a_guest_has_a_name"),
        ]

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.name, self.title)))
