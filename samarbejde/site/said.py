"""What is said of a step at its row or section: the top of a long page is out of sight by then."""

from django.contrib import messages
from django.http import HttpRequest

SAID = "sagt"  # the id of what is said: an address that ends in it is shown there, and read aloud


def say_at(request: HttpRequest, place: str, text: str) -> None:
    """Tell that a step is taken; the page that follows shows it at `place` by the template tag `said_at`."""
    messages.success(request, text, extra_tags=_tag(place))


def is_for(message: object, place: str) -> bool:
    return getattr(message, "extra_tags", "") == _tag(place)


def _tag(place: str) -> str:
    return f"at-{place}"
