from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.http import HttpRequest

from samarbejde.transitions import Refused


@contextmanager
def refusals_shown(request: HttpRequest) -> Iterator[None]:
    """Run a workflow step in a view: a refusal becomes a message on the next page."""
    try:
        yield
    except Refused as refusal:
        messages.error(request, str(refusal))
