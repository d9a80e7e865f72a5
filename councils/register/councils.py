"""Who sits where, and for how long."""

from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q, Value
from django.db.models.functions import Cast
from django.utils import timezone

from councils.register.districts import Municipality, PoliceDistrict
from samarbejde.histories import History
from samarbejde.text.danish_order import danish_order


class CouncilKind(models.TextChoices):
    DISTRICT = "district", "kredsråd"
    CONTACT = "contact", "kontaktudvalg"
    LOCAL = "local", "lokalråd"


class CouncilQuerySet(models.QuerySet["Council"]):
    def local_in(self, district_id: int) -> "CouncilQuerySet":
        """The district's lokalråd, in the Danish order of their kommuner."""
        found = self.filter(kind=CouncilKind.LOCAL, district=district_id)
        return found.select_related("municipality").order_by("municipality__sort_key")

    def led_by_alone(self, person: AbstractBaseUser) -> "CouncilQuerySet":
        """The lokalråd that have this person as chair today, and no other leader who can log in."""
        leaders = Membership.objects.current().filter(role__in=LEADERS, user__is_active=True)
        others = leaders.filter(council=OuterRef("pk")).exclude(user=person.pk)
        own = leaders.filter(user=person.pk, role=MembershipRole.CHAIR)
        return self.filter(~Exists(others), kind=CouncilKind.LOCAL, pk__in=own.values("council"))


class Council(models.Model):
    kind = models.CharField("art", max_length=10, choices=CouncilKind)
    district = models.ForeignKey(
        PoliceDistrict, models.PROTECT, related_name="councils", verbose_name="politikreds"
    )
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="councils", verbose_name="kommune"
    )
    name = models.CharField("navn", max_length=120)
    sort_key = danish_order("name")

    history = History(excluded_fields=["sort_key"])
    objects = CouncilQuerySet.as_manager()

    class Meta:
        verbose_name = "råd"
        verbose_name_plural = "råd"
        ordering = ["sort_key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="local", municipality__isnull=False)
                | (~Q(kind="local") & Q(municipality__isnull=True)),
                name="a_local_council_and_no_other_has_a_municipality",
                violation_error_message="Et lokalråd har en kommune, og kun et lokalråd har det.",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=CouncilKind.values),
                name="a_council_has_a_known_kind",
                violation_error_message="Vælg en af rådets arter.",
            ),
            models.UniqueConstraint(
                fields=["district", "kind"],
                condition=~Q(kind="local"),
                name="one_district_council_and_one_contact_committee_per_district",
                violation_error_message="Politikredsen har allerede et råd af den art.",
            ),
            models.UniqueConstraint(fields=["municipality"], name="one_local_council_per_municipality"),
        ]

    def __str__(self) -> str:
        return self.name


class MembershipRole(models.TextChoices):
    CHAIR = "chair", "formand"
    VICE_CHAIR = "vice_chair", "næstformand"
    MEMBER = "member", "medlem"
    DEPUTY = "deputy", "stedfortræder"
    SECRETARIAT = "secretariat", "sekretariat"


LEADERS = (MembershipRole.CHAIR, MembershipRole.VICE_CHAIR)


class Side(models.TextChoices):
    POLICE = "police", "politi"
    MUNICIPALITY = "municipality", "kommune"
    CIVIL = "civil", "civilsamfund"


class MembershipQuerySet(models.QuerySet["Membership"]):
    def on(self, day: date) -> "MembershipQuerySet":
        return self.filter(period__contains=day)

    def current(self) -> "MembershipQuerySet":
        return self.on(timezone.localdate())

    def not_over(self) -> "MembershipQuerySet":
        """Of today and of later days."""
        return self.filter(Q(period__upper_inf=True) | Q(period__endswith__gt=timezone.localdate()))

    def reachable(self) -> "MembershipQuerySet":
        """Held by people whom an e-mail reaches."""
        return self.filter(user__is_active=True, user__email__gt="")

    def with_places(self) -> "MembershipQuerySet":
        return self.select_related("user", "municipality", "council__district", "council__municipality")

    def signatories(self) -> "MembershipQuerySet":
        """The director and the mayors, who sign the district's plan; the director first."""
        return (
            self.filter(council__kind=CouncilKind.DISTRICT)
            .exclude(role__in=[MembershipRole.DEPUTY, MembershipRole.SECRETARIAT])
            .order_by(F("municipality__sort_key").asc(nulls_first=True))
        )


def _one_at_a_time(name: str, taken: str, *columns: str, **condition: object) -> ExclusionConstraint:
    """No two rows with the same foreign keys may have periods that overlap; `taken` says so to people."""
    return ExclusionConstraint(
        name=name,
        expressions=[*((_point(column), RangeOperators.OVERLAPS) for column in columns), ("period", "&&")],
        condition=Q(**condition),
        violation_error_message=f"{taken} Afslut den periode først, eller vælg en, der ikke rører den.",
    )


def _point(column: str) -> Func:
    # GiST indexes whole numbers only as ranges, unless an extension is installed.
    number = Cast(column, models.BigIntegerField())
    return Func(number, number, Value("[]"), function="int8range")


class Membership(models.Model):
    """One person's term in one post of a council."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="memberships", verbose_name="person"
    )
    council = models.ForeignKey(Council, models.PROTECT, related_name="memberships", verbose_name="råd")
    role = models.CharField("rolle", max_length=12, choices=MembershipRole, default=MembershipRole.MEMBER)
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="seats",
        verbose_name="plads for kommune",
        help_text="For borgmestre, deres stedfortrædere og kontaktudvalgets medlemmer",
    )
    title = models.CharField("titel", max_length=150, help_text="Som »Borgmester i Herning Kommune«")
    side = models.CharField("side", max_length=12, choices=Side)
    period = DateRangeField("periode", help_text="Fra og med første dag, til (ikke med) sidste")

    history = History()
    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "medlemskab"
        verbose_name_plural = "medlemskaber"
        ordering = ["council", "pk"]
        constraints = [
            _one_at_a_time(
                "no_two_chairs_at_once", "Rådet har en formand i perioden.", "council", role="chair"
            ),
            _one_at_a_time(
                "no_two_vice_chairs_at_once",
                "Rådet har en næstformand i perioden.",
                "council",
                role="vice_chair",
            ),
            _one_at_a_time(
                "no_two_holders_of_one_seat_at_once",
                "Kommunens plads er besat i perioden.",
                "council",
                "municipality",
                municipality__isnull=False,
                role__in=["chair", "vice_chair", "member"],
            ),
            _one_at_a_time(
                "no_two_deputies_for_one_seat_at_once",
                "Kommunens plads har en stedfortræder i perioden.",
                "council",
                "municipality",
                municipality__isnull=False,
                role="deputy",
            ),
            models.CheckConstraint(
                condition=Q(period__isempty=False, period__startswith__isnull=False),
                name="a_term_has_a_first_day_and_ends_after_it",
                violation_error_message="En periode har en første dag og slutter efter den.",
            ),
            models.CheckConstraint(
                condition=Q(role__in=MembershipRole.values, side__in=Side.values),
                name="a_membership_has_a_known_role_and_side",
                violation_error_message="Vælg en rolle og en side.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.user})"

    @property
    def is_heard(self) -> bool:
        """Asked about a draft: the kredsråd's own members, the kontaktudvalg's, the leaders of a lokalråd."""
        if self.role in (MembershipRole.SECRETARIAT, MembershipRole.DEPUTY):
            return False
        return self.council.kind != CouncilKind.LOCAL or self.role in LEADERS

    def speaks_in(self, district_id: int) -> bool:
        """For its body in the consultations of this district."""
        return self.is_heard and self.council.district_id == district_id

    @property
    def first_day(self) -> date:
        return self.period.lower

    @property
    def last_day(self) -> date | None:
        """None for a term whose end is not known."""
        return self.period.upper - timedelta(days=1) if self.period.upper else None

    def collides_with(self, other: "Membership") -> bool:
        """They hold one post on the same day: the database would refuse them together."""
        return self.council_id == other.council_id and bool(self._posts & other._posts) and self._meets(other)

    @property
    def _posts(self) -> set[str | tuple[str, int]]:
        posts: set[str | tuple[str, int]] = {role for role in LEADERS if role == self.role}
        if self.municipality_id and self.role == MembershipRole.DEPUTY:
            posts.add(("deputy", self.municipality_id))
        elif self.municipality_id and self.role != MembershipRole.SECRETARIAT:
            posts.add(("seat", self.municipality_id))
        return posts

    def _meets(self, other: "Membership") -> bool:
        first, second = sorted((self, other), key=lambda membership: membership.first_day)
        return first.last_day is None or first.last_day >= second.first_day
