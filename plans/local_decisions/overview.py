"""What the district's lokalråd have decided in a year, and what they have yet to. Reads only."""

from dataclasses import dataclass

from councils.models import Council, PoliceDistrict
from plans.local_decisions.models import TopicChange
from plans.local_decisions.reading import DecidedArea, areas_of
from samarbejde.site.sheets import Sheet, Value


@dataclass(frozen=True)
class Overview:
    areas: list[tuple[DecidedArea, Council]]
    changes: list[TopicChange]  # the newest first

    @property
    def missing(self) -> int:
        return sum(one.newest is None for one, _ in self.areas)


def overview_of(district: PoliceDistrict, year: int) -> Overview:
    """Four queries, however many there are."""
    councils = list(Council.objects.local_in(district.pk))
    by_place = {council.municipality_id: council for council in councils}
    areas = areas_of([council.municipality for council in councils], year)
    changes = TopicChange.objects.filter(council__district=district, plan__year=year)
    return Overview(
        [(one, by_place[one.area.municipality_id]) for one in areas],
        list(changes.select_related("council__municipality")),
    )


def as_sheet(district: PoliceDistrict, year: int) -> Sheet:
    found = overview_of(district, year)
    rows: list[list[Value]] = []
    for one, council in found.areas:
        newest = one.newest
        told = [newest.what, newest.decided_on, newest.text] if newest else ["mangler", None, ""]
        rows.append(["Forebyggelsesområde", str(council.municipality), one.area.name, *told])
    for change in found.changes:
        place = str(change.council.municipality)
        rows.append(["Ændret emne", place, change.topic, change.text, change.changed_on, change.reason])
    headings = ["Hvad", "Kommune", "Område eller emne", "Beslutning", "Dato", "Svar eller begrundelse"]
    name = f"lokale-beslutninger-{district.slug}-{year}"
    return Sheet(name, f"Lokale beslutninger {year}", headings, rows)
