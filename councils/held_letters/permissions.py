from django.shortcuts import get_object_or_404

from councils.held_letters.models import HeldLetter
from councils.register.models import PoliceDistrict
from councils.register.offices import Person
from councils.register.permissions import load_kept_district


def load_district(person: Person, slug: str) -> PoliceDistrict:
    return load_kept_district(person, slug, otherwise="Kun kredsrådets sekretariat læser breve, før de går.")


def load_held_letter(person: Person, slug: str, pk: int) -> HeldLetter:
    """Also one that has left or is stopped by now."""
    district = load_district(person, slug)
    return get_object_or_404(district.held_letters.with_message(), pk=pk)
