"""Pages that belong to the site, not to a room."""

import logging
import sys
from datetime import date

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views import defaults
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from samarbejde.database import is_out_of_order
from samarbejde.events.recording import count_denied
from samarbejde.forms.resending import may_send_back, sent_back
from samarbejde.log_lines import masked
from samarbejde.site.compression import compressed
from samarbejde.site.headers import kept_a_minute

TRY_AGAIN_AFTER = 30  # seconds
STATEMENT_PREPARED = date(2026, 11, 28)
STATEMENT_REVIEWED = date(2026, 11, 28)  # with each release, and within a year

log = logging.getLogger(__name__)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Yours but not allowed: said in words, and counted."""
    if request.user.is_authenticated:
        count_denied(request.user)
        log.warning("access denied", extra={"person": request.user.pk, "path": masked(request.path)})
    return render(request, "403.html", {"exception": str(exception)}, status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose page is too old. What was typed at the desk is on the answer, to send again."""
    if may_send_back(request):
        return sent_back(request, status=403)
    return render(request, "403_csrf.html", status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if is_out_of_order(exception):  # the session could not be saved
        return _pause(request)
    if isinstance(exception, RequestDataTooBig):
        limit = f"{settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1_000_000} MB"
        return render(request, "413.html", {"limit": limit}, status=413)
    return render(request, "400.html", status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    return _pause(request) if is_out_of_order(sys.exception()) else defaults.server_error(request)


def _pause(request: HttpRequest) -> HttpResponse:
    """The database is away or full: it is asked nothing, and what was typed stands on the page."""
    response = (
        sent_back(request, "503.html", status=503)
        if may_send_back(request)
        else render(request, "503.html", status=503)
    )
    response["Retry-After"] = str(TRY_AGAIN_AFTER)
    return response


@require_safe
@kept_a_minute
@conditional_page
@compressed
def accessibility_statement(request: HttpRequest) -> HttpResponse:
    """What the model of the Commission's decision (EU) 2018/1523 asks for."""
    about = {
        "site_url": settings.SITE_URL,
        "was_url": settings.WAS_URL,
        "prepared": STATEMENT_PREPARED,
        "reviewed": STATEMENT_REVIEWED,
    }
    return render(request, "accessibility_statement.html", about)


@require_safe
@cache_control(public=True, max_age=24 * 60 * 60)  # the mark's own address changes with its looks
def favicon(request: HttpRequest) -> HttpResponse:
    """Where browsers look for an icon when the document names none, such as a PDF."""
    return redirect(static("img/mark.svg"), permanent=True)
