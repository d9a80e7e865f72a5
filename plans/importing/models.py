from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone

from councils.models import PoliceDistrict
from plans.document.models import FIRST_YEAR, LAST_YEAR, Plan


class ImportedDocument(models.Model):
    """An uploaded document: kept between preview and import, and afterwards as the plan's source."""

    district = models.ForeignKey(
        PoliceDistrict, models.PROTECT, related_name="imported_documents", verbose_name="politikreds"
    )
    year = models.PositiveSmallIntegerField(
        "planår", validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]
    )
    name = models.CharField("filnavn", max_length=200)
    content = models.BinaryField("indhold")
    blocks = models.JSONField("hvad filen rummer", null=True, editable=False)  # None: before it was kept
    corrections = models.JSONField("hvad linjer er rettet til", default=dict, blank=True, editable=False)
    answers = models.JSONField("svar på spørgsmål", default=dict, blank=True, editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="hentet ind af"
    )
    uploaded_at = models.DateTimeField("hentet ind", default=timezone.now)
    plan = models.ForeignKey(
        Plan,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="imported_documents",
        verbose_name="blev til planen",
    )

    class Meta:
        verbose_name = "indlæst dokument"
        verbose_name_plural = "indlæste dokumenter"
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self) -> str:
        return self.name
