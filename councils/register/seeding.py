"""The register's frame from `fixtures/`: districts, municipalities, the councils the law gives them,
and the names of those laws."""

import csv
from pathlib import Path

from django.conf import settings
from django.db import transaction
from simple_history.utils import bulk_create_with_history

from councils.register.models import Council, CouncilKind, LawQuote, Municipality, PoliceDistrict
from samarbejde import danish

Row = dict[str, str]


@transaction.atomic
def load_register() -> None:
    """Add what is missing. What stands is left alone: it may have been corrected since."""
    known_names = set(PoliceDistrict.objects.values_list("name", flat=True))
    _add_districts([row for row in _rows("districts.csv") if row["name"] not in known_names])
    known_codes = set(Municipality.objects.values_list("code", flat=True))
    _add_municipalities([row for row in _rows("municipalities.csv") if row["code"] not in known_codes])


def _rows(name: str) -> list[Row]:
    with Path(settings.BASE_DIR, "fixtures", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _add_districts(rows: list[Row]) -> None:
    districts = [
        PoliceDistrict(name=row["name"], short_name=row["short_name"], slug=danish.slug(row["short_name"]))
        for row in rows
    ]
    councils = [
        Council(kind=kind, district=district, name=f"{title} {row['where']}")
        for district, row in zip(districts, rows, strict=True)
        for kind, title in ((CouncilKind.DISTRICT, "Kredsrådet"), (CouncilKind.CONTACT, "Kontaktudvalget"))
    ]
    laws = [LawQuote(district=district, **law) for district in districts for law in _rows("laws.csv")]
    bulk_create_with_history(districts, PoliceDistrict)
    bulk_create_with_history(councils, Council)
    bulk_create_with_history(laws, LawQuote)


def _add_municipalities(rows: list[Row]) -> None:
    districts = {district.name: district for district in PoliceDistrict.objects.all()}
    municipalities = [
        Municipality(
            code=row["code"],
            name=row["name"],
            slug=danish.slug(row["name"]),
            letters=row["letters"],
            district=districts[row["district"]],
        )
        for row in rows
    ]
    councils = [
        Council(
            kind=CouncilKind.LOCAL,
            district=place.district,
            municipality=place,
            name=f"Lokalrådet {row['where']}",
        )
        for place, row in zip(municipalities, rows, strict=True)
    ]
    bulk_create_with_history(municipalities, Municipality)
    bulk_create_with_history(councils, Council)
