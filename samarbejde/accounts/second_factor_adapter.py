from urllib.parse import urlsplit

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings

from samarbejde.accounts import encryption
from samarbejde.accounts.models import User


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets leave for the database encrypted; passkeys belong to the portal's own address."""

    def encrypt(self, text: str) -> str:
        return encryption.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return encryption.decrypt(encrypted_text)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Of SITE_URL, whatever Host the question came with: a passkey works nowhere else."""
        return {"id": urlsplit(settings.SITE_URL).hostname or "localhost", "name": settings.MFA_TOTP_ISSUER}

    def generate_authenticator_name(self, user: User, type: object) -> str:  # noqa: A002
        others = Authenticator.objects.filter(user=user, type=type).count()
        return f"Adgangsnøgle {others + 1}"
