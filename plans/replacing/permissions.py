from django.http import Http404

from plans.document.models import Plan
from plans.replacing.models import Replacement


def load_replacement(plan: Plan, pk: int) -> Replacement:
    """What was replaced in a plan that is loaded already."""
    found = Replacement.objects.filter(plan=plan, pk=pk).first()
    if found is None:
        raise Http404
    return found
