from django.http import Http404

from councils.models import PoliceDistrict
from plans.facts.kinds import KINDS, Fact, Kind


def load_kind(slug: str) -> Kind:
    if slug not in KINDS:
        raise Http404
    return KINDS[slug]


def load_fact(district: PoliceDistrict, kind: Kind, pk: int) -> Fact:
    found = kind.model._default_manager.filter(district=district, pk=pk).first()
    if found is None:
        raise Http404
    return found
