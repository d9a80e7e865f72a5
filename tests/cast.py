"""The named cast: people known by their office, in the real register."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db.backends.postgresql.psycopg_any import DateRange
from simple_history.utils import bulk_create_with_history

from councils.models import (
    Council,
    CouncilKind,
    Membership,
    MembershipRole,
    Municipality,
    PoliceDistrict,
    Side,
)
from samarbejde.accounts.models import User
from tests.kept import Cached, kept

DISTRICT = "midt-og-vestjylland"
OTHER_DISTRICT = "fyn"
TERM = DateRange(date(2022, 1, 1), None)
TERM_THAT_ENDED = DateRange(date(2022, 1, 1), date(2026, 1, 1))


def person(handle: str, name: str, **fields: object) -> User:
    """The person with this handle, made on first use; e-mail `<handle>@example.org`."""
    [user] = people({handle: name}, **fields)
    return user


def people(names: dict[str, str], **fields: object) -> list[User]:
    """The persons with these handles and names, likewise."""
    emails = {f"{handle}@example.org": name for handle, name in names.items()}
    found = {user.email: user for user in User.objects.filter(email__in=emails)}
    new = User.objects.bulk_create(
        User(email=email, name=name, password=make_password(None), **fields)
        for email, name in emails.items()
        if email not in found
    )
    found |= {user.email: user for user in new}
    return [found[email] for email in emails]


def post(
    user: User,
    council: Council,
    role: str = MembershipRole.MEMBER,
    *,
    title: str = "",
    side: str = Side.MUNICIPALITY,
    municipality: Municipality | None = None,
    period: DateRange = TERM,
) -> Membership:
    return Membership(
        user=user,
        council=council,
        role=role,
        municipality=municipality,
        title=title or user.name,
        side=side,
        period=period,
    )


def seat(user: User, council: Council, role: str = MembershipRole.MEMBER, **fields: Any) -> User:
    """Give `user` a post, unless they hold it already."""
    fill([post(user, council, role, **fields)])
    return user


def fill(posts: Iterable[Membership]) -> None:
    """Give each of these posts to its person, unless they hold it already."""
    wanted = list(posts)
    of_theirs = Membership.objects.filter(user__in=[new.user for new in wanted])
    held = set(of_theirs.values_list("user", "council", "role", "municipality"))
    missing = [
        new for new in wanted if (new.user_id, new.council_id, new.role, new.municipality_id) not in held
    ]
    if missing:
        bulk_create_with_history(missing, Membership)


class Cast(Cached):
    """People and councils by name, made on first use. Fixture `cast`."""

    @cached_property
    def district(self) -> PoliceDistrict:
        return PoliceDistrict.objects.get(slug=DISTRICT)

    @cached_property
    def other_district(self) -> PoliceDistrict:
        return PoliceDistrict.objects.get(slug=OTHER_DISTRICT)

    def kredsraad(self, district: PoliceDistrict | None = None) -> Council:
        return Council.objects.get(kind=CouncilKind.DISTRICT, district=district or self.district)

    def lokalraad(self, municipality: str) -> Council:
        places = Council.objects.select_related("municipality")
        return places.get(kind=CouncilKind.LOCAL, municipality__name=municipality)

    @cached_property
    def municipalities(self) -> list[Municipality]:
        return list(self.district.municipalities.all())

    @cached_property
    @kept
    def sekretariat(self) -> User:
        user = person("sekretariat", "Sekretariatet i Midt- og Vestjylland")
        return seat(user, self.kredsraad(), MembershipRole.SECRETARIAT, side=Side.POLICE)

    @cached_property
    @kept
    def sekretariat_fyn(self) -> User:
        user = person("sekretariat.fyn", "Sekretariatet på Fyn")
        return seat(user, self.kredsraad(self.other_district), MembershipRole.SECRETARIAT, side=Side.POLICE)

    @cached_property
    @kept
    def direktoer(self) -> User:
        user = person("direktoer", "Politidirektøren i Midt- og Vestjylland")
        return seat(user, self.kredsraad(), MembershipRole.CHAIR, title="Politidirektør", side=Side.POLICE)

    @cached_property
    @kept
    def naestformand(self) -> User:
        user = person("naestformand", "Næstformanden for kredsrådet")
        return seat(user, self.kredsraad(), MembershipRole.VICE_CHAIR, title="Næstformand")

    def fill_posts(self) -> list[User]:
        """The kredsråd's posts are held, as they are in a plan that is in order."""
        return [self.direktoer, self.naestformand]

    @kept
    def borgmester(self, municipality: str) -> User:
        [mayor] = self._mayors_of([Municipality.objects.get(name=municipality)])
        return mayor

    @cached_property
    @kept
    def borgmestre(self) -> list[User]:
        return self._mayors_of(self.municipalities)

    def _mayors_of(self, places: list[Municipality]) -> list[User]:
        council = self.kredsraad()
        mayors = people({f"borgmester.{place.slug}": f"Borgmesteren i {place.name}" for place in places})
        fill(
            post(mayor, council, title=f"Borgmester i {place.name} Kommune", municipality=place)
            for place, mayor in zip(places, mayors, strict=True)
        )
        return mayors

    @kept
    def stedfortraeder(self, municipality: str) -> User:
        place = Municipality.objects.get(name=municipality)
        user = person(f"stedfortraeder.{place.slug}", f"Borgmesterens stedfortræder i {municipality}")
        return seat(user, self.kredsraad(), MembershipRole.DEPUTY, municipality=place)

    @kept
    def formand(self, municipality: str) -> User:
        if municipality not in self._chairs:
            [self._chairs[municipality]] = self._chairs_of([self.lokalraad(municipality)])
        return self._chairs[municipality]

    @cached_property
    def _chairs(self) -> dict[str, User]:
        return {}

    @cached_property
    @kept
    def formand_herning(self) -> User:
        return self.formand("Herning")

    @cached_property
    @kept
    def formand_viborg(self) -> User:
        return self.formand("Viborg")

    @cached_property
    @kept
    def formaend(self) -> list[User]:
        councils = Council.objects.filter(kind=CouncilKind.LOCAL, district=self.district)
        return self._chairs_of(councils.select_related("municipality").order_by("municipality__sort_key"))

    def _chairs_of(self, councils: Iterable[Council]) -> list[User]:
        names = {
            f"formand.{council.municipality.slug}": f"Formanden for {council.name}" for council in councils
        }
        chairs = people(names)
        fill(
            post(chair, council, MembershipRole.CHAIR, side=Side.POLICE)
            for council, chair in zip(councils, chairs, strict=True)
        )
        return chairs

    @cached_property
    @kept
    def medlem_herning(self) -> User:
        return seat(person("medlem.herning", "Et medlem af Lokalrådet i Herning"), self.lokalraad("Herning"))

    @cached_property
    @kept
    def naestformand_herning(self) -> User:
        user = person("naestformand.herning", "Næstformanden for Lokalrådet i Herning")
        return seat(user, self.lokalraad("Herning"), MembershipRole.VICE_CHAIR)

    @cached_property
    @kept
    def kontaktudvalg(self) -> User:
        committee = Council.objects.get(kind=CouncilKind.CONTACT, district=self.district)
        place = Municipality.objects.get(name="Herning")
        user = person("kontaktudvalg", "Sekretariatschefen i Herning Kommune")
        return seat(user, committee, municipality=place)

    @cached_property
    @kept
    def administrator(self) -> User:
        return person("administrator", "Administratoren", is_staff=True, is_superuser=True)

    @property
    @kept
    def roles(self) -> dict[str, User]:
        """One person of every role, for matrices of role × something."""
        return {
            "sekretariat": self.sekretariat,
            "sekretariat i en anden kreds": self.sekretariat_fyn,
            "politidirektør": self.direktoer,
            "borgmester": self.borgmester("Herning"),
            "stedfortræder": self.stedfortraeder("Viborg"),
            "formand": self.formand_herning,
            "formand i en anden kommune": self.formand_viborg,
            "medlem": self.medlem_herning,
            "kontaktudvalg": self.kontaktudvalg,
            "administrator": self.administrator,
        }

    @property
    @kept
    def edge_roles(self) -> dict[str, User]:
        """Those whom a rule forgets most easily: no longer, not quite, or two things at once."""
        secretary = MembershipRole.SECRETARIAT
        return {
            "næstformand": self.naestformand_herning,
            "forhenværende formand": seat(
                person("fhv.formand", "Den tidligere formand"),
                self.lokalraad("Herning"),
                MembershipRole.CHAIR,
                period=DateRange(date(2018, 1, 1), date(2022, 1, 1)),
            ),
            "forhenværende sekretær": seat(
                person("fhv.sekretaer", "Den tidligere sekretær"),
                self.kredsraad(),
                secretary,
                side=Side.POLICE,
                period=TERM_THAT_ENDED,
            ),
            "formand i en anden kreds": seat(
                person("formand.odense", "Formanden for Lokalrådet i Odense"),
                self.lokalraad("Odense"),
                MembershipRole.CHAIR,
                side=Side.POLICE,
            ),
            "sekretær og medlem af lokalrådet": seat(
                seat(person("begge", "Den med to hverv"), self.lokalraad("Herning")),
                self.kredsraad(),
                secretary,
                side=Side.POLICE,
            ),
            "spærret": self.spaerret,
        }

    @cached_property
    @kept
    def spaerret(self) -> User:
        """One of the secretariat who may not log in any more."""
        user = person("spaerret", "Den spærrede sekretær")
        return seat(user, self.kredsraad(), MembershipRole.SECRETARIAT, side=Side.POLICE)
