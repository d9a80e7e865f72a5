"""A picture as an answer of its own: named by its content, it is kept as long as anybody likes."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from plans.pictures.models import Picture
from samarbejde.files.remaking import ENDINGS

A_YEAR = 31_536_000  # seconds


def picture_answer(request: HttpRequest, kept: QuerySet[Picture], name: str, *, public: bool) -> HttpResponse:
    """404 where none of this name is kept. The browser is told to run nothing of it, whatever it is."""
    etag = f'"{name}"'
    if request.headers.get("If-None-Match") == etag and kept.filter(name=name).exists():
        answer = HttpResponse(status=304)
    else:
        found = kept.filter(name=name).first()
        if found is None:
            raise Http404
        answer = _whole(found)
    answer["ETag"] = etag
    if public:
        answer["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return answer


def _whole(picture: Picture) -> HttpResponse:
    name = f"{picture.name[:12]}.{ENDINGS[picture.kind]}"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(bytes(picture.content), content_type=picture.kind, headers=headers)
