"""Who approves a lokalråd's plan: the posts that the secretariat has chosen, and those named for one plan."""

from collections.abc import Iterable, Sequence

from django.db import models
from django.db.models import Q

from councils.models import (
    LEADERS,
    CouncilKind,
    Membership,
    MembershipRole,
    Municipality,
    PoliceDistrict,
    Side,
)
from plans.document.models import Plan
from samarbejde.histories import History


class PolicePost(models.TextChoices):
    LEADER = "leader", "Lokalrådets formand eller næstformand fra politiet"
    DIRECTOR = "director", "Politidirektøren"
    TITLE = "title", "Den, der har titlen"


class MunicipalityPost(models.TextChoices):
    MAYOR = "mayor", "Borgmesteren"
    OFFICE = "office", "Kommunens medlem af kontaktudvalget"
    LEADER = "leader", "Lokalrådets formand eller næstformand fra kommunen"
    TITLE = "title", "Den, der har titlen"


class ApprovalRules(models.Model):
    """Of a district, or of one kommune in its place. A district without a row has these.

    They name posts and not people: whoever takes over a post approves from that day.
    """

    district = models.ForeignKey(
        PoliceDistrict, models.PROTECT, related_name="approval_rules", verbose_name="politikreds"
    )
    municipality = models.OneToOneField(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="approval_rules",
        verbose_name="kommune",
    )
    police_post = models.CharField(
        "for politiet", max_length=10, choices=PolicePost, default=PolicePost.LEADER
    )
    police_title = models.CharField("titel i politiet", max_length=150, blank=True)
    municipality_post = models.CharField(
        "for kommunen", max_length=10, choices=MunicipalityPost, default=MunicipalityPost.MAYOR
    )
    municipality_title = models.CharField("titel i kommunen", max_length=150, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = History()

    class Meta:
        verbose_name = "regel for godkendere"
        verbose_name_plural = "regler for godkendere"
        ordering = ["district", "municipality"]
        constraints = [
            models.UniqueConstraint(
                fields=["district"],
                condition=Q(municipality=None),
                name="a_district_says_once_who_approves_its_local_plans",
            ),
            models.CheckConstraint(
                condition=Q(police_post__in=PolicePost.values, municipality_post__in=MunicipalityPost.values),
                name="a_local_plan_is_approved_by_known_posts",
            ),
            models.CheckConstraint(
                condition=(~Q(police_post="title") | ~Q(police_title=""))
                & (~Q(municipality_post="title") | ~Q(municipality_title="")),
                name="an_approver_by_title_has_a_title",
                violation_error_message="Skriv titlen.",
            ),
        ]

    def __str__(self) -> str:
        return f"Godkendere {f'i {self.municipality}' if self.municipality else f'i {self.district}'}"

    @property
    def police_words(self) -> str:
        return (
            f"Den med titlen »{self.police_title}«"
            if self.police_post == "title"
            else self.get_police_post_display()
        )

    @property
    def municipality_words(self) -> str:
        return (
            f"Den med titlen »{self.municipality_title}«"
            if self.municipality_post == "title"
            else self.get_municipality_post_display()
        )

    def for_police(self, held: Iterable[Membership]) -> Membership | None:
        """Whoever has the post among `held`, the memberships that may approve one lokalråd's plan."""
        return _first(held, Side.POLICE, self.police_post, self.police_title)

    def for_municipality(self, held: Iterable[Membership]) -> Membership | None:
        return _first(held, Side.MUNICIPALITY, self.municipality_post, self.municipality_title)


def _first(held: Iterable[Membership], side: Side, post: str, title: str) -> Membership | None:
    ours = sorted(
        (one for one in held if one.side == side), key=lambda one: (one.role not in LEADERS, one.pk)
    )
    return next((one for one in ours if _holds(one, post, title)), None)


def _holds(one: Membership, post: str, title: str) -> bool:
    kind = one.council.kind
    match post:
        case PolicePost.DIRECTOR:
            return kind == CouncilKind.DISTRICT and one.role == MembershipRole.CHAIR
        case MunicipalityPost.MAYOR:
            return bool(kind == CouncilKind.DISTRICT)
        case MunicipalityPost.OFFICE:
            return bool(kind == CouncilKind.CONTACT)
        case PolicePost.LEADER:
            return kind == CouncilKind.LOCAL and one.role in LEADERS
    return is_titled(one, title)


def is_titled(one: Membership, title: str) -> bool:
    """`Kommunaldirektør` is the post of a `Kommunaldirektør i Herning Kommune` as well."""
    theirs, wanted = one.title.casefold().strip(), title.casefold().strip()
    return theirs == wanted or theirs.startswith(f"{wanted} i ")


class Approver(models.Model):
    """Who is named to approve a lokalråd's plan, for police or kommune, when it is sent to be signed."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="approvers", verbose_name="plan")
    membership = models.ForeignKey(
        Membership, models.PROTECT, related_name="approves", verbose_name="medlemskab"
    )
    position = models.PositiveSmallIntegerField("rækkefølge")

    history = History()

    class Meta:
        verbose_name = "godkender"
        verbose_name_plural = "godkendere"
        ordering = ["plan", "position"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "membership"], name="a_plan_has_an_approver_once"),
        ]

    def __str__(self) -> str:
        return str(self.membership)


def successor_of(gone: Membership, held: Sequence[Membership]) -> Membership | None:
    """Whoever has the same post today: the kommune's seat, the same office of the council, the same title."""
    same = [
        one
        for one in held
        if one.council_id == gone.council_id
        and one.side == gone.side
        and one.municipality_id == gone.municipality_id
    ]
    leads = gone.municipality_id or gone.role in LEADERS
    alike = [one for one in same if one.role == gone.role or gone.municipality_id] if leads else []
    return next(iter(alike or [one for one in same if is_titled(one, gone.title)]), None)
