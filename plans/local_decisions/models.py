"""What a lokalråd decides on during the year: its prevention areas, and changes of its own topics.

Rows are added and never changed. A correction is the next one, and the newest is what holds.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import ExtractYear
from django.utils import timezone

from councils.models import Council, PreventionArea
from plans.document.models import Plan
from samarbejde import danish
from samarbejde.ledger.models import AppendOnly

LONGEST = 200


class PreventionDecision(AppendOnly):
    area = models.ForeignKey(
        PreventionArea, models.PROTECT, related_name="decisions", verbose_name="forebyggelsesområde"
    )
    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="lokalråd")
    number = models.PositiveSmallIntegerField("nummer")
    area_name = models.CharField("område, som det hed", max_length=150)
    what = models.CharField("beslutning", max_length=LONGEST)
    text = models.TextField("svar til borgerne")
    decided_on = models.DateField("besluttet den")
    at = models.DateTimeField("skrevet", default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="af")

    class Meta:
        verbose_name = "beslutning om et forebyggelsesområde"
        verbose_name_plural = "beslutninger om forebyggelsesområder"
        ordering = ["area", ExtractYear("decided_on").desc(), "-number"]
        constraints = [
            models.UniqueConstraint(
                "area", ExtractYear("decided_on"), "number", name="decisions_on_an_area_are_numbered"
            ),
            models.CheckConstraint(
                condition=~Q(what="") & ~Q(text=""), name="a_decision_on_an_area_says_what_and_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area_name}: {self.what}"

    @property
    def told(self) -> str:
        """As the event tells it."""
        day = danish.date_text(self.decided_on)
        return f"{self.council} besluttede om {self.area_name} {day}: {self.what}"


class TopicChange(AppendOnly):
    """A local topic of a published plan goes another way than its text says; nobody signs anew.

    It hangs on the topic's lineage, so that it outlives what is written in the plan's next edition.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="topic_changes", verbose_name="plan")
    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="lokalråd")
    lineage = models.UUIDField("emnets slægt")
    topic = models.CharField("emne, som det hed", max_length=300)
    text = models.TextField("ændring")
    reason = models.TextField("begrundelse")
    changed_on = models.DateField("ændret den")
    at = models.DateTimeField("skrevet", default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="af")

    class Meta:
        verbose_name = "ændring af et lokalt emne"
        verbose_name_plural = "ændringer af lokale emner"
        ordering = ["-changed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(reason="") & ~Q(topic=""), name="a_changed_topic_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic}: {self.text}"

    @property
    def told(self) -> str:
        """As the event tells it."""
        return f"{self.council} ændrede »{self.topic}« {danish.date_text(self.changed_on)}"
