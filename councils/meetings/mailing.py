"""Whom to write to of a council's meetings: those of today that an e-mail reaches."""

from councils.meetings.permissions import CALLERS
from councils.register.mailing import secretariat
from councils.register.models import Council, CouncilKind, MembershipRole
from samarbejde.accounts.models import User


def callers(council: Council) -> list[User]:
    """Who calls it: its secretariat, or where it has none of its own, its chair."""
    if council.kind != CouncilKind.LOCAL:
        return secretariat(council.district_id)
    held = council.memberships.current().reachable().filter(role__in=CALLERS[CouncilKind.LOCAL])
    people = list(held.select_related("user").order_by("pk"))
    first = [one for one in people if one.role == MembershipRole.SECRETARIAT]
    return [one.user for one in first or people]
