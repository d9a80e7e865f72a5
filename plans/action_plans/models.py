"""What a lokalråd does about a topic in a year: its action plan, and the activities that it consists of."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from councils.models import Council
from plans.action_plans.public_text import PublicActionPlan
from plans.document.models import FIRST_YEAR, LAST_YEAR
from samarbejde.histories import History
from samarbejde.ledger.models import AppendOnly


class ActionPlanState(models.TextChoices):
    DRAFT = "draft", "kladde"
    ADOPTED = "adopted", "vedtaget"
    EVALUATED = "evaluated", "evalueret"


ACTION_PLAN_TRANSITIONS: dict[str, frozenset[str]] = {
    ActionPlanState.DRAFT: frozenset({ActionPlanState.ADOPTED}),
    ActionPlanState.ADOPTED: frozenset({ActionPlanState.EVALUATED}),
}
WAY_BACK: dict[str, ActionPlanState] = {
    ActionPlanState.ADOPTED: ActionPlanState.DRAFT,
    ActionPlanState.EVALUATED: ActionPlanState.ADOPTED,
}
TOLD = (ActionPlanState.ADOPTED, ActionPlanState.EVALUATED)  # to others than the lokalråd itself


class Status(models.TextChoices):
    """How far an activity is."""

    NOT_BEGUN = "not_begun", "ikke begyndt"
    UNDER_WAY = "under_way", "i gang"
    IN_PLACE = "in_place", "på plads"
    STOPPED = "stopped", "stoppet"


class ActionPlan(models.Model):
    """One lokalråd's, for one topic and year. It hangs on the topic's lineage, as comments on a section's.

    So it outlives a topic that is deleted from a draft, and goes on before next year's plan is begun.
    """

    council = models.ForeignKey(Council, models.PROTECT, related_name="action_plans", verbose_name="lokalråd")
    lineage = models.UUIDField("emnets slægt")
    topic = models.CharField("emne, som det hed", max_length=300)
    year = models.PositiveSmallIntegerField("år")
    state = models.CharField(
        "tilstand", max_length=10, choices=ActionPlanState, default=ActionPlanState.DRAFT
    )
    goal = models.TextField("mål", blank=True)
    target_group = models.TextField("målgruppe", blank=True)
    local_problem = models.TextField("det lokale problem", blank=True)
    from_police = models.TextField("politiets bidrag", blank=True)
    from_municipality = models.TextField("kommunens bidrag", blank=True)
    from_others = models.TextField("andres bidrag", blank=True)
    evaluation = models.TextField("evaluering", blank=True)
    carried_from = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="carried_to",
        verbose_name="ført videre fra",
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()

    class Meta:
        verbose_name = "handleplan"
        verbose_name_plural = "handleplaner"
        ordering = ["-year", "topic", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "lineage", "year"], name="one_action_plan_per_council_topic_and_year"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ActionPlanState.values), name="an_action_plan_has_a_known_state"
            ),
            models.CheckConstraint(
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR),
                name="an_action_plan_is_younger_than_the_law",
            ),
            models.CheckConstraint(condition=~Q(topic=""), name="an_action_plan_has_a_topic"),
            models.CheckConstraint(
                condition=Q(state="draft") | ~Q(goal=""), name="an_adopted_action_plan_has_a_goal"
            ),
            models.CheckConstraint(
                condition=~Q(state="evaluated") | ~Q(evaluation=""),
                name="an_evaluated_action_plan_has_an_evaluation",
            ),
            models.CheckConstraint(
                condition=Q(carried_from__isnull=True) | ~Q(carried_from=F("pk")),
                name="an_action_plan_does_not_precede_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"Handleplan {self.year}: {self.topic}"

    @property
    def is_draft(self) -> bool:
        return self.state == ActionPlanState.DRAFT

    @property
    def is_adopted(self) -> bool:
        return self.state == ActionPlanState.ADOPTED

    @property
    def is_evaluated(self) -> bool:
        return self.state == ActionPlanState.EVALUATED


class Activity(models.Model):
    plan = models.ForeignKey(ActionPlan, models.CASCADE, related_name="activities", verbose_name="handleplan")
    position = models.PositiveSmallIntegerField("rækkefølge")
    what = models.CharField("aktivitet", max_length=300)
    who = models.CharField("hvem", max_length=200, blank=True)
    with_whom = models.CharField("sammen med", max_length=300, blank=True)
    due_on = models.DateField("senest", null=True, blank=True)
    cost = models.CharField("hvad det koster", max_length=300, blank=True)
    seen_by = models.TextField("hvordan vi ser, at det virker", blank=True)
    status = models.CharField("status", max_length=10, choices=Status, default=Status.NOT_BEGUN)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()

    class Meta:
        verbose_name = "aktivitet"
        verbose_name_plural = "aktiviteter"
        ordering = ["plan", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "position"],
                name="activities_stand_in_an_order",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="an_activity_has_a_known_status"
            ),
            models.CheckConstraint(condition=~Q(what=""), name="an_activity_says_what_is_done"),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def is_over(self) -> bool:
        """Nobody waits for it any more."""
        return self.status in (Status.IN_PLACE, Status.STOPPED)

    @property
    def is_overdue(self) -> bool:
        return not self.is_over and self.due_on is not None and self.due_on < timezone.localdate()


class PublishedActionPlanQuerySet(models.QuerySet["PublishedActionPlan"]):
    def newest(self) -> "PublishedActionPlanQuerySet":
        """Of each action plan the last that was published, which takes the place of those before it."""
        later = PublishedActionPlan.objects.filter(plan=OuterRef("plan"), number__gt=OuterRef("number"))
        return self.filter(~Exists(later))

    def in_municipality(self, district: str, year: int, municipality: str) -> "PublishedActionPlanQuerySet":
        """`district` and `municipality` as they stand in an address."""
        place = Q(plan__council__district__slug=district, plan__council__municipality__slug=municipality)
        return self.filter(place, plan__year=year)


class PublishedActionPlan(AppendOnly):
    """An action plan as citizens read it: frozen, whatever becomes of it.

    Published again, it has the next number, which takes the place of the one before.
    """

    plan = models.ForeignKey(ActionPlan, models.PROTECT, related_name="published", verbose_name="handleplan")
    number = models.PositiveSmallIntegerField("nummer")
    address = models.SlugField("adresse", max_length=120)  # `trivsel-for-unge`
    text: "models.JSONField[PublicActionPlan, PublicActionPlan]" = models.JSONField("tekst")
    content_hash = models.CharField("kontrolsum", max_length=64)
    published_at = models.DateTimeField("offentliggjort", default=timezone.now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="offentliggjort af"
    )

    objects = PublishedActionPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "offentliggjort handleplan"
        verbose_name_plural = "offentliggjorte handleplaner"
        ordering = ["address", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "number"], name="an_action_plan_is_published_once_with_each_number"
            ),
        ]

    def __str__(self) -> str:
        return f"Offentlig handleplan {self.address}, nr. {self.number}"


class PublishedActionPlanFile(AppendOnly):
    """Its PDF."""

    published = models.OneToOneField(
        PublishedActionPlan, models.PROTECT, related_name="file", verbose_name="handleplan"
    )
    content = models.BinaryField("PDF")

    class Meta:
        verbose_name = "PDF af en offentliggjort handleplan"
        verbose_name_plural = "PDF'er af offentliggjorte handleplaner"

    def __str__(self) -> str:
        return f"PDF, {self.published}"
