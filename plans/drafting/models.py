"""Who has a section open right now. Nothing of it is kept."""

from datetime import timedelta

from django.conf import settings
from django.db import models

from plans.document.models import Section

ASKED_EVERY = 8  # seconds
GONE_AFTER = timedelta(seconds=2 * ASKED_EVERY + 4)


class Presence(models.Model):
    """A window in which a person has a section open to write in."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="+", verbose_name="afsnit")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name="person"
    )
    window = models.UUIDField("vindue")
    seen_at = models.DateTimeField("set")

    class Meta:
        verbose_name = "tilstedeværelse"
        verbose_name_plural = "tilstedeværelser"
        constraints = [
            models.UniqueConstraint(
                fields=["section", "person", "window"], name="a_window_is_open_once_in_a_section"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} i »{self.section}«"
