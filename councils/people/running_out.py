"""Terms that end soon, and after which nobody holds the post."""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from councils.register.councils import MembershipQuerySet
from councils.register.models import LEADERS, Membership, MembershipRole

WITHIN = timedelta(days=60)


def running_out() -> MembershipQuerySet:
    """What ends first at the top; without the secretariat's own people, whom the administrator keeps."""
    soon = timezone.localdate() + WITHIN + timedelta(days=1)  # a period ends on the day after the last
    coming = Membership.objects.filter(
        council=OuterRef("council"), period__startswith__gt=OuterRef("period__startswith")
    )
    later = coming.filter(
        Q(user=OuterRef("user"), role=OuterRef("role"))
        | Q(role=OuterRef("role"), role__in=[*LEADERS, MembershipRole.SECRETARIAT])
        | Q(municipality=OuterRef("municipality"), role=OuterRef("role"))
    )
    elected = coming.filter(user=OuterRef("user"), municipality=OuterRef("municipality"), role__in=LEADERS)
    ending = Membership.objects.current().filter(period__endswith__lte=soon)
    own = Q(role=MembershipRole.SECRETARIAT, council__kind="district")
    ending = ending.exclude(own).exclude(Q(Exists(elected), role=MembershipRole.MEMBER))
    return ending.filter(~Exists(later)).order_by(F("period__endswith"))
