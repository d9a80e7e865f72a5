"""Whom to write to: the office holders of today that an e-mail reaches."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypedDict

from django.db.models import OuterRef, QuerySet, Subquery

from councils.register.models import LEADERS, Council, CouncilKind, Membership, MembershipRole
from samarbejde.accounts.models import User
from samarbejde.outbox.models import Message

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class Unreached(TypedDict):
    refused_address: str  # the one that the mail went to: it may be mended by now


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


def unreached(held: "QuerySet[Membership]") -> "list[WithAnnotations[Membership, Unreached]]":
    """Of these posts, those whose holder no mail reaches: the latest was refused for good."""
    refused = Message.objects.refused().filter(to=OuterRef("user")).order_by("-queued_at", "-pk")
    marked = held.annotate(refused_address=Subquery(refused.values("address")[:1]))
    return list(marked.exclude(refused_address=None).select_related("user"))
