"""A lokalråd's published plan, beside the district's of the year."""

from dataclasses import dataclass

from django.http import Http404

from councils.models import CouncilKind
from plans.publication.models import Edition, EditionQuerySet


@dataclass(frozen=True)
class FoundLocally:
    edition: Edition
    newest: int

    @property
    def is_newest(self) -> bool:
        return self.edition.number == self.newest

    @property
    def others(self) -> list[int]:
        """The numbers of the plan's other editions, newest first."""
        return [number for number in range(self.newest, 0, -1) if number != self.edition.number]


def local_editions(district: str, year: int, municipality: str) -> EditionQuerySet:
    """Newest first."""
    return Edition.objects.filter(
        plan__council__kind=CouncilKind.LOCAL,
        plan__council__district__slug=district,
        plan__council__municipality__slug=municipality,
        plan__year=year,
    ).order_by("-number")


def find_local(district: str, year: int, municipality: str, number: int | None = None) -> FoundLocally:
    """The newest without a number; 404 if there is none."""
    editions = local_editions(district, year, municipality)
    newest = editions.values_list("number", flat=True).first()
    if newest is None:
        raise Http404
    wanted = editions.filter(number=newest if number is None else number)
    edition = wanted.select_related("plan__council__district", "plan__council__municipality").first()
    if edition is None:
        raise Http404
    return FoundLocally(edition, newest)
