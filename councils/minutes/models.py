"""What is said of a meeting's minutes before they are approved, and what is put right afterwards."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from councils.agendas.models import AgendaItem
from councils.meetings.models import Meeting
from councils.minutes.public_text import PublicText
from samarbejde.attachments.models import Attachment, AttachmentManager
from samarbejde.ledger.models import AppendOnly


class MinutesRemark(models.Model):
    """A member finds that a point was put down wrongly; whoever keeps the minutes answers."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="remarks", verbose_name="punkt")
    text = models.TextField("bemærkning")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="af")
    at = models.DateTimeField("skrevet", default=timezone.now)
    answer = models.TextField("svar", blank=True)
    answered_at = models.DateTimeField("besvaret", null=True)

    class Meta:
        verbose_name = "bemærkning til et referat"
        verbose_name_plural = "bemærkninger til referater"
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_remark_on_minutes_has_words"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="an_answered_remark_on_minutes_has_its_answer",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class MinutesCorrection(AppendOnly):
    """Approved minutes stay as they are; what was wrong in them is said beside them, and why."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="corrections", verbose_name="møde")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="corrections", verbose_name="punkt")
    text = models.TextField("rettelse")
    reason = models.TextField("begrundelse")
    at = models.DateTimeField("rettet", default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="af")

    class Meta:
        verbose_name = "rettelse af et referat"
        verbose_name_plural = "rettelser af referater"
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(reason=""), name="a_correction_of_minutes_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.text


class PublishedMinutesQuerySet(models.QuerySet["PublishedMinutes"]):
    def newest(self) -> "PublishedMinutesQuerySet":
        """Of each meeting the last that was published: an earlier one is without its corrections."""
        later = PublishedMinutes.objects.filter(meeting=OuterRef("meeting"), number__gt=OuterRef("number"))
        return self.filter(~Exists(later))

    def of(self, district_slug: str) -> "PublishedMinutesQuerySet":
        return self.filter(meeting__council__district__slug=district_slug)


class PublishedMinutes(AppendOnly):
    """The open points of approved minutes, as citizens read them: frozen, whatever becomes of the meeting.

    What is closed is not in it. A correction makes the next number.
    """

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="published", verbose_name="møde")
    number = models.PositiveSmallIntegerField("nummer")
    address = models.SlugField("adresse", max_length=100)  # `2027-03-04-lokalraad-herning`
    held_on = models.DateField("dato")
    text: "models.JSONField[PublicText, PublicText]" = models.JSONField("tekst")
    content_hash = models.CharField("kontrolsum", max_length=64)
    published_at = models.DateTimeField("offentliggjort", default=timezone.now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="offentliggjort af"
    )

    objects = PublishedMinutesQuerySet.as_manager()

    class Meta:
        verbose_name = "offentliggjort referat"
        verbose_name_plural = "offentliggjorte referater"
        ordering = ["-held_on", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="minutes_are_published_once_with_each_number"
            ),
        ]

    def __str__(self) -> str:
        return f"Referat {self.address}, nr. {self.number}"


class PublishedMinutesFile(AppendOnly):
    """Their PDF."""

    minutes = models.OneToOneField(
        PublishedMinutes, models.PROTECT, related_name="file", verbose_name="referat"
    )
    content = models.BinaryField("PDF")

    class Meta:
        verbose_name = "PDF af et offentliggjort referat"
        verbose_name_plural = "PDF'er af offentliggjorte referater"

    def __str__(self) -> str:
        return f"PDF, {self.minutes}"


class PublishedMinutesAttachment(Attachment, AppendOnly):
    """A file of an open point, as it was published with them."""

    minutes = models.ForeignKey(
        PublishedMinutes, models.PROTECT, related_name="attachments", verbose_name="referat"
    )

    objects = AttachmentManager["PublishedMinutesAttachment"]()

    class Meta(Attachment.Meta):
        verbose_name = "bilag til et offentliggjort referat"
        verbose_name_plural = "bilag til offentliggjorte referater"
        constraints = [
            models.UniqueConstraint(fields=["minutes", "file"], name="published_minutes_have_a_file_once"),
            models.CheckConstraint(condition=~Q(name=""), name="a_published_attachment_has_a_name"),
        ]
