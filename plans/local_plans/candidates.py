from django.db.models import QuerySet

from councils.models import LEADERS, Membership
from plans.document.models import Plan
from samarbejde.accounts.models import User


def candidates(plan: Plan) -> QuerySet[User]:
    """Whom the chair may let write: those who sit in the lokalråd today and do not write already."""
    held = Membership.objects.current().filter(council=plan.council_id, user__is_active=True)
    led = held.filter(role__in=LEADERS)
    return User.objects.filter(pk__in=held.exclude(user__in=led.values("user")).values("user")).order_by(
        "name"
    )
