"""Who keeps a district's people: the secretariat of its kredsråd, and nobody else.

An administrator has the administration for it. What is of another district does not exist.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from councils.people.posts import Post, posts_of
from councils.register.models import (
    Council,
    CouncilKind,
    Membership,
    MembershipRole,
    Municipality,
    PoliceDistrict,
)
from councils.register.offices import Person, offices
from councils.register.permissions import load_kept_district
from samarbejde.accounts.models import User
from samarbejde.accounts.second_factor import is_set_up

NOT_YOURS = "Kun kredsrådets sekretariat holder styr på personer og poster."


def kept_district(person: Person) -> PoliceDistrict | None:
    """The first of them, for the menu; asks for nothing that is not read already."""
    kept = offices(person).secretariat_districts
    found = (seat.council.district for seat in offices(person).memberships)
    return next((district for district in found if district.pk in kept), None)


def may_keep(person: Person, term: Membership) -> bool:
    """The secretariat's own people are appointed by the administrator: so nobody makes themselves many."""
    return (
        not (term.role == MembershipRole.SECRETARIAT and term.council.kind == CouncilKind.DISTRICT)
        and term.council.district_id in offices(person).secretariat_districts
    )


def may_give_address(person: User, district_id: int) -> bool:
    """Whoever writes the address of an account gets the way into it: never into more than the post itself."""
    terms = person.memberships.not_over()
    secretary = Q(role=MembershipRole.SECRETARIAT, council__kind=CouncilKind.DISTRICT)
    beyond = terms.filter(secretary | ~Q(council__district=district_id))
    was_in = person.has_password or person.last_login or is_set_up(person)
    return not (person.is_staff or person.is_superuser or was_in or beyond.exists())


def load_district(person: Person, slug: str) -> PoliceDistrict:
    return load_kept_district(person, slug, otherwise=NOT_YOURS)


def load_council(person: Person, slug: str, pk: int) -> Council:
    district = load_district(person, slug)
    council = Council.objects.filter(district=district, pk=pk).select_related("municipality").first()
    if council is None:
        raise Http404
    council.district = district
    return council


def load_post(person: Person, slug: str, pk: int, key: str) -> Post:
    council = load_council(person, slug, pk)
    places = Municipality.objects.filter(district=council.district_id)
    for post in posts_of(council, places):
        if post.key == key:
            return post
    raise Http404


def load_term(person: Person, slug: str, pk: int) -> Membership:
    """A term of today or of later days that the secretariat may end."""
    district = load_district(person, slug)
    term = Membership.objects.not_over().with_places().filter(council__district=district, pk=pk).first()
    if term is None:
        raise Http404
    if not may_keep(person, term):
        raise PermissionDenied("Sekretariatets egne folk sættes af administratoren.")
    return term
