"""Whom to write to: the office holders of today that an e-mail reaches, and letters to them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypedDict

from django.db.models import OuterRef, QuerySet, Subquery

from councils.register.models import (
    LEADERS,
    Council,
    CouncilKind,
    Membership,
    MembershipRole,
    PoliceDistrict,
)
from samarbejde.accounts.models import User
from samarbejde.outbox.letters import Recipient
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


def reply_addresses(district: PoliceDistrict) -> list[str]:
    """Where the secretariat of a police district is written to: its own address, else those of its people."""
    return _addresses(district.pk, district.secretariat_email)


def answers_go_to(people: Iterable[Recipient]) -> dict[int, list[str]]:
    """`settings.ANSWERS_GO_TO`: of each (id) the secretariats where they sit, but the one they are of."""
    others: dict[int, dict[int, str]] = {person.pk: {} for person in people}
    held = Membership.objects.not_over().filter(user__in=others).order_by("council__district__sort_key")
    posts = list(
        held.values_list("user", "role", "council__district", "council__district__secretariat_email")
    )
    own = {(user, district) for user, role, district, _ in posts if role == MembershipRole.SECRETARIAT}
    for user, _, district, address in posts:
        if (user, district) not in own:
            others[user][district] = address
    asked = {district: address for each in others.values() for district, address in each.items()}
    found = {district: _addresses(district, address) for district, address in asked.items()}
    return {
        user: list(dict.fromkeys(address for district in each for address in found[district]))
        for user, each in others.items()
    }


def _addresses(district_id: int, own: str) -> list[str]:
    return [own] if own else [str(person.email) for person in secretariat(district_id)]


def leaders(councils: Iterable[Council]) -> dict[int, list[User]]:
    """For each lokalråd (id) its chair; where there is none to reach, its vice-chair."""
    found: dict[int, dict[str, list[User]]] = defaultdict(lambda: defaultdict(list))
    held = Membership.objects.current().reachable().filter(council__in=list(councils), role__in=LEADERS)
    for membership in held.select_related("user"):
        found[membership.council_id][membership.role].append(membership.user)
    return {
        pk: posts[MembershipRole.CHAIR] or posts[MembershipRole.VICE_CHAIR] for pk, posts in found.items()
    }


def without_leader(councils: Iterable[Council]) -> list[Council]:
    """The lokalråd that have nobody to write to."""
    asked = list(councils)
    led = leaders(asked)
    return [council for council in asked if council.pk not in led]


def unreached(held: "QuerySet[Membership]") -> "list[WithAnnotations[Membership, Unreached]]":
    """Of these posts, those whose holder no mail reaches: the latest was refused for good."""
    refused = Message.objects.refused().filter(to=OuterRef("user")).order_by("-queued_at", "-pk")
    marked = held.annotate(refused_address=Subquery(refused.values("address")[:1]))
    return list(marked.exclude(refused_address=None).select_related("user"))
