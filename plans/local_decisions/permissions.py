"""A lokalråd's members and the secretariat read; its chair and vice-chair decide."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from councils.meetings import permissions as meetings
from councils.models import Council, CouncilKind, PreventionArea
from councils.register.offices import Person, offices
from plans.document.models import FocusArea
from plans.local_decisions.reading import own_topics


def may_decide_for(person: Person, council: Council) -> bool:
    return council.pk in offices(person).chaired


def open_years() -> tuple[int, int]:
    """This one, and the last: a decision of December may be written down in January."""
    this = timezone.localdate().year
    return this, this - 1


def load_lokalraad(person: Person, pk: int, year: int) -> Council:
    council = meetings.load_council(person, pk)
    if council.kind != CouncilKind.LOCAL or year not in open_years():
        raise Http404
    return council


def load_area(person: Person, pk: int, year: int, area_pk: int) -> tuple[Council, PreventionArea]:
    """An area of the year's list, for whoever decides; 403 for whoever only reads."""
    council = load_lokalraad(person, pk, year)
    areas = PreventionArea.objects.listed_in(year).filter(municipality=council.municipality_id)
    found = areas.filter(pk=area_pk).first()
    if found is None:
        raise Http404
    return _decided(person, council), found


def load_topic(person: Person, pk: int, year: int, lineage: UUID) -> tuple[Council, FocusArea]:
    """One of the lokalråd's own, for whoever decides; 403 for whoever only reads."""
    council = load_lokalraad(person, pk, year)
    found = next((topic for topic in own_topics(council, year) if topic.lineage == lineage), None)
    if found is None:
        raise Http404
    return _decided(person, council), found


def _decided(person: Person, council: Council) -> Council:
    if not may_decide_for(person, council):
        raise PermissionDenied("Kun lokalrådets formand og næstformand kan gøre dette.")
    return council
