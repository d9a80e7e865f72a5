from datetime import date, datetime, time

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from councils.meetings.states import COMING, OVER, Approval, MeetingState
from councils.register.models import Council, PoliceDistrict
from samarbejde.danish import date_text
from samarbejde.histories import History


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def with_places(self) -> "MeetingQuerySet":
        return self.select_related("council__district", "council__municipality")

    def coming(self) -> "MeetingQuerySet":
        """Planned or called, for today or a later day; the next first."""
        later = self.filter(state__in=COMING, held_on__gte=timezone.localdate())
        return later.order_by("held_on", "pk")

    def over(self) -> "MeetingQuerySet":
        """Held; the newest first."""
        return self.filter(state__in=OVER).order_by("-held_on", "-pk")

    def not_cancelled(self) -> "MeetingQuerySet":
        return self.exclude(state=MeetingState.CANCELLED)


class Meeting(models.Model):
    """One meeting of a council, from its day being set to its minutes being approved."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="meetings", verbose_name="råd")
    state = models.CharField(
        "tilstand", max_length=12, choices=MeetingState, default=MeetingState.PLANNED, editable=False
    )
    held_on = models.DateField("dato")
    starts_at = models.TimeField("begynder", null=True, blank=True)  # by the Danish clock, as ends_at
    ends_at = models.TimeField("slutter", null=True, blank=True)
    place = models.CharField("sted", max_length=150, blank=True)
    link = models.URLField("link til mødet", max_length=200, blank=True)
    is_public = models.BooleanField("åbent møde", default=False)
    notice_by = models.DateField("indkaldes senest", null=True, blank=True)
    called_at = models.DateTimeField("indkaldt", null=True, blank=True, editable=False)
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    reminded_at = models.DateTimeField("påmindet", null=True, blank=True, editable=False)
    minutes_sent_at = models.DateTimeField("referat sendt", null=True, blank=True, editable=False)
    remarks_by = models.DateField("bemærkninger senest", null=True, blank=True, editable=False)
    approved_at = models.DateTimeField("referat godkendt", null=True, blank=True, editable=False)
    approval = models.CharField("hvordan", max_length=10, choices=Approval, blank=True, editable=False)
    late_notice_reason = models.TextField("hvorfor så sent indkaldt", blank=True)
    cancelled_reason = models.TextField("hvorfor aflyst", blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()
    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "møde"
        verbose_name_plural = "møder"
        ordering = ["-held_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "held_on"],
                condition=~Q(state="cancelled"),
                name="a_council_meets_once_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state__in=MeetingState.values), name="a_meeting_has_a_known_state"
            ),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(starts_at__isnull=False, ends_at__gt=F("starts_at")),
                name="a_meeting_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(notice_by=None) | Q(notice_by__lte=F("held_on")),
                name="a_meeting_is_called_before_it_is_held",
            ),
            models.CheckConstraint(
                condition=~Q(state="called") | (~Q(place="") | ~Q(link="")) & Q(called_at__isnull=False),
                name="a_called_meeting_tells_where_and_has_its_notice",
            ),
            models.CheckConstraint(
                condition=~Q(state="minutes_sent")
                | Q(minutes_sent_at__isnull=False, remarks_by__isnull=False),
                name="minutes_that_are_sent_have_a_deadline",
            ),
            models.CheckConstraint(
                condition=~Q(state="approved") | (Q(approved_at__isnull=False) & ~Q(approval="")),
                name="approved_minutes_say_when_and_how",
            ),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | ~Q(cancelled_reason=""),
                name="a_cancelled_meeting_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"Møde i {self.council}, {date_text(self.held_on)}"

    @property
    def is_coming(self) -> bool:
        """Its day, its place and its agenda may still be changed."""
        return self.state in COMING

    @property
    def is_over(self) -> bool:
        return self.state in OVER

    @property
    def begins(self) -> datetime | None:
        """In Danish time; None where only the day is known."""
        return _moment(self.held_on, self.starts_at)

    @property
    def ends(self) -> datetime | None:
        return _moment(self.held_on, self.ends_at)

    @property
    def clock(self) -> str:
        """`kl. 10.00–12.00`, `kl. 10.00`, or nothing."""
        return clock_text(self.starts_at, self.ends_at)

    @property
    def when(self) -> str:
        """`3. marts 2027 kl. 10.00–12.00`."""
        return f"{date_text(self.held_on)} {self.clock}".rstrip()

    @property
    def where(self) -> str:
        """Place and link, as far as they are known."""
        return ", ".join(filter(None, (self.place, self.link)))


def _moment(day: date, clock: time | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, clock)) if clock else None


class MeetingRules(models.Model):
    """How a police district calls its meetings; a district without a row has these numbers."""

    district = models.OneToOneField(
        PoliceDistrict, models.PROTECT, related_name="meeting_rules", verbose_name="politikreds"
    )
    notice_days = models.PositiveSmallIntegerField("indkaldes dage før", default=14)
    approval_days = models.PositiveSmallIntegerField("referatet er godkendt efter dage", default=14)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()

    class Meta:
        verbose_name = "regler for møder"
        verbose_name_plural = "regler for møder"
        constraints = [
            models.CheckConstraint(
                condition=Q(notice_days__lte=90, approval_days__range=(1, 90)),
                name="the_rules_for_meetings_are_in_days_up_to_ninety",
            ),
        ]

    def __str__(self) -> str:
        return f"Regler for møder, {self.district}"

    @classmethod
    def of(cls, district: PoliceDistrict) -> "MeetingRules":
        """The district's; not saved where it has none of its own."""
        return cls.objects.filter(district=district).first() or cls(district=district)


def clock_text(begins: time | None, ends: time | None) -> str:
    if begins is None:
        return ""
    return f"kl. {begins:%H.%M}" + (f"–{ends:%H.%M}" if ends else "")
