from collections.abc import Sequence

from django.conf import settings
from django.db import models
from django.db.models import Deferrable, Q
from django.utils import timezone

from councils.agendas.states import RequestState
from councils.meetings.models import Meeting
from councils.register.models import Council
from samarbejde.histories import History

PREPARES = "prepares:"  # how the source begins of a point that prepares another, whose id follows


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    def shown(self, *, closed: bool) -> "AgendaItemQuerySet":
        """Without closed points, unless `closed`: for whoever may not see them they are not there."""
        return self if closed else self.filter(is_closed=False)


class AgendaItem(models.Model):
    """A point of a meeting: what it is about, and afterwards what was said and decided of it."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda", verbose_name="møde")
    position = models.PositiveSmallIntegerField("punkt")
    title = models.CharField("overskrift", max_length=200)
    text = models.TextField("sagsfremstilling", blank=True)
    presenter = models.CharField("hvem lægger frem", max_length=200, blank=True)
    is_closed = models.BooleanField("lukket punkt", default=False)
    source = models.CharField("kommer af", max_length=80, blank=True)  # the key of an `sources.Waiting`
    carried_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="carried_to", verbose_name="udsat fra"
    )
    minutes = models.TextField("referat", blank=True)
    decision = models.TextField("beslutning", blank=True)
    follow_up_by = models.CharField("hvem følger op", max_length=200, blank=True)
    follow_up_due = models.DateField("følges op senest", null=True, blank=True)
    is_postponed = models.BooleanField("udsat til næste møde", default=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()
    objects = AgendaItemQuerySet.as_manager()

    files: Sequence[object] = ()  # what is attached to it, where a page has asked
    prepared = ""  # what the kontaktudvalg said of it, where a page has asked
    link: object = None  # a `sources.Link` to what it is about, where a page has asked

    class Meta:
        verbose_name = "dagsordenspunkt"
        verbose_name_plural = "dagsordenspunkter"
        ordering = ["meeting", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="an_agenda_has_one_item_per_number",
                deferrable=Deferrable.DEFERRED,
            ),
            models.CheckConstraint(condition=~Q(title=""), name="an_agenda_item_has_a_title"),
            models.UniqueConstraint(
                fields=["meeting", "source"],
                condition=~Q(source=""),
                name="a_source_stands_on_an_agenda_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.title}"

    @property
    def prepares(self) -> bool:
        """It is the kontaktudvalg's copy of a point of the kredsråd's."""
        return self.source.startswith(PREPARES)

    @property
    def anchor(self) -> str:
        """Names the point on a page."""
        return f"punkt-{self.pk}"


class AgendaRequest(models.Model):
    """A point that a member asks the council to take up."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="agenda_requests", verbose_name="råd")
    title = models.CharField("overskrift", max_length=200)
    text = models.TextField("hvorfor", blank=True)
    state = models.CharField("tilstand", max_length=10, choices=RequestState, default=RequestState.WAITING)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="ønsket af"
    )
    asked_at = models.DateTimeField("ønsket", default=timezone.now)
    answer = models.TextField("svar", blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="besvaret af"
    )
    answered_at = models.DateTimeField("besvaret", null=True)
    item = models.ForeignKey(
        AgendaItem, models.SET_NULL, null=True, related_name="requests", verbose_name="dagsordenspunkt"
    )

    class Meta:
        verbose_name = "ønsket punkt"
        verbose_name_plural = "ønskede punkter"
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=RequestState.values), name="a_request_has_a_known_state"
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(answer=""), name="a_declined_request_has_a_reason"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="a_request_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.title
