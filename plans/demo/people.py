"""The demo's people, known by their office. Nobody has a password: they log in by the demo's buttons."""

from datetime import date
from typing import Any

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
from samarbejde.accounts.demo import address
from samarbejde.accounts.models import User

TERM = DateRange(date(2022, 1, 1), None)
COLLEAGUES_HOME = "Holstebro"


class People:
    """One district's office holders, made once."""

    def __init__(self, district: PoliceDistrict) -> None:
        self.district = district
        self.kredsraad = Council.objects.get(district=district, kind=CouncilKind.DISTRICT)
        self.kontaktudvalg = Council.objects.get(district=district, kind=CouncilKind.CONTACT)
        locals_ = Council.objects.filter(district=district, kind=CouncilKind.LOCAL)
        self.lokalraad = {
            str(council.municipality): council for council in locals_.select_related("municipality")
        }

    def appoint_all(self) -> None:
        person("administrator", "Administratoren", is_staff=True, is_superuser=True)
        where = self.district.short_name
        self._seat(self.secretariat, self.kredsraad, "Sekretariatet", MembershipRole.SECRETARIAT, Side.POLICE)
        self._seat(self.colleague, self.kredsraad, "Medarbejder", MembershipRole.SECRETARIAT, Side.POLICE)
        director = person("direktoer", f"Politidirektøren i {where}")
        self._seat(director, self.kredsraad, "Politidirektør", MembershipRole.CHAIR, Side.POLICE)
        for name, council in self.lokalraad.items():
            self._appoint_in(name, council)
        home = self.lokalraad[COLLEAGUES_HOME]
        self._seat(self.colleague, home, "Politiets repræsentant", side=Side.POLICE)

    def _appoint_in(self, name: str, council: Council) -> None:
        assert council.municipality
        municipality = council.municipality
        slug = municipality.slug
        mayor = person(f"borgmester.{slug}", f"Borgmesteren i {name}")
        self._seat(mayor, self.kredsraad, f"Borgmester i {name} Kommune", municipality=municipality)
        deputy = person(f"stedfortraeder.{slug}", f"Viceborgmesteren i {name}")
        self._seat(
            deputy,
            self.kredsraad,
            f"Viceborgmester i {name} Kommune",
            MembershipRole.DEPUTY,
            municipality=municipality,
        )
        head = person(f"kontaktudvalg.{slug}", f"Sekretariatschefen i {name} Kommune")
        self._seat(head, self.kontaktudvalg, f"Sekretariatschef i {name} Kommune", municipality=municipality)
        self._seat(self.chair(name), council, "Leder af lokalpolitiet", MembershipRole.CHAIR, Side.POLICE)
        member = self.member(name)
        self._seat(member, council, member.name)
        title = f"Boligforeningernes repræsentant i {name}"
        self._seat(person(f"forening.{slug}", title), council, title, side=Side.CIVIL)

    @property
    def secretariat(self) -> User:
        return person("sekretariat", f"Kredsrådets sekretariat i {self.district.short_name}")

    @property
    def colleague(self) -> User:
        """Of the secretariat, and in a lokalråd whose proposals others must judge."""
        return person("medarbejder", f"Sekretariatets medarbejder i {self.district.short_name}")

    def chair(self, municipality: str) -> User:
        council = self.lokalraad[municipality]
        assert council.municipality
        return person(f"formand.{council.municipality.slug}", f"Formanden for {council.name}")

    def member(self, municipality: str) -> User:
        """Of the lokalråd, from the kommune."""
        council = self.lokalraad[municipality]
        assert council.municipality
        return person(f"medlem.{council.municipality.slug}", f"SSP-konsulent i {municipality} Kommune")

    @staticmethod
    def _seat(
        user: User,
        council: Council,
        title: str,
        role: str = MembershipRole.MEMBER,
        side: str = Side.MUNICIPALITY,
        municipality: Municipality | None = None,
    ) -> None:
        Membership.objects.create(
            user=user,
            council=council,
            title=title,
            role=role,
            side=side,
            municipality=municipality,
            period=TERM,
        )


def person(handle: str, name: str, **fields: Any) -> User:
    """The person with this handle, made when first named."""
    email = address(handle)
    return User.objects.filter(email=email).first() or User.objects.create_user(email, name, **fields)
