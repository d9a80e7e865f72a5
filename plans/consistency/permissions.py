from django.core.exceptions import PermissionDenied
from django.http import Http404

from councils.models import PoliceDistrict
from councils.register.offices import Person, offices
from plans.consistency.models import ListedWord, Waiver
from plans.document.models import Plan


def load_listing_district(person: Person, slug: str) -> PoliceDistrict:
    """A district of whose secretariat the person is; 403 for its other members, 404 for the rest."""
    own = offices(person)
    district = PoliceDistrict.objects.filter(slug=slug, pk__in=own.districts).first()
    if district is None:
        raise Http404
    if district.pk not in own.secretariat_districts:
        raise PermissionDenied("Kun sekretariatet kan gøre dette.")
    return district


def load_listed_word(district: PoliceDistrict, pk: int) -> ListedWord:
    found = ListedWord.objects.filter(district=district, pk=pk).first()
    if found is None:
        raise Http404
    return found


def load_waiver(plan: Plan, pk: int) -> Waiver:
    """One that this plan's check may have used, of a plan that is loaded already."""
    found = Waiver.objects.filter(council=plan.council_id, year__lte=plan.year, pk=pk).first()
    if found is None:
        raise Http404
    return found
