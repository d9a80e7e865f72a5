"""What is new in a plan since last year's, in the secretariat's own words: a line for a section."""

from django.db import models

from plans.document.models.plans import Plan
from samarbejde.histories import History

LONGEST_LINE = 300


class NewsLine(models.Model):
    """Of a section by its lineage, so that one that is gone can have it, too. Empty: the portal writes it."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="news_lines", verbose_name="plan")
    lineage = models.UUIDField("afsnit")
    line = models.CharField("hvad er nyt?", max_length=LONGEST_LINE, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    history = History()

    class Meta:
        verbose_name = "linje om det nye"
        verbose_name_plural = "linjer om det nye"
        ordering = ["plan", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "lineage"], name="a_section_has_one_line_of_what_is_new"),
        ]

    def __str__(self) -> str:
        return self.line
