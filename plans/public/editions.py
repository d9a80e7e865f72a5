"""Finding the edition behind a public address, with as few queries as a page can do with."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.http import Http404, HttpRequest
from django.utils import timezone

from councils.models import CouncilKind
from plans.public.standing import Standing
from plans.publication.models import Edition, EditionQuerySet
from samarbejde.site.release import release


@dataclass(frozen=True)
class Found:
    """One edition of a plan, which number is the newest, and what the plan's year is today."""

    district: str
    year: int
    number: int
    pk: int
    content_hash: str
    published_at: datetime
    newest: int
    standing: Standing

    @property
    def is_newest(self) -> bool:
        return self.number == self.newest

    @property
    def others(self) -> list[int]:
        """The numbers of the plan's other editions, newest first."""
        return [number for number in range(self.newest, 0, -1) if number != self.number]

    @property
    def text_key(self) -> str:
        """Of what the edition itself says; as good as unchanging."""
        return self._key(self.pk, self.content_hash, self.published_at.isoformat(), self.is_newest)

    @property
    def key(self) -> str:
        """Of all that the page says today: changes with a newer edition, another plan and the new year."""
        return self._key(self.text_key, self.newest, self.standing)

    @property
    def etag(self) -> str:
        """Of the page in whatever way it is packed, and of all that is shown of the edition beside it."""
        return f'W/"{self.key}-{release()}"'

    def _key(self, *parts: object) -> str:
        digest = hashlib.sha256(repr(parts).encode()).hexdigest()[:20]
        return f"{self.district}-{self.year}-{self.number}-{digest}"


def district_editions() -> EditionQuerySet:
    return Edition.objects.filter(plan__council__kind=CouncilKind.DISTRICT)


def find(request: HttpRequest, district: str, year: int, number: int | None = None) -> Found:
    """The edition at this address, the newest without a number; one query a request. 404 if there is none."""
    remembered: Found | None = getattr(request, "_edition", None)
    if remembered is None:
        editions = district_editions().filter(plan__council__district__slug=district)
        places = {(one.year, one.number): one for one in found_among(editions)}
        newest = max((n for y, n in places if y == year), default=0)
        remembered = places.get((year, newest if number is None else number))
        if remembered is None:
            raise Http404
        request._edition = remembered  # type: ignore[attr-defined]
    return remembered


def find_with_earlier(request: HttpRequest, district: str, year: int) -> tuple[Found, Found]:
    """The newest edition of the year, and that of the published plan before it; 404 without both."""
    remembered: tuple[Found, Found] | None = getattr(request, "_editions", None)
    if remembered is None:
        editions = district_editions().filter(plan__council__district__slug=district)
        newest = {one.year: one for one in found_among(editions) if one.is_newest}
        found = newest.get(year)
        if found is None or found.standing.earlier is None:
            raise Http404
        remembered = found, newest[found.standing.earlier]
        request._editions = remembered  # type: ignore[attr-defined]
    return remembered


def changes_etag(request: HttpRequest, district: str, year: int) -> str:
    found, earlier = find_with_earlier(request, district, year)
    return f'W/"{found.key}-{earlier.text_key}-{release()}"'


def etag(request: HttpRequest, district: str, year: int, number: int | None = None, **rest: str) -> str:
    return find(request, district, year, number).etag


def found_among(editions: EditionQuerySet) -> list[Found]:
    """Each of them, without its text; one query. `editions` are all of one district, or of all."""
    rows = list(
        editions.values(
            "number",
            "pk",
            "content_hash",
            "published_at",
            district=F("plan__council__district__slug"),
            year=F("plan__year"),
        )
    )
    years: dict[str, set[int]] = {}
    newest: dict[tuple[str, int], int] = {}
    for row in rows:
        plan = row["district"], row["year"]
        years.setdefault(row["district"], set()).add(row["year"])
        newest[plan] = max(row["number"], newest.get(plan, 0))
    this_year = timezone.localdate().year
    return [
        Found(
            **row,
            newest=newest[row["district"], row["year"]],
            standing=Standing.of(row["year"], years[row["district"]], this_year),
        )
        for row in rows
    ]
