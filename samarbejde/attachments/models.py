"""Files that people attach to what they write, each kept once and named by its content."""

from typing import TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Func, IntegerField, Q
from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from samarbejde.attachments.receiving import ENDINGS, LONGEST_NAME, PDF, WORD
from samarbejde.digests import Sha256

_SHORT = {PDF: "PDF", WORD: "Word"}


class StoredFile(models.Model):
    """The bytes. Whatever names it by its key names exactly these."""

    digest = models.CharField("kontrolsum", max_length=64, primary_key=True)
    kind = models.CharField("slags", max_length=80, choices=[(kind, kind) for kind in ENDINGS])
    size = models.PositiveIntegerField("bytes")
    content = models.BinaryField("indhold")
    kept_at = models.DateTimeField("lagt op", default=timezone.now)

    class Meta:
        verbose_name = "fil"
        verbose_name_plural = "filer"
        ordering = ["kept_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=list(ENDINGS)), name="a_file_is_of_a_known_kind"),
            models.CheckConstraint(
                condition=Q(digest=Sha256(F("content"))), name="a_file_is_named_by_its_content"
            ),
            models.CheckConstraint(
                condition=Q(size=Func(F("content"), function="octet_length", output_field=IntegerField())),
                name="a_file_has_the_size_it_says",
            ),
            models.CheckConstraint(condition=Q(size__gt=0), name="a_file_is_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.digest[:12]}.{ENDINGS[self.kind]}"


Kept = TypeVar("Kept", bound="Attachment")


class AttachmentManager(models.Manager[Kept]):
    def get_queryset(self) -> "models.QuerySet[Kept]":
        """Without the bytes: who wants those asks for one."""
        return super().get_queryset().select_related("file", "added_by").defer("file__content")


class Attachment(models.Model):
    """A file under the name that its readers see. What it is attached to is a room's own table.

    Such a table has an `AttachmentManager`.
    """

    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="fil")
    name = models.CharField("navn", max_length=LONGEST_NAME)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="vedlagt af"
    )
    added_at = models.DateTimeField("vedlagt", default=timezone.now)

    class Meta:
        abstract = True
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def told(self) -> str:
        """Kind and size, in words."""
        return f"{_SHORT.get(self.file.kind, 'billede')}, {filesizeformat(self.file.size)}"
