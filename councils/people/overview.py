"""The district's councils with their people, and what wants somebody's attention."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.utils import timezone

from councils.people.posts import Post, posts_of
from councils.people.running_out import WITHIN
from councils.people.seats import Seats, seats
from councils.people.standing import has_login
from councils.register.councils import MembershipQuerySet
from councils.register.mailing import unreached
from councils.register.models import (
    Council,
    CouncilKind,
    Membership,
    MembershipRole,
    PoliceDistrict,
    SeatRules,
    Side,
)
from samarbejde.accounts.models import User
from samarbejde.site.sheets import Sheet, Value

ORDER = [CouncilKind.DISTRICT, CouncilKind.CONTACT, CouncilKind.LOCAL]


@dataclass(frozen=True)
class Held:
    """A term as the page shows it."""

    post: Post
    term: Membership
    refused_address: str = ""  # where the latest mail could not be delivered
    is_followed: bool = False  # somebody holds the post from the day after

    @property
    def user(self) -> User:
        """As `components/unreached.html` asks for it."""
        return self.term.user

    @property
    def title(self) -> str:
        """What they are called, where the post and the name do not say it."""
        told = (self.post.name.casefold(), self.user.name.casefold())
        return "" if self.term.title.casefold() in told else self.term.title

    @property
    def runs_out(self) -> bool:
        last = self.term.last_day
        return bool(last and last <= timezone.localdate() + WITHIN and not self.is_followed)

    @property
    def without_login(self) -> str:
        if not self.user.email:
            return "Har ingen e-mail, så ingen breve når frem."
        if not self.user.is_active:
            return "Er spærret. Administratoren kan lukke op."
        return "" if has_login(self.user) else "Har ikke taget sin invitation i brug."

    @property
    def may_be_invited(self) -> bool:
        return bool(self.user.email and self.user.is_active) and not has_login(self.user)


@dataclass(frozen=True)
class Place:
    """A post with those who hold it today, and those who will."""

    post: Post
    held: list[Held]
    coming: list[Held]

    @property
    def is_vacant(self) -> bool:
        return self.post.must_be_held and not self.held

    @property
    def vacancy(self) -> str:
        """`Ingen næstformand`, `Ingen borgmester i Skive Kommune`."""
        name = self.post.name
        return f"Ingen {name[:1].lower()}{name[1:]}"


@dataclass(frozen=True)
class People:
    """One council."""

    council: Council
    places: list[Place]
    secretariat: list[Held] = field(default_factory=list)  # of the kredsråd, whom the administrator appoints
    seats: list[Seats] = field(default_factory=list)  # of a lokalråd

    @cached_property
    def held(self) -> list[Held]:
        return [held for place in self.places for held in place.held]

    @cached_property
    def vacant(self) -> list[Place]:
        return [place for place in self.places if place.is_vacant]

    @property
    def chair(self) -> Place:
        return self._place(MembershipRole.CHAIR)

    @property
    def vice_chair(self) -> Place:
        return self._place(MembershipRole.VICE_CHAIR)

    @property
    def secretary(self) -> Place:
        return self._place(MembershipRole.SECRETARIAT)

    @cached_property
    def over(self) -> list[Seats]:
        """Sides with more people than the rules say."""
        return [side for side in self.seats if side.is_over]

    def _place(self, role: MembershipRole) -> Place:
        return next(place for place in self.places if place.post.role == role)


@dataclass(frozen=True)
class Overview:
    councils: list[People]

    def of(self, kind: str) -> list[People]:
        return [people for people in self.councils if people.council.kind == kind]

    @property
    def vacant(self) -> list[Place]:
        return [place for people in self.councils for place in people.vacant]

    @property
    def over(self) -> list[People]:
        """Lokalråd in which more sit from a side than the rules say."""
        return [people for people in self.councils if people.over]

    @property
    def running_out(self) -> list[Held]:
        found = [held for held in self._held if held.runs_out]
        return sorted(found, key=lambda held: held.term.last_day or date.max)

    @property
    def unreached(self) -> list[Held]:
        return [held for held in self._held if held.refused_address]

    @property
    def without_login(self) -> list[Held]:
        """Each person once."""
        found = {held.user.pk: held for held in reversed(self._held) if held.without_login}
        return list(reversed(found.values()))

    @cached_property
    def _held(self) -> list[Held]:
        return [held for people in self.councils for held in people.held]


def overview(district: PoliceDistrict) -> Overview:
    """Five queries, however many councils the district has."""
    councils = district.councils.select_related("municipality").order_by("sort_key")
    return Overview(list(_people(sorted(councils, key=_place_of), district)))


def people_of(council: Council) -> People:
    [found] = _people([council], council.district)
    return found


def _place_of(council: Council) -> int:
    return ORDER.index(CouncilKind(council.kind))


def _people(councils: Iterable[Council], district: PoliceDistrict) -> Iterator[People]:
    asked = list(councils)
    places = list(district.municipalities.all())
    terms = _terms(asked)
    refused = {post.pk: post.refused_address for post in unreached(_of(asked))}
    rules = SeatRules.of(district)
    for council in asked:
        council.district = district
        own = terms[council.pk]
        found = [_place(post, own, refused) for post in posts_of(council, places)]
        keepers = Post(council, MembershipRole.SECRETARIAT, Side.POLICE)
        of_district = council.kind == CouncilKind.DISTRICT
        yield People(
            council,
            found,
            _place(keepers, own, refused).held if of_district else [],
            _seats(council, found, rules),
        )


def _seats(council: Council, places: Iterable[Place], rules: SeatRules) -> list[Seats]:
    if council.kind != CouncilKind.LOCAL:
        return []
    return seats((held.term for place in places for held in place.held), rules)


def _of(councils: list[Council]) -> MembershipQuerySet:
    return Membership.objects.not_over().filter(council__in=councils)


def _terms(councils: list[Council]) -> dict[int, list[Membership]]:
    found: dict[int, list[Membership]] = defaultdict(list)
    by_id = {council.pk: council for council in councils}
    for term in _of(councils).select_related("user", "municipality").order_by("period", "user__name"):
        term.council = by_id[term.council_id]
        found[term.council_id].append(term)
    return found


def _place(post: Post, terms: list[Membership], refused: dict[int, str]) -> Place:
    today = timezone.localdate()
    own = [term for term in terms if post.is_held_in(term)]
    shown = [Held(post, term, refused.get(term.pk, ""), _is_followed(post, term, own)) for term in own]
    return Place(
        post,
        [held for held in shown if held.term.first_day <= today],
        [held for held in shown if held.term.first_day > today],
    )


def _is_followed(post: Post, term: Membership, own: list[Membership]) -> bool:
    """By the next holder of the post; where several hold it, by the same person again."""
    return any(
        other.first_day > term.first_day and (not post.is_shared or other.user_id == term.user_id)
        for other in own
    )


def as_sheet(district: PoliceDistrict, found: Overview) -> Sheet:
    """Everybody who holds a post today."""
    headings = ["Råd", "Post", "Navn", "Titel", "Side", "E-mail", "Fra og med", "Til og med"]
    rows: list[list[Value]] = []
    for people in found.councils:
        for held in [*people.held, *people.secretariat]:
            term = held.term
            who: list[Value] = [str(people.council), held.post.name, term.user.name, term.title]
            told: list[Value] = [term.get_side_display(), term.user.email, term.first_day, term.last_day]
            rows.append([*who, *told])
    return Sheet(f"personer-{district.slug}", "Personer og poster", headings, rows)
