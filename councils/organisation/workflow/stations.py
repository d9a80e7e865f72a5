"""The secretariat keeps its district's stations."""

from collections.abc import Collection, Mapping

from django.db import transaction

from councils.organisation.workflow.saving import save_told_apart
from councils.register.models import PoliceDistrict, PoliceStation
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import with_editor
from samarbejde.transitions import lock, refuse_overtaken, stands

GONE = "Stationen er slettet af en anden."
TAKEN = "Politikredsen har allerede en station med det navn. Ret den i stedet."
Answers = Mapping[str, object]


@transaction.atomic
def add_station(
    district: PoliceDistrict, answers: Answers, covered: Collection[int], *, by: User
) -> PoliceStation:
    """`covered`: ids of kommuner in the district."""
    station = PoliceStation(district=district, **answers)
    save_told_apart(station, TAKEN, by=by)
    station.municipalities.set(district.municipalities.filter(pk__in=covered))
    _record("organisation.station_added", "Oprettede", station, by)
    return station


@transaction.atomic
def edit_station(
    station: PoliceStation, answers: Answers, covered: Collection[int], *, version: int, by: User
) -> PoliceStation:
    """Raises `Stale` if another version stands and says otherwise."""
    station = lock(station, gone=GONE)
    before = set(station.municipalities.values_list("pk", flat=True))
    if stands(station, answers) and before == set(covered):
        return station
    refuse_overtaken(station, version)
    for name, answer in answers.items():
        setattr(station, name, answer)
    station.version += 1
    save_told_apart(station, TAKEN, by=by)
    station.municipalities.set(station.district.municipalities.filter(pk__in=covered))
    _record("organisation.station_changed", "Rettede", station, by)
    return station


@transaction.atomic
def delete_station(station: PoliceStation, *, by: User) -> None:
    station = lock(station, gone=GONE)
    _record("organisation.station_removed", "Slettede", station, by, covers="dækkede")
    with_editor(by, station).delete()


def _record(verb: str, did: str, station: PoliceStation, by: User, *, covers: str = "dækker") -> None:
    """The history has no kommuner, so the event names them."""
    places = danish.listing(place.name for place in station.municipalities.all())
    told = f"{did} politistationen »{station}«, som {covers} {places or 'ingen kommuner'}"
    record(verb, told, by=by, subject=station, internal=True)
