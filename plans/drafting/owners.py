"""Who can have a section to write: the secretariat of today; in a local plan its leaders and writers too."""

from django.db.models import Q, QuerySet

from councils.models import LEADERS, CouncilKind, Membership, MembershipRole
from plans.document.models import Plan
from samarbejde.accounts.models import User


def owners(plan: Plan) -> QuerySet[User]:
    posts = Q(
        role=MembershipRole.SECRETARIAT,
        council__kind=CouncilKind.DISTRICT,
        council__district=plan.council.district_id,
    )
    if plan.is_local:
        writes = Q(role__in=LEADERS) | Q(user__in=plan.writers.values("user"))
        posts |= Q(council=plan.council_id) & writes
    held = Membership.objects.current().filter(posts)
    return User.objects.filter(pk__in=held.values("user")).order_by("name", "pk")
