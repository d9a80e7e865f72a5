"""What the register knows of the demo's district besides its people."""

import csv
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from councils.models import (
    Forum,
    ForumParticipation,
    OrganisationUnit,
    PoliceDistrict,
    PoliceStation,
    SeatRules,
)
from plans.document.models import MultiYearAgreement

PARTIES = "Folketingets partier"
# Of the agreement that is made up: what it is measured by, and what the district has chosen of it.
MARKS = (
    "Flere borgere er trygge der, hvor de bor\nFærre unge begår ny kriminalitet\nBorgerne får svar hurtigere"
)
THEMES = "Tryghed i nattelivet\nDigital kriminalitet\nBørn og unge"
AGREEMENT = {"name": "Flerårsaftalen", "parties": PARTIES, "from_year": 2021, "to_year": 2024}
NEXT = "Flerårsaftalen, prøvetekst"
FOLDER = Path(settings.BASE_DIR) / "fixtures" / "demo"
OF_A_FORUM = ("code", "name", "purpose", "parties", "participants", "rhythm", "responsible")


def add_agreement(district: PoliceDistrict) -> None:
    """The one that the plan of 2025 speaks of, and says to be extended; for this year one that is made up."""
    MultiYearAgreement.objects.create(district=district, extended_to=2025, **AGREEMENT)
    year = timezone.localdate().year
    if year > 2025:
        MultiYearAgreement.objects.create(
            district=district,
            name=NEXT,
            parties=PARTIES,
            from_year=year,
            to_year=year + 3,
            marks=MARKS,
            themes=THEMES,
        )


def add_forums(district: PoliceDistrict) -> None:
    municipalities = list(district.municipalities.all())
    for position, row in enumerate(_rows("forums.csv"), start=1):
        told = {name: row[name] for name in OF_A_FORUM}
        forum = Forum.objects.create(district=district, position=position, **told)
        for municipality in municipalities:
            left_out = municipality.name == row["left_out"]
            ForumParticipation.objects.create(
                forum=forum,
                municipality=municipality,
                takes_part=not left_out,
                reason=row["reason"] if left_out else "",
            )


def add_stations(district: PoliceDistrict) -> None:
    for row in _rows("stations.csv"):
        station = PoliceStation.objects.create(
            district=district,
            name=f"Politistationen i {row['town']}",
            address=row["post"],
            leader=f"Lederen af lokalpolitiet i {row['town']}",
        )
        station.municipalities.set(district.municipalities.filter(name__in=row["covers"].split(";")))


def add_units(district: PoliceDistrict) -> None:
    made: dict[str, OrganisationUnit] = {}
    rows = [row for row in _rows("units.csv") if row["district"] == district.slug]
    for position, row in enumerate(rows, start=1):
        made[row["name"]] = OrganisationUnit.objects.create(
            district=district, name=row["name"], parent=made.get(row["under"]), position=position
        )


def add_seat_rules(district: PoliceDistrict) -> None:
    SeatRules.objects.create(district=district, most_police=3, most_municipality=3, most_civil=2)


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
