"""Whole addresses, for e-mails: there is no request to take the host from."""

from django.conf import settings
from django.urls import reverse


def web_address(name: str, *args: object) -> str:
    """`https://samarbejde.example/arbejdsbord/planer/3/` for `web_address("plan", 3)`."""
    return settings.SITE_URL + reverse(name, args=args)
