"""The plan under way as one that may be written in, and that builds on last year's."""

from django.db import transaction
from django.utils import timezone

from councils.models import PoliceDistrict
from plans.approval.models import RoundState, Voiding
from plans.document.models import Plan
from plans.document.states import PlanState


@transaction.atomic  # a round and its voiding are one act
def written_again(district: PoliceDistrict) -> Plan:
    """The district's newest plan, whose signatures are called off."""
    plan, previous = Plan.objects.filter(council__district=district).order_by("-year")[:2]
    for standing in plan.signature_rounds.standing():
        standing.state, standing.closed_at = RoundState.VOIDED, timezone.now()
        standing.save()
        Voiding.objects.create(round=standing, reason="Der skrives videre.")
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.DRAFT, previous=previous)
    return Plan.objects.get(pk=plan.pk)
