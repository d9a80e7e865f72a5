"""Whoever sits in a district's councils reads how it is organised; its secretariat keeps it.

What is of another district does not exist.
"""

from typing import TypeVar

from django.http import Http404

from councils.register import permissions as register
from councils.register.models import Forum, OrganisationUnit, PoliceDistrict, PoliceStation
from councils.register.offices import Person, offices
from councils.register.permissions import load_district
from samarbejde.histories import Record

NOT_YOURS = "Kun kredsrådets sekretariat skriver her."


Kept = TypeVar("Kept", Forum, OrganisationUnit, PoliceStation)


def own_district(person: Person) -> PoliceDistrict | None:
    """The first of them, for the menu; asks for nothing that is not read already."""
    return next((seat.council.district for seat in offices(person).memberships), None)


def may_keep(person: Person, district: PoliceDistrict) -> bool:
    return district.pk in offices(person).secretariat_districts


def load_kept_district(person: Person, slug: str) -> PoliceDistrict:
    return register.load_kept_district(person, slug, otherwise=NOT_YOURS)


def load_forum(person: Person, slug: str, pk: int) -> Forum:
    return _of(load_district(person, slug), Forum, pk)


def load_kept_forum(person: Person, slug: str, pk: int) -> Forum:
    return _of(load_kept_district(person, slug), Forum, pk)


def load_kept_station(person: Person, slug: str, pk: int) -> PoliceStation:
    return _of(load_kept_district(person, slug), PoliceStation, pk)


def load_kept_unit(person: Person, slug: str, pk: int) -> OrganisationUnit:
    return _of(load_kept_district(person, slug), OrganisationUnit, pk)


def load_deleted_unit(person: Person, slug: str, pk: int) -> tuple[PoliceDistrict, Record]:
    """The district, and what its history says of the unit as it was deleted last."""
    district = load_kept_district(person, slug)
    told = OrganisationUnit.history.filter(district=district.pk, id=pk, history_type="-").first()
    if told is None:
        raise Http404
    return district, told


def _of(district: PoliceDistrict, model: type[Kept], pk: int) -> Kept:
    found = model._default_manager.filter(district=district, pk=pk).first()
    if found is None:
        raise Http404
    found.district = district
    return found
