"""The named cast: people known by their office, in the real register."""

from datetime import date
from functools import cached_property

from django.db.backends.postgresql.psycopg_any import DateRange

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

DISTRICT = "midt-og-vestjylland"
OTHER_DISTRICT = "fyn"
TERM = DateRange(date(2022, 1, 1), None)


def person(handle: str, name: str, **fields: object) -> User:
    """The person with this handle, made on first use; e-mail `<handle>@example.org`."""
    email = f"{handle}@example.org"
    return User.objects.filter(email=email).first() or User.objects.create_user(email, name, **fields)


def seat(
    user: User,
    council: Council,
    role: str = MembershipRole.MEMBER,
    *,
    title: str = "",
    side: str = Side.MUNICIPALITY,
    municipality: Municipality | None = None,
    period: DateRange = TERM,
) -> User:
    """Give `user` a post, unless they hold it already."""
    Membership.objects.get_or_create(
        user=user,
        council=council,
        role=role,
        municipality=municipality,
        defaults={"title": title or user.name, "side": side, "period": period},
    )
    return user


class Cast:
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
        return Council.objects.get(kind=CouncilKind.LOCAL, municipality__name=municipality)

    @cached_property
    def municipalities(self) -> list[Municipality]:
        return list(self.district.municipalities.all())

    @cached_property
    def sekretariat(self) -> User:
        user = person("sekretariat", "Sekretariatet i Midt- og Vestjylland")
        return seat(user, self.kredsraad(), MembershipRole.SECRETARIAT, side=Side.POLICE)

    @cached_property
    def sekretariat_fyn(self) -> User:
        user = person("sekretariat.fyn", "Sekretariatet på Fyn")
        return seat(user, self.kredsraad(self.other_district), MembershipRole.SECRETARIAT, side=Side.POLICE)

    @cached_property
    def direktoer(self) -> User:
        user = person("direktoer", "Politidirektøren i Midt- og Vestjylland")
        return seat(user, self.kredsraad(), MembershipRole.CHAIR, title="Politidirektør", side=Side.POLICE)

    def borgmester(self, municipality: str) -> User:
        place = Municipality.objects.get(name=municipality)
        user = person(f"borgmester.{place.slug}", f"Borgmesteren i {municipality}")
        return seat(user, self.kredsraad(), title=f"Borgmester i {municipality} Kommune", municipality=place)

    @cached_property
    def borgmestre(self) -> list[User]:
        return [self.borgmester(place.name) for place in self.municipalities]

    def stedfortraeder(self, municipality: str) -> User:
        place = Municipality.objects.get(name=municipality)
        user = person(f"stedfortraeder.{place.slug}", f"Borgmesterens stedfortræder i {municipality}")
        return seat(user, self.kredsraad(), MembershipRole.DEPUTY, municipality=place)

    def formand(self, municipality: str) -> User:
        council = self.lokalraad(municipality)
        assert council.municipality
        user = person(f"formand.{council.municipality.slug}", f"Formanden for {council.name}")
        return seat(user, council, MembershipRole.CHAIR, side=Side.POLICE)

    @cached_property
    def formand_herning(self) -> User:
        return self.formand("Herning")

    @cached_property
    def formand_viborg(self) -> User:
        return self.formand("Viborg")

    @cached_property
    def formaend(self) -> list[User]:
        return [self.formand(place.name) for place in self.municipalities]

    @cached_property
    def medlem_herning(self) -> User:
        return seat(person("medlem.herning", "Et medlem af Lokalrådet i Herning"), self.lokalraad("Herning"))

    @cached_property
    def kontaktudvalg(self) -> User:
        committee = Council.objects.get(kind=CouncilKind.CONTACT, district=self.district)
        place = Municipality.objects.get(name="Herning")
        user = person("kontaktudvalg", "Sekretariatschefen i Herning Kommune")
        return seat(user, committee, municipality=place)

    @cached_property
    def administrator(self) -> User:
        return person("administrator", "Administratoren", is_staff=True, is_superuser=True)

    @property
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
