from django.http import Http404

from councils.models import Council, PoliceDistrict
from councils.register.offices import Person, offices


def load_district(person: Person, slug: str) -> PoliceDistrict:
    """For everybody who sits in one of its councils; for the rest there is nothing."""
    district = PoliceDistrict.objects.filter(slug=slug, pk__in=offices(person).districts).first()
    if district is None:
        raise Http404
    return district


def load_own_councils(person: Person) -> list[Council]:
    """Those the person sits in, the kredsråd first; whoever sits in none has no year here."""
    councils = {seat.council_id: seat.council for seat in offices(person).memberships}
    if not councils:
        raise Http404
    return list(councils.values())
