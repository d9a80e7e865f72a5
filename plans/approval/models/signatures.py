from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from councils.models import CouncilKind, Membership, Municipality
from plans.document.models import FrozenText, Plan
from plans.document.snapshot import Stored
from samarbejde.ledger.models import AppendOnly


class RoundState(models.TextChoices):
    OPEN = "open", "i gang"
    COMPLETE = "complete", "fuldført"
    VOIDED = "voided", "bortfaldet"
    SUPERSEDED = "superseded", "afløst"


ROUND_TRANSITIONS: dict[str, frozenset[str]] = {
    RoundState.OPEN: frozenset({RoundState.COMPLETE, RoundState.VOIDED}),
    # Superseded when a new edition is begun: the names still stand under the published one.
    RoundState.COMPLETE: frozenset({RoundState.VOIDED, RoundState.SUPERSEDED}),
    # When that edition is cancelled.
    RoundState.SUPERSEDED: frozenset({RoundState.COMPLETE}),
}
STANDING = (RoundState.OPEN, RoundState.COMPLETE)


class SignatureRoundQuerySet(models.QuerySet["SignatureRound"]):
    def standing(self) -> "SignatureRoundQuerySet":
        """The round under the text as it is, if there is one."""
        return self.filter(state__in=STANDING)


class SignatureRound(models.Model):
    """How far the signing of one frozen text has come. Changing the plan voids the round, never the text."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="signature_rounds", verbose_name="plan")
    state = models.CharField("tilstand", max_length=10, choices=RoundState, default=RoundState.OPEN)
    text = models.OneToOneField(FrozenText, models.PROTECT, related_name="round", verbose_name="tekst")
    place = models.CharField("sted", max_length=100)
    opened_at = models.DateTimeField("sendt til underskrift", default=timezone.now)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="sendt af"
    )
    deadline = models.DateField("underskrives senest", null=True, blank=True)
    reminded_on = models.DateField("senest påmindet", null=True, blank=True)
    closed_at = models.DateTimeField("afsluttet", null=True, blank=True)

    objects = SignatureRoundQuerySet.as_manager()

    class Meta:
        verbose_name = "underskriftsrunde"
        verbose_name_plural = "underskriftsrunder"
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan"], condition=Q(state__in=STANDING), name="one_standing_round_per_plan"
            ),
            models.CheckConstraint(
                condition=Q(state__in=RoundState.values), name="a_signature_round_has_a_known_state"
            ),
            models.CheckConstraint(
                condition=Q(state="open", closed_at=None) | (~Q(state="open") & Q(closed_at__isnull=False)),
                name="a_round_that_is_over_has_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"Underskrifter på {self.plan}"

    @property
    def snapshot(self) -> Stored:
        return self.text.snapshot

    @property
    def content_hash(self) -> str:
        return self.text.content_hash

    @property
    def void_reason(self) -> str:
        return self.voiding.reason if hasattr(self, "voiding") else ""


class Voiding(AppendOnly):
    """That no name stands under a text any more, and why. The signatures themselves are left as they are."""

    round = models.OneToOneField(
        SignatureRound, models.PROTECT, related_name="voiding", verbose_name="underskriftsrunde"
    )
    reason = models.TextField("hvorfor den bortfaldt")
    voided_at = models.DateTimeField("bortfaldet", default=timezone.now)

    class Meta:
        verbose_name = "bortfald"
        verbose_name_plural = "bortfald"
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="a_voided_round_has_a_reason")]

    def __str__(self) -> str:
        return self.reason


class SignatureState(models.TextChoices):
    PENDING = "pending", "mangler"
    SIGNED = "signed", "underskrevet"
    VOIDED = "voided", "bortfaldet"


class SignatureMethod(models.TextChoices):
    PORTAL = "portal", "i portalen"
    PAPER = "paper", "på papir"


class SignatureQuerySet(models.QuerySet["Signature"]):
    def pending(self) -> "SignatureQuerySet":
        return self.filter(given=None, round__state=RoundState.OPEN)

    def signed(self) -> "SignatureQuerySet":
        return self.filter(given__isnull=False).exclude(round__state=RoundState.VOIDED)

    def in_office(self) -> "SignatureQuerySet":
        """Those whose person signs for the council today, be it in a term that began later."""
        return self.filter(_signs_today())

    def out_of_office(self) -> "SignatureQuerySet":
        """Those that nobody can give any more: the person left office before signing."""
        return self.pending().filter(~_signs_today())


def _signs_today() -> Q:
    """In the kredsråd its own members, elsewhere whoever was named and still sits in the same council."""
    same = {"user": OuterRef("membership__user"), "council": OuterRef("membership__council")}
    named = Membership.objects.current().exclude(council__kind=CouncilKind.DISTRICT).filter(**same)
    return Q(Exists(Membership.objects.current().signatories().filter(**same))) | Q(Exists(named))


class Signature(AppendOnly):
    """One name that is to stand under one text, with the name and title of that day."""

    round = models.ForeignKey(
        SignatureRound, models.PROTECT, related_name="signatures", verbose_name="underskriftsrunde"
    )
    position = models.PositiveSmallIntegerField("rækkefølge")
    membership = models.ForeignKey(
        Membership,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="signatures",
        verbose_name="medlemskab",
    )
    name = models.CharField("navn", max_length=200)
    title = models.CharField("titel", max_length=150)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="kommune"
    )

    objects = SignatureQuerySet.as_manager()

    class Meta:
        verbose_name = "underskrift"
        verbose_name_plural = "underskrifter"
        ordering = ["round", "position"]
        constraints = [
            models.UniqueConstraint(fields=["round", "membership"], name="a_member_signs_a_text_once"),
            models.UniqueConstraint(fields=["round", "position"], name="signatures_stand_in_an_order"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.title}"

    @property
    def is_given(self) -> bool:
        return hasattr(self, "given")

    @property
    def state(self) -> SignatureState:
        if self.round.state == RoundState.VOIDED:
            return SignatureState.VOIDED
        return SignatureState.SIGNED if self.is_given else SignatureState.PENDING


class GivenSignature(AppendOnly):
    """That somebody put their name under the text: how, when, and the hash of the text they saw."""

    signature = models.OneToOneField(
        Signature, models.PROTECT, related_name="given", verbose_name="underskrift"
    )
    method = models.CharField(
        "hvordan", max_length=10, choices=SignatureMethod, default=SignatureMethod.PORTAL
    )
    signed_at = models.DateTimeField("underskrevet", default=timezone.now)
    signed_hash = models.CharField("kontrolsum, der blev underskrevet", max_length=64)

    class Meta:
        verbose_name = "afgivet underskrift"
        verbose_name_plural = "afgivne underskrifter"
        constraints = [
            models.CheckConstraint(condition=~Q(signed_hash=""), name="a_signature_has_a_text"),
            models.CheckConstraint(
                condition=Q(method__in=SignatureMethod.values), name="a_signature_has_a_known_method"
            ),
        ]

    def __str__(self) -> str:
        return str(self.signature)
