from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

POLICY = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"
KEPT_BY_NOBODY = "private, no-store"
PROXY_ASKS_AFTER = 10  # seconds: so old may a page be that nginx shows without asking us
View = Callable[..., HttpResponse]


def kept_by_all(*, seconds: int) -> Callable[[View], View]:
    """For what citizens read: anybody may keep it, and a browser asks after so long if it is the newest."""

    def decorated(view: View) -> View:
        shown = cache_control(public=True, max_age=seconds, must_revalidate=True)(view)

        @wraps(view)
        def respond(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            response = shown(request, *args, **kwargs)
            response["X-Accel-Expires"] = str(PROXY_ASKS_AFTER)
            return response

        return respond

    return decorated


revalidated = kept_by_all(seconds=0)
kept_a_minute = kept_by_all(seconds=60)


def permissions_policy(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Middleware: the portal asks the browser for no device and no profile."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response["Permissions-Policy"] = POLICY
        return response

    return respond


def no_store(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Middleware: nobody on the way or after the reader keeps an answer, unless it says that it is public."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if "public" not in response.get("Cache-Control", ""):
            response["Cache-Control"] = KEPT_BY_NOBODY
        return response

    return respond
