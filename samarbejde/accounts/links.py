"""A link sent to a person's address. All kinds are rows of one table, with one question: does it open?"""

from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.module_loading import import_string

from samarbejde.site.addresses import web_address

if TYPE_CHECKING:
    from samarbejde.accounts.models import User


class LinkKind(models.TextChoices):
    INVITATION = "invitation", "invitation"
    NEW_PASSWORD = "new_password", "ny adgangskode"
    PARTNER = "partner", "partner i en høring"


LASTS = {LinkKind.INVITATION: timedelta(days=14), LinkKind.NEW_PASSWORD: timedelta(days=1)}
PAGES = {
    LinkKind.INVITATION: "accept-invitation",
    LinkKind.NEW_PASSWORD: "choose-new-password",
    LinkKind.PARTNER: "partner-draft",
}


class PersonalLinkManager(models.Manager["PersonalLink"]):
    def make(self, kind: LinkKind, user: "User", *, by: "User | None" = None) -> "PersonalLink":
        """A link of this kind to the address that the person has now."""
        now = timezone.now()
        link = PersonalLink(
            kind=kind, user=user, address=user.email or "", held_office=holds_office(user), sent_by=by,
            created_at=now, expires_at=now + LASTS[kind],
        )  # fmt: skip
        return _kept(link)

    def make_for_partner(
        self, address: str, *, expires_at: datetime, by: "User | None" = None
    ) -> "PersonalLink":
        """To somebody who has no account and gets none: whoever sends it says how long it lasts."""
        kind, now = LinkKind.PARTNER, timezone.now()
        return _kept(
            PersonalLink(kind=kind, address=address, sent_by=by, created_at=now, expires_at=expires_at)
        )

    def opened_by(self, token: str, kind: LinkKind) -> "PersonalLink | None":
        """The link with this token, if it opens."""
        link = self.select_related("user").filter(kind=kind, token_hash=hash_of(token)).first()
        return link if link and link.is_open else None


class PersonalLink(models.Model):
    """A link to one person at one address. Those to people with an account are used once.

    Whoever has such a link can choose that person's password; a trigger ends it for good as soon as the
    person gets another address or password, logs in, or is closed out. A partner's has no `user`, and is
    opened as often as they like until it expires.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="links", verbose_name="person"
    )
    kind = models.CharField("slags", max_length=20, choices=LinkKind)
    address = models.EmailField("sendt til")
    seed = models.UUIDField(default=uuid4, editable=False)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    held_office = models.BooleanField("havde en post", default=False)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="sendt af"
    )
    created_at = models.DateTimeField("sendt", default=timezone.now)
    expires_at = models.DateTimeField("udløber")
    used_at = models.DateTimeField("taget i brug", null=True, blank=True)
    ended_at = models.DateTimeField("lukket", null=True, blank=True)

    objects = PersonalLinkManager()

    class Meta:
        verbose_name = "personligt link"
        verbose_name_plural = "personlige links"
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")),
                name="a_personal_link_expires_after_it_is_sent",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=LinkKind.values), name="a_personal_link_has_a_known_kind"
            ),
            models.CheckConstraint(
                condition=models.Q(kind=LinkKind.PARTNER, user=None)
                | (~models.Q(kind=LinkKind.PARTNER) & models.Q(user__isnull=False)),
                name="a_personal_link_is_a_persons_unless_it_is_a_partners",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display().capitalize()} til {self.address}"

    @property
    def is_open(self) -> bool:
        """Neither used nor too old, and the person still is who it was sent to."""
        return (
            self.used_at is None
            and self.ended_at is None
            and self.expires_at > timezone.now()
            and (self.user is None or self._is_still(self.user))
        )

    @property
    def person(self) -> "User":
        """Whose link it is; a partner's is nobody's."""
        if self.user is None:
            raise ValueError("a partner has no account")
        return self.user

    def _is_still(self, user: "User") -> bool:
        unmoved = user.is_active and user.email == self.address
        return unmoved and (not self.held_office or holds_office(user))

    @property
    def token(self) -> str:
        """Made of the row and the portal's key whenever it is needed, and kept nowhere."""
        made = salted_hmac("samarbejde.accounts.links", str(self.seed), algorithm="sha256").digest()
        return urlsafe_b64encode(made).rstrip(b"=").decode()

    @property
    def web_address(self) -> str:
        return web_address(PAGES[LinkKind(self.kind)], self.token)


def _kept(link: PersonalLink) -> PersonalLink:
    link.token_hash = hash_of(link.token)
    link.save()
    return link


def hash_of(token: str) -> str:
    """What is kept of a link: who reads the database cannot use it."""
    return sha256(token.encode()).hexdigest()


def holds_office(user: "User") -> bool:
    """An administrator, or in office today or later. The councils know; `settings.HOLDS_OFFICE` asks them."""
    asked: bool = user.is_staff or import_string(settings.HOLDS_OFFICE)(user)
    return asked
