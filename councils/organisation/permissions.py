"""Whoever sits in a district's councils reads how it is organised; its secretariat keeps it.

What is of another district does not exist.
"""

from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.http import Http404

from councils.register.models import Forum, PoliceDistrict, PoliceStation
from councils.register.offices import Person, offices

NOT_YOURS = "Kun kredsrådets sekretariat skriver her."


Kept = TypeVar("Kept", Forum, PoliceStation)


def own_district(person: Person) -> PoliceDistrict | None:
    """The first of them, for the menu; asks for nothing that is not read already."""
    return next((seat.council.district for seat in offices(person).memberships), None)


def may_keep(person: Person, district: PoliceDistrict) -> bool:
    return district.pk in offices(person).secretariat_districts


def load_district(person: Person, slug: str) -> PoliceDistrict:
    district = PoliceDistrict.objects.filter(pk__in=offices(person).districts, slug=slug).first()
    if district is None:
        raise Http404
    return district


def load_kept_district(person: Person, slug: str) -> PoliceDistrict:
    district = load_district(person, slug)
    if not may_keep(person, district):
        raise PermissionDenied(NOT_YOURS)
    return district


def load_forum(person: Person, slug: str, pk: int) -> Forum:
    return _of(load_district(person, slug), Forum, pk)


def load_kept_forum(person: Person, slug: str, pk: int) -> Forum:
    return _of(load_kept_district(person, slug), Forum, pk)


def load_kept_station(person: Person, slug: str, pk: int) -> PoliceStation:
    return _of(load_kept_district(person, slug), PoliceStation, pk)


def _of(district: PoliceDistrict, model: type[Kept], pk: int) -> Kept:
    found = model._default_manager.filter(district=district, pk=pk).first()
    if found is None:
        raise Http404
    found.district = district
    return found
