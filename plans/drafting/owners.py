"""Who can have a section to write: the secretariat of the plan's police district today."""

from django.db.models import QuerySet

from councils.models import CouncilKind, Membership, MembershipRole
from plans.document.models import Plan
from samarbejde.accounts.models import User


def owners(plan: Plan) -> QuerySet[User]:
    held = Membership.objects.current().filter(
        role=MembershipRole.SECRETARIAT,
        council__kind=CouncilKind.DISTRICT,
        council__district=plan.council.district_id,
    )
    return User.objects.filter(pk__in=held.values("user")).order_by("name", "pk")
