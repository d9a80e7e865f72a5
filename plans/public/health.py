from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe


@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """For whoever operates the portal: what works, and what is missing in words. 503 without a database."""
    faults = {"database": _database_fault(), "pdf": _pdf_fault()}
    answer = {name: fault or "ok" for name, fault in faults.items()}
    return JsonResponse(
        answer, status=503 if faults["database"] else 200, json_dumps_params={"ensure_ascii": False}
    )


def _database_fault() -> str:
    try:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "Databasen svarer ikke."
    return ""


def _pdf_fault() -> str:
    try:
        import weasyprint  # noqa: F401  (imported late: the portal runs without it)
    except (ImportError, OSError):
        return "PDF kan ikke dannes: biblioteket Pango mangler. Kør bin/setup, som siger hvordan."
    return ""
