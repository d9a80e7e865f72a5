"""Who reads and writes action plans. The loaders are the access rule of every page.

A lokalråd's members write its action plans and tell how far the activities are; its chair and vice-chair
adopt and evaluate them. The district's secretariat reads those that are adopted. For everybody else there
is nothing.
"""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from councils.meetings import permissions as meetings
from councils.models import Council, CouncilKind
from councils.register.offices import Person, offices
from plans.action_plans.models import TOLD, ActionPlan, Activity
from plans.action_plans.topics import topics_of
from plans.document.models import FIRST_YEAR, LAST_YEAR, FocusArea


def visible_action_plans(person: Person) -> QuerySet[ActionPlan]:
    own = offices(person)
    told = Q(council__district__in=own.secretariat_districts, state__in=TOLD)
    found = ActionPlan.objects.filter(Q(council__in=own.local_councils) | told)
    return found.select_related("council__district", "council__municipality")


def may_write_for(person: Person, council: Council) -> bool:
    return offices(person).sits_in(council.pk)


def may_decide_for(person: Person, council: Council) -> bool:
    """Adopt, take back, evaluate."""
    return council.pk in offices(person).chaired


def load_year(person: Person, pk: int, year: int) -> Council:
    """A lokalråd in a year that plans have, for its members and the secretariat."""
    council = meetings.load_council(person, pk)
    if council.kind != CouncilKind.LOCAL or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    return council


def load_topic(person: Person, pk: int, year: int, lineage: UUID) -> tuple[Council, FocusArea]:
    """A topic of the lokalråd's year for whoever writes about it; 403 for whoever only reads."""
    council = load_year(person, pk, year)
    found = topics_of(council, year).filter(lineage=lineage).first()
    if found is None:
        raise Http404
    if not may_write_for(person, council):
        raise PermissionDenied("Kun lokalrådets medlemmer kan gøre dette.")
    return council, found


def load_action_plan(person: Person, pk: int) -> ActionPlan:
    found = visible_action_plans(person).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def load_own_action_plan(person: Person, pk: int) -> ActionPlan:
    """For the lokalråd's members; 403 for the secretariat."""
    found = load_action_plan(person, pk)
    if not may_write_for(person, found.council):
        raise PermissionDenied("Kun lokalrådets medlemmer kan gøre dette.")
    return found


def load_decided_action_plan(person: Person, pk: int) -> ActionPlan:
    """For the lokalråd's chair and vice-chair; 403 for its members and the secretariat."""
    found = load_action_plan(person, pk)
    if not may_decide_for(person, found.council):
        raise PermissionDenied("Kun lokalrådets formand og næstformand kan gøre dette.")
    return found


def load_activity(person: Person, pk: int, activity_pk: int) -> Activity:
    """For the lokalråd's members; 404 where it is of another action plan."""
    plan = load_own_action_plan(person, pk)
    found = plan.activities.filter(pk=activity_pk).first()
    if found is None:
        raise Http404
    found.plan = plan
    return found
