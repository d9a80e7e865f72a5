from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from samarbejde.accounts.models import User
from samarbejde.addresses import web_address
from samarbejde.outbox.workflow import queue


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up by themselves, and mails leave by the outbox."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        person = context.get("user") or User.objects.filter(email=email.lower()).first()
        if person:
            mail = self.render_mail(
                template_prefix, email, {"request": self.request, "email": email, **context}
            )
            queue(person, str(mail.subject), str(mail.body))

    def get_reset_password_from_key_url(self, key: str) -> str:
        """On the portal's own address, whatever Host the question came with."""
        address = web_address("account_reset_password_from_key", "UID", "KEY")
        return address.replace("UID-KEY", key)
