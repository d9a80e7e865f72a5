from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

POLICY = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"
KEPT_BY_NOBODY = "private, no-store"
# for what citizens read: anybody may keep it, who asks each time whether it is the newest
revalidated = cache_control(public=True, max_age=0, must_revalidate=True)


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
