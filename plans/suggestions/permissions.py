"""Who may suggest: whoever may comment where others read it, while the text can be changed."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from councils.register.offices import Person
from plans.comments.models import Channel
from plans.comments.permissions import load_commented_plan, writable_channels
from plans.document.models import Plan
from plans.document.permissions import may_manage_plan
from plans.suggestions.models import Suggestion


def may_suggest(person: Person, plan: Plan) -> bool:
    return plan.is_open and Channel.SHARED in writable_channels(person, plan)


def load_suggestion(person: Person, pk: int, suggestion_pk: int) -> Suggestion:
    """For whoever reads the plan's comments; 404 where there is none."""
    plan = load_commented_plan(person, pk)
    found = Suggestion.objects.select_related("by", "decided_by").filter(plan=plan, pk=suggestion_pk).first()
    if found is None:
        raise Http404
    found.plan = plan
    return found


def load_suggestion_to_decide(person: Person, pk: int, suggestion_pk: int) -> Suggestion:
    found = load_suggestion(person, pk, suggestion_pk)
    if not may_manage_plan(person, found.plan):
        raise PermissionDenied("Kun sekretariatet afgør ændringsforslag.")
    return found
