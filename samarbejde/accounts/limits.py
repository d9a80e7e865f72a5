"""After too many attempts: 429, and when to try again. Allauth counts, this tells."""

import math
import time
from collections.abc import Callable
from datetime import datetime

from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from samarbejde import danish

ACCOUNT, SECOND_FACTOR = "allauth.account", "allauth.mfa"

# What allauth counts on its pages, by the name of the URL; a key is what was typed in this field.
COUNTED = {
    "account_signup": (ACCOUNT, "signup", ""),
    "account_change_password": (ACCOUNT, "change_password", ""),
    "account_set_password": (ACCOUNT, "change_password", ""),
    "account_reset_password": (ACCOUNT, "reset_password", "email"),
    "account_reauthenticate": (ACCOUNT, "reauthenticate", ""),
    "mfa_reauthenticate": (ACCOUNT, "reauthenticate", ""),
    "mfa_reauthenticate_webauthn": (ACCOUNT, "reauthenticate", ""),
    "mfa_login_webauthn": (SECOND_FACTOR, "webauthn_login", ""),
}


def answer_429(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Middleware: whoever is told to wait is told so in the answer's head as well."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if until := getattr(request, "closed_until", None):
            response.status_code = 429
            seconds = (until - timezone.now()).total_seconds()
            response["Retry-After"] = str(max(1, math.ceil(seconds)))
        return response

    return respond


def refusal(request: HttpRequest, action: str, key: str) -> ValidationError:
    """For a form: too many attempts under this key, or from this address."""
    return ValidationError(_sentence(close(request, ACCOUNT, action, key)), code="too_many_attempts")


def close(request: HttpRequest, app: str, action: str, key: str = "") -> datetime:
    """The minute from which there may be an attempt again; `answer_429` tells it too."""
    free = max(_free_again(request, app, action, key), default=time.time())
    moment = datetime.fromtimestamp(math.ceil(free / 60) * 60, timezone.get_current_timezone())
    request.closed_until = moment  # type: ignore[attr-defined]
    return moment


def time_text(moment: datetime) -> str:
    """`kl. 14.07`, and the day where it is another."""
    local = timezone.localtime(moment)
    if local.date() == timezone.localdate():
        return f"kl. {local:%H.%M}"
    return f"den {danish.moment_text(moment)}"


def _sentence(until: datetime) -> str:
    return danish.unbroken(f"Der er prøvet for mange gange. Vent, og prøv igen {time_text(until)}.")


def _free_again(request: HttpRequest, app: str, action: str, key: str) -> list[float]:
    """When the oldest attempt of each limit that is reached is forgotten, in seconds since 1970."""
    ends = []
    for rate in ratelimit.get_rates(app=app, action=action):
        if (rate.per == "key" and not key) or (rate.per == "user" and not request.user.is_authenticated):
            continue
        place = ratelimit.get_cache_key(request, app=app, action=action, rate=rate, key=key)
        since = time.time() - rate.duration
        attempts = [at for at in cache.get(place, []) if at > since]
        if len(attempts) >= rate.amount:
            ends.append(attempts[rate.amount - 1] + rate.duration)
    return ends
