"""The plan itself: one per council and year; and who signed one that was made outside the portal."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from councils.models import Council, CouncilKind, Municipality
from plans.document.states import LOCAL_PLAN_TRANSITIONS, PLAN_TRANSITIONS, WRITABLE, PlanState
from samarbejde.histories import History
from samarbejde.transitions import Table

FIRST_YEAR, LAST_YEAR = 2007, 2100  # the law is from 2007
NAMES = {CouncilKind.DISTRICT: "Samarbejdsplan", CouncilKind.LOCAL: "Lokal samarbejdsplan"}


class PlanQuerySet(models.QuerySet["Plan"]):
    def with_places(self) -> "PlanQuerySet":
        return self.select_related("council__district", "council__municipality")

    def under_way(self) -> "PlanQuerySet":
        return self.exclude(state=PlanState.PUBLISHED)


class Plan(models.Model):
    council = models.ForeignKey(Council, models.PROTECT, related_name="plans", verbose_name="råd")
    year = models.PositiveSmallIntegerField("år")
    state = models.CharField("tilstand", max_length=12, choices=PlanState, default=PlanState.DRAFT)
    previous = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="next_plans", verbose_name="bygger på"
    )
    signatures_required = models.BooleanField("underskrives af kredsrådets medlemmer", default=True)
    unsigned_reason = models.TextField("hvorfor planen ikke underskrives", blank=True)
    signed_place = models.CharField("underskrevet i", max_length=100, blank=True)
    signed_on = models.DateField("underskrevet den", null=True, blank=True)

    history = History()
    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "plan"
        verbose_name_plural = "planer"
        ordering = ["-year", "council"]
        constraints = [
            models.UniqueConstraint(fields=["council", "year"], name="one_plan_per_council_and_year"),
            models.CheckConstraint(condition=Q(state__in=PlanState.values), name="a_plan_has_a_known_state"),
            models.CheckConstraint(
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR),
                name="a_plan_is_younger_than_the_law",
            ),
            models.CheckConstraint(
                condition=Q(previous__isnull=True) | ~Q(previous=F("pk")),
                name="a_plan_does_not_precede_itself",
            ),
            models.CheckConstraint(
                condition=Q(signatures_required=False) | Q(unsigned_reason=""),
                name="a_plan_that_is_signed_has_no_reason_not_to_be",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.council.municipality or self.council.district.short_name}"

    @property
    def title(self) -> str:
        return f"{NAMES[CouncilKind(self.council.kind)]} {self.year}"

    @property
    def is_local(self) -> bool:
        """A lokalråd's, and not the district's."""
        return self.council.kind == CouncilKind.LOCAL

    @property
    def transitions(self) -> Table:
        return LOCAL_PLAN_TRANSITIONS if self.is_local else PLAN_TRANSITIONS

    @property
    def draft_name(self) -> str:
        """What a file with its text is called before it is public."""
        place = self.council.municipality or self.council.district
        return f"udkast-{place.slug}-{self.year}"

    @property
    def is_open(self) -> bool:
        """The text may be changed."""
        return self.state in WRITABLE

    @property
    def has_discussion(self) -> bool:
        """The kredsråd discusses it before it is signed."""
        return not self.is_local

    @property
    def why_locked(self) -> str:
        """What is said to whoever would change a text that lies fast."""
        return (
            f"Planen er »{self.get_state_display()}«, så teksten ligger fast. "
            "Tag planen tilbage til kladde, hvis der skal rettes i den."
        )


class PlanWriter(models.Model):
    """One of a lokalråd's members whom its chair lets write its plan."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="writers", verbose_name="plan")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="skriver"
    )

    history = History()

    class Meta:
        verbose_name = "skriver"
        verbose_name_plural = "skrivere"
        ordering = ["plan", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "user"], name="a_plan_has_a_writer_once"),
        ]

    def __str__(self) -> str:
        return str(self.user)


class Signatory(models.Model):
    """Who signed a plan that was made outside the portal, as its document names them."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="signatories", verbose_name="plan")
    position = models.PositiveSmallIntegerField("rækkefølge")
    name = models.CharField("navn", max_length=200)
    title = models.CharField("titel", max_length=150)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="kommune"
    )

    class Meta:
        verbose_name = "underskriver"
        verbose_name_plural = "underskrivere"
        ordering = ["plan", "position"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "position"], name="signatories_stand_in_an_order"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.title}"
