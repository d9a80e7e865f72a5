"""Bodies outside the councils that are asked about a draft, and what each of them was sent."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from councils.models import PoliceDistrict
from plans.approval.models import Consultation
from samarbejde.accounts.models import PersonalLink


class PartnerQuerySet(models.QuerySet["Partner"]):
    def reachable(self) -> "PartnerQuerySet":
        """Those with an address: what is old is forgotten (`partners.retention`)."""
        return self.exclude(email="")

    def not_invited_to(self, consultation: Consultation) -> "PartnerQuerySet":
        return self.exclude(pk__in=consultation.invitations.standing().values("partner"))


class Partner(models.Model):
    """Kept for its district, so that next year it is chosen from a list.

    It has no history: who is written to there is personal data, which a history would never let go.
    """

    district = models.ForeignKey(
        PoliceDistrict, models.PROTECT, related_name="partners", verbose_name="politikreds"
    )
    name = models.CharField("navn", max_length=120)
    contact = models.CharField("kontakt", max_length=120, blank=True)
    email = models.EmailField("e-mail", blank=True)
    kept_at = models.DateTimeField("senest rettet", default=timezone.now)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        verbose_name = "partner"
        verbose_name_plural = "partnere"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["district", "name"], name="one_partner_of_each_name_in_a_district"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="a_partner_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class PartnerInvitationQuerySet(models.QuerySet["PartnerInvitation"]):
    def standing(self) -> "PartnerInvitationQuerySet":
        return self.filter(withdrawn_at=None)


class PartnerInvitation(models.Model):
    """A partner is asked about one draft, and writes its answer here until it sends it."""

    consultation = models.ForeignKey(
        Consultation, models.PROTECT, related_name="invitations", verbose_name="høring"
    )
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="invitations", verbose_name="partner")
    links = models.ManyToManyField(PersonalLink, related_name="partner_invitations", verbose_name="links")
    invited_at = models.DateTimeField("inviteret", default=timezone.now)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="inviteret af"
    )
    withdrawn_at = models.DateTimeField("trukket tilbage", null=True, blank=True)
    withdrawn_because = models.TextField("begrundelse", blank=True)
    draft = models.TextField("kladde til svar", blank=True)
    saved_at = models.DateTimeField("kladden gemt", null=True, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False)

    objects = PartnerInvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "invitation af en partner"
        verbose_name_plural = "invitationer af partnere"
        ordering = ["partner__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "partner"],
                condition=Q(withdrawn_at=None),
                name="a_partner_has_one_standing_invitation_to_a_consultation",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | ~Q(withdrawn_because=""),
                name="an_invitation_that_is_withdrawn_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner} i {self.consultation}"
