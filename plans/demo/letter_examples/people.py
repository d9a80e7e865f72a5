from collections.abc import Iterator

from councils.models import Membership, MembershipRole
from councils.people import letters
from samarbejde.outbox.letters import Letter


def appointed() -> Iterator[list[Letter]]:
    for role in (MembershipRole.CHAIR, MembershipRole.MEMBER):
        yield letters.appointed(Membership.objects.with_places().filter(role=role).order_by("pk")[0])
