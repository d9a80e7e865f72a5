"""What a person may be today: their memberships, asked for once a request."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser

from councils.register.models import LEADERS, Council, CouncilKind, Membership, MembershipRole

Person = AbstractBaseUser | AnonymousUser


@dataclass
class Offices:
    person: Person

    @cached_property
    def memberships(self) -> list[Membership]:
        if not self.person.is_authenticated or not self.person.is_active:
            return []
        own = Membership.objects.filter(user_id=self.person.pk)
        return list(own.current().with_places().order_by("council__kind", "council__sort_key"))

    @cached_property
    def secretariat_districts(self) -> frozenset[int]:
        """Districts whose kredsråd has the person in its secretariat; a lokalråd's secretary is not of it."""
        return self._districts(
            lambda m: m.role == MembershipRole.SECRETARIAT and m.council.kind == CouncilKind.DISTRICT
        )

    @cached_property
    def signing_districts(self) -> frozenset[int]:
        """Districts whose plan the person signs: as director or as mayor."""
        return self._districts(
            lambda m: m.role in (*LEADERS, MembershipRole.MEMBER) and m.council.kind == CouncilKind.DISTRICT
        )

    @cached_property
    def districts(self) -> frozenset[int]:
        """Every district where the person sits in some council."""
        return self._districts(lambda m: True)

    @cached_property
    def local_councils(self) -> list[Council]:
        return [m.council for m in self.memberships if m.council.kind == CouncilKind.LOCAL]

    @cached_property
    def chaired(self) -> frozenset[int]:
        """Lokalråd (ids) the person chairs, or stands in for as vice-chair."""
        return frozenset(
            m.council_id
            for m in self.memberships
            if m.council.kind == CouncilKind.LOCAL and m.role in LEADERS
        )

    def sits_in(self, council_id: int) -> bool:
        return any(m.council_id == council_id for m in self.memberships)

    def _districts(self, chosen: Callable[[Membership], bool]) -> frozenset[int]:
        return frozenset(m.council.district_id for m in self.memberships if chosen(m))


def offices(person: Person) -> Offices:
    """The person's offices, remembered on the person for the rest of the request."""
    if "_offices" not in person.__dict__:
        person.__dict__["_offices"] = Offices(person)
    return person.__dict__["_offices"]


def holds_office(person: AbstractBaseUser) -> bool:
    """They sit in some council, today or from a later day."""
    return Membership.objects.filter(user_id=person.pk).not_over().exists()
