from django.db import models

from plans.document.snapshot import Stored
from samarbejde.ledger.models import AppendOnly


class FrozenText(AppendOnly):
    """The very words that are signed, with their hash. Never changed, and so checked for ever."""

    snapshot: "models.JSONField[Stored, Stored]" = models.JSONField("tekst")
    content_hash = models.CharField("kontrolsum", max_length=64)

    class Meta:
        verbose_name = "låst tekst"
        verbose_name_plural = "låste tekster"

    def __str__(self) -> str:
        return self.content_hash
