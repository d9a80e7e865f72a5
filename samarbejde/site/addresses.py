"""Whole addresses, for e-mails: there is no request to take the host from."""

from django.conf import settings
from django.urls import reverse


def web_address(name: str, *args: object) -> str:
    """`https://samarbejde.example/arbejdsbord/planer/3/` for `web_address("plan", 3)`."""
    return whole_address(reverse(name, args=args))


def whole_address(path: str) -> str:
    """Of what a page would link to, as `/arbejdsbord/planer/3/`."""
    return settings.SITE_URL + path
