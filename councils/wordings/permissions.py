from django.http import Http404

from councils.register.models import PoliceDistrict
from councils.register.offices import Person
from councils.register.permissions import load_kept_district
from councils.wordings.kinds import KINDS, Kind


def load_district(person: Person, slug: str) -> PoliceDistrict:
    return load_kept_district(person, slug, otherwise="Kun kredsrådets sekretariat skriver brevenes tekst.")


def load_kind(person: Person, slug: str, key: str) -> tuple[PoliceDistrict, Kind]:
    district = load_district(person, slug)
    if key not in KINDS:
        raise Http404
    return district, KINDS[key]
