"""Whose a district is. What is of another district does not exist."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from councils.register.models import PoliceDistrict
from councils.register.offices import Person, offices


def load_district(person: Person, slug: str) -> PoliceDistrict:
    """For whoever sits in one of its councils."""
    district = PoliceDistrict.objects.filter(pk__in=offices(person).districts, slug=slug).first()
    if district is None:
        raise Http404
    return district


def load_kept_district(person: Person, slug: str, *, otherwise: str) -> PoliceDistrict:
    """For its secretariat; the other members are refused with the sentence `otherwise`."""
    district = load_district(person, slug)
    if district.pk not in offices(person).secretariat_districts:
        raise PermissionDenied(otherwise)
    return district
