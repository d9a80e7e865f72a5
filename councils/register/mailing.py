"""Whom to write to: the office holders of today that an e-mail reaches."""

from collections import defaultdict
from collections.abc import Iterable

from councils.register.models import LEADERS, Council, CouncilKind, Membership, MembershipRole
from samarbejde.accounts.models import User


def secretariat(district_id: int) -> list[User]:
    """Of the police district."""
    held = Membership.objects.current().reachable()
    held = held.filter(
        role=MembershipRole.SECRETARIAT, council__kind=CouncilKind.DISTRICT, council__district=district_id
    )
    return [membership.user for membership in held.select_related("user")]


def leaders(councils: Iterable[Council]) -> dict[int, list[User]]:
    """For each lokalråd (id) its chair; where there is none to reach, its vice-chair."""
    found: dict[int, dict[str, list[User]]] = defaultdict(lambda: defaultdict(list))
    held = Membership.objects.current().reachable().filter(council__in=list(councils), role__in=LEADERS)
    for membership in held.select_related("user"):
        found[membership.council_id][membership.role].append(membership.user)
    return {
        pk: posts[MembershipRole.CHAIR] or posts[MembershipRole.VICE_CHAIR] for pk, posts in found.items()
    }
