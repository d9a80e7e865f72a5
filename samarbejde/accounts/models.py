from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

INVITATION_LASTS = timedelta(days=14)


class UserManager(BaseUserManager["User"]):
    def create_user(
        self, email: str | None = None, name: str = "", password: str | None = None, **fields: Any
    ) -> "User":
        """A person; without a password nobody can log in as them."""
        user = self.model(email=email.lower() if email else None, name=name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        fields.setdefault("name", "Administrator")
        return self.create_user(email, password=password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A person: also one who never logs in and has neither e-mail nor password."""

    name = models.CharField("navn", max_length=200)
    email = models.EmailField("e-mail", unique=True, null=True, blank=True)
    is_active = models.BooleanField("kan logge ind", default=True)
    is_staff = models.BooleanField("administrator", default=False)
    date_joined = models.DateTimeField("oprettet", default=timezone.now)

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
        self.email = self.email.lower() if self.email else None


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> "InvitationQuerySet":
        return self.filter(accepted_at=None, expires_at__gt=timezone.now(), user__is_active=True)

    def with_token(self, token: str) -> "InvitationQuerySet":
        return self.filter(token_hash=Invitation.hash_of(token))


class Invitation(models.Model):
    """A letter to one person with a link on which they choose their password, once."""

    user = models.ForeignKey(User, models.CASCADE, related_name="invitations", verbose_name="person")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="inviteret af"
    )
    created_at = models.DateTimeField("sendt", default=timezone.now)
    expires_at = models.DateTimeField("udløber")
    accepted_at = models.DateTimeField("taget i brug", null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "invitation"
        verbose_name_plural = "invitationer"
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")),
                name="an_invitation_expires_after_it_is_sent",
            ),
        ]

    def __str__(self) -> str:
        return f"Invitation til {self.user}"

    @staticmethod
    def hash_of(token: str) -> str:
        """What is kept of a link: who reads the database cannot use it."""
        return sha256(token.encode()).hexdigest()
