from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from samarbejde.danish import date_text
from samarbejde.ledger.models import AppendOnly


class EventQuerySet(models.QuerySet["Event"]):
    def about(self, thing: models.Model) -> "EventQuerySet":
        """What happened to `thing`, and to what lies within it (a plan's proposals)."""
        kind = ContentType.objects.get_for_model(thing)
        return self.filter(
            models.Q(subject_type=kind, subject_id=thing.pk) | models.Q(within_type=kind, within_id=thing.pk)
        )

    def shared(self) -> "EventQuerySet":
        """Without what only the secretariat may see."""
        return self.filter(internal=False)


class Event(AppendOnly):
    """One act that matters, in plain Danish. Rows are never changed (database trigger)."""

    at = models.DateTimeField("hvornår", default=timezone.now, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="hvem"
    )
    actor_name = models.CharField("navn den dag", max_length=200, blank=True)
    verb = models.CharField("handling", max_length=60)
    text = models.TextField("hvad")
    subject_type = models.ForeignKey(ContentType, models.PROTECT, null=True, related_name="+")
    subject_id = models.BigIntegerField(null=True)
    subject = GenericForeignKey("subject_type", "subject_id")
    within_type = models.ForeignKey(ContentType, models.PROTECT, null=True, related_name="+")
    within_id = models.BigIntegerField(null=True)
    within = GenericForeignKey("within_type", "within_id")
    internal = models.BooleanField("kun sekretariatet", default=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = "hændelse"
        verbose_name_plural = "hændelser"
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id"], name="events_of_a_subject"),
            models.Index(fields=["within_type", "within_id"], name="events_within"),
        ]

    def __str__(self) -> str:
        return self.text


class DeniedAttempts(models.Model):
    """How often somebody asked for what is not theirs, on one day; deleted when it is old (`clean_up`)."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="person"
    )
    day = models.DateField("dag")
    count = models.PositiveIntegerField("afviste forsøg")

    class Meta:
        verbose_name = "afviste forsøg"
        verbose_name_plural = "afviste forsøg"
        ordering = ["-day", "-count"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "day"], name="one_count_of_denied_attempts_per_person_and_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}, {date_text(self.day)}: {self.count}"
