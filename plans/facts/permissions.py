from django.core.exceptions import PermissionDenied
from django.http import Http404

from councils.models import PoliceDistrict
from councils.register.offices import Person, offices
from plans.facts.kinds import KINDS, Fact, Kind


def load_kept_district(person: Person, slug: str) -> PoliceDistrict:
    """A district whose secretariat the person belongs to; 403 for its other members, 404 for the rest."""
    own = offices(person)
    district = PoliceDistrict.objects.filter(slug=slug, pk__in=own.districts).first()
    if district is None:
        raise Http404
    if district.pk not in own.secretariat_districts:
        raise PermissionDenied("Kun sekretariatet kan gøre dette.")
    return district


def load_kind(slug: str) -> Kind:
    if slug not in KINDS:
        raise Http404
    return KINDS[slug]


def load_fact(district: PoliceDistrict, kind: Kind, pk: int) -> Fact:
    found = kind.model._default_manager.filter(district=district, pk=pk).first()
    if found is None:
        raise Http404
    return found
