"""What was put in place of what over a whole plan, so that all of it can be taken back at once."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from plans.document.models import FocusArea, Plan, Section


class Replacement(models.Model):
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="replacements", verbose_name="plan")
    words = models.CharField("søgte ord", max_length=200)
    put = models.CharField("sat i stedet", max_length=200, blank=True)
    places = models.PositiveIntegerField("steder")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="af")
    at = models.DateTimeField("tidspunkt", auto_now_add=True)
    undone_at = models.DateTimeField("fortrudt", null=True, blank=True)

    class Meta:
        verbose_name = "erstatning"
        verbose_name_plural = "erstatninger"
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="a_replacement_was_of_some_words"),
            models.CheckConstraint(condition=Q(places__gt=0), name="a_replacement_changed_something"),
        ]

    def __str__(self) -> str:
        return f"»{self.words}« erstattet med »{self.put}«" if self.put else f"»{self.words}« slettet"

    @property
    def where(self) -> str:
        return "1 sted" if self.places == 1 else f"{self.places} steder"


class ReplacedText(models.Model):
    """A section or a topic that was written in.

    `version` is the one that this made of it; `before` holds the fields that were changed, as they were.
    """

    replacement = models.ForeignKey(
        Replacement, models.CASCADE, related_name="texts", verbose_name="erstatning"
    )
    section = models.ForeignKey(
        Section, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="afsnit"
    )
    focus_area = models.ForeignKey(
        FocusArea, models.CASCADE, null=True, blank=True, related_name="+", verbose_name="emne"
    )
    version = models.PositiveIntegerField("version")
    before = models.JSONField("som det stod før")

    class Meta:
        verbose_name = "tekst, der blev erstattet i"
        verbose_name_plural = "tekster, der blev erstattet i"
        constraints = [
            models.CheckConstraint(
                condition=Q(section__isnull=False, focus_area__isnull=True)
                | Q(section__isnull=True, focus_area__isnull=False),
                name="a_replaced_text_is_a_sections_or_a_topics",
            ),
        ]

    def __str__(self) -> str:
        return str(self.row)

    @property
    def row(self) -> Section | FocusArea:
        row = self.section or self.focus_area
        assert row is not None, "a constraint says so"
        return row
