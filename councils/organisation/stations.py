"""The district's stations, with the kommuner that they cover, and the kommuner that none covers."""

from dataclasses import dataclass

from councils.register.models import Municipality, PoliceDistrict, PoliceStation
from samarbejde.site.sheets import Sheet, Value


@dataclass(frozen=True)
class Covering:
    station: PoliceStation
    municipalities: list[Municipality]


@dataclass(frozen=True)
class Stations:
    rows: list[Covering]
    uncovered: list[Municipality]


def stations(district: PoliceDistrict) -> Stations:
    """Three queries."""
    found = district.stations.prefetch_related("municipalities")
    rows = [Covering(station, list(station.municipalities.all())) for station in found]
    covered = {place.pk for row in rows for place in row.municipalities}
    return Stations(rows, [place for place in district.municipalities.all() if place.pk not in covered])


def as_sheet(district: PoliceDistrict, found: Stations) -> Sheet:
    rows: list[list[Value]] = [
        [
            row.station.name,
            row.station.address,
            row.station.leader,
            ", ".join(place.name for place in row.municipalities),
        ]
        for row in found.rows
    ]
    headings = ["Station", "Adresse", "Leder", "Kommuner"]
    return Sheet(f"stationer-{district.slug}", "Politistationer", headings, rows)
