"""Finding the edition behind a public address, with as few queries as a page can do with."""

from dataclasses import dataclass
from functools import cache

from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import Http404, HttpRequest

from councils.models import CouncilKind
from plans.publication.models import Edition, EditionQuerySet

HIGHEST = 32_767  # of a PostgreSQL smallint: years and numbers beyond it are nobody's


@dataclass(frozen=True)
class Found:
    """One edition of a plan, and which number is the newest."""

    pk: int
    number: int
    content_hash: str
    newest: int

    @property
    def is_newest(self) -> bool:
        return self.number == self.newest

    @property
    def etag(self) -> str:
        """Changes with the edition, with a newer one, and with the portal's own look."""
        return f'"{self.content_hash[:32]}-{self.number}-{self.newest}-{_release()}"'


def district_editions() -> EditionQuerySet:
    return Edition.objects.filter(plan__council__kind=CouncilKind.DISTRICT)


def find(request: HttpRequest, district: str, year: int, number: int | None = None) -> Found:
    """The edition at this address, the newest without a number; one query a request. 404 if there is none."""
    remembered: Found | None = getattr(request, "_edition", None)
    if remembered is None:
        remembered = request._edition = _look_up(district, year, number)  # type: ignore[attr-defined]
    return remembered


def etag(request: HttpRequest, district: str, year: int, number: int | None = None, **rest: str) -> str:
    return find(request, district, year, number).etag


def _look_up(district: str, year: int, number: int | None) -> Found:
    if year > HIGHEST:
        raise Http404
    editions = district_editions().filter(plan__council__district__slug=district, plan__year=year)
    rows = {row[0]: row for row in editions.values_list("number", "pk", "content_hash")}
    if not rows or (number is not None and number not in rows):
        raise Http404
    newest = max(rows)
    chosen, pk, content_hash = rows[number or newest]
    return Found(pk, chosen, content_hash, newest)


@cache
def _release() -> str:
    return getattr(staticfiles_storage, "manifest_hash", "") or "0"
