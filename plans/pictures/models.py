"""Pictures in plan texts, each kept once by the council whose plans show it, and named by its content."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.utils import timezone

from councils.models import Council
from samarbejde.digests import Sha256
from samarbejde.files.remaking import ENDINGS


class Picture(models.Model):
    """As it was made here of what was sent: without whatever else the file said, and never changed."""

    council = models.ForeignKey(
        Council, models.PROTECT, related_name="pictures", verbose_name="råd, hvis planer viser det"
    )
    name = models.CharField("kontrolsum", max_length=64)
    kind = models.CharField("slags", max_length=20, choices=[(kind, kind) for kind in ENDINGS])
    width = models.PositiveIntegerField("bredde i pixels")
    height = models.PositiveIntegerField("højde i pixels")
    content = models.BinaryField("billede")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="lagt op af"
    )
    at = models.DateTimeField("lagt op", default=timezone.now)

    class Meta:
        verbose_name = "billede"
        verbose_name_plural = "billeder"
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["council", "name"], name="a_council_keeps_a_picture_once"),
            models.CheckConstraint(condition=Q(kind__in=list(ENDINGS)), name="a_picture_is_jpeg_or_png"),
            models.CheckConstraint(
                condition=Q(name=Sha256(F("content"))), name="a_picture_is_named_by_its_content"
            ),
            models.CheckConstraint(
                condition=Q(width__gt=Value(0), height__gt=Value(0)), name="a_picture_has_a_size"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name[:12]}.{ENDINGS[self.kind]}"
