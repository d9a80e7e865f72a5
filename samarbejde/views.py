"""Pages that belong to the site, not to a room."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.encoding import escape_uri_path
from django.views.decorators.http import require_safe

from samarbejde.events.recording import record


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Yours but not allowed: said in words, and written down."""
    if request.user.is_authenticated:
        address = escape_uri_path(request.path)[:300]
        text = f"Fik ikke adgang til {address} ({request.method})"
        record("denied", text, by=request.user, subject=request.user, internal=True)
    return render(request, "403.html", {"exception": str(exception)}, status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose page is too old. What was typed is sent back for the browser's «tilbage»."""
    return render(request, "403_csrf.html", status=403)


@require_safe
def accessibility_statement(request: HttpRequest) -> HttpResponse:
    return render(request, "accessibility_statement.html")
