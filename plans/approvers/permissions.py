"""Which posts approve a district's local plans is said by its secretariat."""

from django.http import Http404

from councils.models import Council, CouncilKind
from councils.register.offices import Person
from plans.document.permissions import load_managed_district


def load_local_council(person: Person, slug: str, place: str) -> Council:
    """The lokalråd of a kommune in the secretariat's own district."""
    district = load_managed_district(person, slug)
    found = Council.objects.filter(kind=CouncilKind.LOCAL, district=district, municipality__slug=place)
    council = found.select_related("municipality", "district").first()
    if council is None:
        raise Http404
    return council
