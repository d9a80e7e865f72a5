from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.auth.password_validation import validate_password
from django.db import models
from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac

from samarbejde.accounts.email_addresses import as_kept, validate_address
from samarbejde.accounts.links import LinkKind, PersonalLink

__all__ = ["LinkKind", "PersonalLink", "User", "UserManager"]


class UserManager(BaseUserManager["User"]):
    def create_user(
        self, email: str | None = None, name: str = "", password: str | None = None, **fields: object
    ) -> "User":
        """A person; without a password nobody can log in as them."""
        user = self.model(email=as_kept(email), name=name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Also from the command line their password is a good one; raises ValidationError when not."""
        fields.setdefault("name", "Administrator")
        validate_password(password or "", self.model(email=as_kept(email), name=fields["name"]))
        return self.create_user(email, password=password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=as_kept(username))

    def with_address(self, typed: str) -> QuerySet["User"]:
        """The one person, if any, whose address this is, however it was typed."""
        return self.filter(email=as_kept(typed)) if as_kept(typed) else self.none()


class User(AbstractBaseUser, PermissionsMixin):
    """A person: also one who never logs in and has neither e-mail nor password."""

    name = models.CharField("navn", max_length=200)
    email = models.EmailField("e-mail", unique=True, null=True, blank=True, validators=[validate_address])
    is_active = models.BooleanField("kan logge ind", default=True)
    is_staff = models.BooleanField("administrator", default=False)
    date_joined = models.DateTimeField("oprettet", default=timezone.now)
    second_factor_due = models.DateTimeField("totrinslogin senest", null=True, blank=True, editable=False)
    second_factor_declined_at = models.DateTimeField(null=True, blank=True, editable=False)
    last_code_step = models.BigIntegerField(null=True, blank=True, editable=False)  # see `one_time_codes`
    saves_while_writing = models.BooleanField("gemmer, mens de skriver", default=True, editable=False)
    gathers_news = models.BooleanField("får nyheder samlet én gang om dagen", default=True, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "personer"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="an_email_is_kept_in_lower_case"
            ),
            models.CheckConstraint(
                condition=models.Q(email__regex=r"^[!-~]+@\S*[^.\s]$"),
                name="an_email_is_kept_without_blanks_and_lookalikes",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email or f"Person {self.pk}"

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    @property
    def has_password(self) -> bool:
        """They have chosen one; Django counts an empty one, too."""
        return bool(self.password) and self.has_usable_password()

    def clean(self) -> None:
        super().clean()
        self.email = as_kept(self.email)

    def _get_session_auth_hash(self, secret: str | bytes | None = None) -> str:
        """A session ends with the password and with the address that it began with."""
        of_password = super()._get_session_auth_hash(secret)  # type: ignore[misc]
        both = f"{of_password}{self.email}"
        return salted_hmac("samarbejde.accounts.session", both, secret, algorithm="sha256").hexdigest()
