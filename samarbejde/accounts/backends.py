from allauth.account.auth_backends import AuthenticationBackend

from samarbejde.accounts.models import User


class AddressBackend(AuthenticationBackend):
    """Login by the one address that stands on the person; allauth has a table of addresses beside it."""

    def _authenticate_by_email(self, email: str, password: str) -> User | None:
        user: User | None = self._check_password(User.objects.with_address(email).first(), password)
        return user
