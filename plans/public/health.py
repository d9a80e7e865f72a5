"""`/sundhed/`: for whoever operates the portal, what works and what is missing, in words.

The answer is 503 when no page can be shown, and then only, so that a proxy takes no web server out because
a worker is down. `/sundhed/?alt` is for monitoring: 503 whenever one of the words is not »ok«.
`waiting` has the age in seconds of the oldest e-mail and of the oldest publication that wait; 0 is none.
"""

from datetime import datetime

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import DatabaseError, InterfaceError, connection
from django.db.models import Min
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from plans.publication.models import Publication
from samarbejde.outbox.delivery import delivers
from samarbejde.outbox.models import Message
from samarbejde.site.kept_files import is_closed
from samarbejde.system_dependencies import missing_to_make_pdf, missing_to_read_pdf
from samarbejde.workers.condition import faults

UNKNOWN = "Ukendt, for databasen svarer ikke."


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    words = {
        "database": _database_fault(),
        "pdf": _pdf_fault(),
        "import": _import_fault(),
        "static": _static_fault(),
        "pages": _pages_fault(),
    }
    is_away = bool(words["database"])
    waiting = {} if is_away else _waiting()
    words["worker"] = UNKNOWN if is_away else " ".join(faults().values())
    words["mail"] = UNKNOWN if is_away else _mail_fault()
    is_down = is_away or ("alt" in request.GET and any(words.values()))
    return JsonResponse(
        {name: fault or "ok" for name, fault in words.items()} | {"waiting": waiting},
        status=503 if is_down else 200,
        json_dumps_params={"ensure_ascii": False},
    )


def _waiting() -> dict[str, int]:
    mail = Message.objects.waiting() if delivers() else Message.objects.none()
    return {
        "mail": _age(mail.aggregate(first=Min("queued_at"))["first"]),
        "publication": _age(Publication.objects.under_way().aggregate(first=Min("ordered_at"))["first"]),
    }


def _age(since: datetime | None) -> int:
    return int((timezone.now() - since).total_seconds()) if since else 0


def _database_fault() -> str:
    try:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError):
        return "Databasen svarer ikke."
    return ""


def _mail_fault() -> str:
    if not delivers():
        return "" if settings.DEMO else "Ingen mailserver: e-mails bliver i udbakken."
    if Message.objects.late().exists():
        return "E-mails har ventet i mere end en time."
    return ""


def _pdf_fault() -> str:
    missing = missing_to_make_pdf()
    return (
        f"PDF kan ikke dannes: {', '.join(missing)} mangler. Kør bin/setup, som siger hvordan."
        if missing
        else ""
    )


def _import_fault() -> str:
    missing = missing_to_read_pdf()
    return (
        f"PDF kan ikke læses: {', '.join(missing)} mangler. Kør bin/setup, som siger hvordan."
        if missing
        else ""
    )


def _static_fault() -> str:
    try:
        staticfiles_storage.url("img/mark.svg")
    except ValueError:
        return "Sidernes stil og billeder mangler. Kør »manage.py collectstatic«."
    return ""


def _pages_fault() -> str:
    if not is_closed():
        return ""
    return (
        f"Borgernes sider kan ikke gemmes i {settings.PAGES} og vises langsommere. Ret mappens rettigheder."
    )
