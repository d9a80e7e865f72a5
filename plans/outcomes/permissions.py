from django.http import Http404

from councils.models import Council
from councils.register.offices import Person, offices
from plans.proposals.permissions import may_review_in


def load_proposing_council(person: Person, pk: int) -> Council:
    """A lokalråd, for its own members and the secretariat of its district."""
    places = Council.objects.select_related("municipality", "district")
    council = places.exclude(municipality=None).filter(pk=pk).first()
    if council is None:
        raise Http404
    if not (offices(person).sits_in(council.pk) or may_review_in(person, council.district_id)):
        raise Http404
    return council
