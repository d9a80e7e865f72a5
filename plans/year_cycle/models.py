"""The address at which a person's own calendar fetches the year."""

from base64 import urlsafe_b64encode
from hashlib import sha256
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac

from samarbejde.accounts.models import User
from samarbejde.site.addresses import web_address


class CalendarAddressManager(models.Manager["CalendarAddress"]):
    def with_token(self, token: str) -> "CalendarAddress | None":
        return self.select_related("user").filter(token_hash=_hash_of(token)).first()


class CalendarAddress(models.Model):
    """One to a person. Whoever knows it reads what its owner may read of meetings and deadlines."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_address", verbose_name="person"
    )
    seed = models.UUIDField(default=uuid4, editable=False)
    token_hash = models.CharField("kontrolsum af adressen", max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField("lavet", default=timezone.now)

    objects = CalendarAddressManager()

    class Meta:
        verbose_name = "kalenderadresse"
        verbose_name_plural = "kalenderadresser"

    def __str__(self) -> str:
        return f"Kalenderadresse for {self.user}"

    @classmethod
    def new(cls, user: User) -> "CalendarAddress":
        """Not saved yet."""
        made = cls(user=user)
        made.token_hash = _hash_of(made.token)
        return made

    @property
    def token(self) -> str:
        """Of the seed and the portal's secret: the database alone tells nobody an address."""
        made = salted_hmac("plans.year_cycle", str(self.seed), algorithm="sha256").digest()
        return urlsafe_b64encode(made).decode().rstrip("=")

    @property
    def address(self) -> str:
        return web_address("own-calendar", self.token)


def _hash_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()
