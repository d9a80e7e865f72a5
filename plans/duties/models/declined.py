"""Sentences of a plan that the secretariat has read and found to be no duty."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from councils.models import Council


class DeclinedSentence(models.Model):
    """It is not proposed again, in this plan or in those of later years, as long as it reads the same."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="råd")
    key = models.CharField("sætningens kendetegn", max_length=64)
    sentence = models.TextField("sætning")
    declined_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="sagt af"
    )
    declined_at = models.DateTimeField("sagt", default=timezone.now)

    class Meta:
        verbose_name = "sætning, der ingen opgave er"
        verbose_name_plural = "sætninger, der ingen opgaver er"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["council", "key"], name="a_sentence_is_declined_once"),
        ]

    def __str__(self) -> str:
        return self.sentence
