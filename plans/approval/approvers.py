"""Who may approve a lokalråd's plan: named parties from the police and from the kommune."""

from collections.abc import Iterable

from django.db.models import Q

from councils.models import Membership, MembershipRole, Side
from councils.register.councils import MembershipQuerySet
from plans.document.models import Plan

NEITHER = (MembershipRole.DEPUTY, MembershipRole.SECRETARIAT)
BOTH = "Vælg mindst én fra politiet og én fra kommunen."


def approver_candidates(plan: Plan) -> MembershipQuerySet:
    """Of today: the lokalråd's own from police and kommune, the kommune's mayor and the director."""
    of_place = Q(municipality=plan.council.municipality_id) | Q(role=MembershipRole.CHAIR)
    kredsraad = Q(council__kind="district", council__district=plan.council.district_id) & of_place
    own = Q(council=plan.council_id, side__in=[Side.POLICE, Side.MUNICIPALITY])
    held = Membership.objects.current().filter(own | kredsraad, user__is_active=True)
    return held.exclude(role__in=NEITHER).with_places().order_by("-side", "council__kind", "pk")


def has_both_sides(people: Iterable[Membership]) -> bool:
    return {Side.POLICE, Side.MUNICIPALITY} <= {Side(one.side) for one in people}
