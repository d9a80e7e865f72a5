"""Each request has an id, which its answer carries and every line of the log that it leaves."""

import logging
import re
import time
import uuid
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from samarbejde.log_lines import at_work, masked

HEADER = "X-Request-ID"
_GIVEN = re.compile(r"[\w-]{8,64}", re.ASCII)

log = logging.getLogger(__name__)


def request_log(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Middleware, the outermost: a line for each answer, with whom it was for where the page asked."""

    def respond(request: HttpRequest) -> HttpResponse:
        started = time.monotonic()
        known = {"request": _id_of(request), "address": address_of(request)}
        token = at_work.set(known)
        try:
            response = get_response(request)
            at_work.set({**known, **person_of(request)})
            about = {"method": request.method, "path": masked(request.path), "status": response.status_code}
            log.info("answered", extra=about | {"ms": round(1000 * (time.monotonic() - started))})
        finally:
            at_work.reset(token)
        response[HEADER] = known["request"]
        return response

    return respond


def address_of(request: HttpRequest) -> str:
    """The reader's own, which the one proxy before us adds at the end."""
    if settings.PROXY and (passed_on := request.headers.get("X-Forwarded-For")):
        return passed_on.rpartition(",")[2].strip()[:45]
    return str(request.META.get("REMOTE_ADDR", ""))


def person_of(request: HttpRequest) -> dict[str, int]:
    """Asked of nobody but the page: a citizen's page never looks who is reading."""
    person = getattr(request, "_cached_user", None)
    return {"person": person.pk} if person is not None and person.is_authenticated else {}


def _id_of(request: HttpRequest) -> str:
    given = request.headers.get(HEADER, "") if settings.PROXY else ""
    return given if _GIVEN.fullmatch(given) else uuid.uuid4().hex
