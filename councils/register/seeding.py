"""The register's frame from `fixtures/`: districts, municipalities and the councils the law gives them."""

import csv
from pathlib import Path

from django.conf import settings
from django.db import transaction

from councils.register.models import Council, CouncilKind, Municipality, PoliceDistrict
from samarbejde import danish


@transaction.atomic
def load_register() -> None:
    """Add what is missing. What stands is left alone: it may have been corrected since."""
    known_districts = {district.name: district for district in PoliceDistrict.objects.all()}
    known_codes = set(Municipality.objects.values_list("code", flat=True))
    for row in _rows("districts.csv"):
        if row["name"] not in known_districts:
            known_districts[row["name"]] = _add_district(**row)
    for row in _rows("municipalities.csv"):
        if row["code"] not in known_codes:
            _add_municipality(row["code"], row["name"], row["where"], known_districts[row["district"]])


def _rows(name: str) -> list[dict[str, str]]:
    with Path(settings.BASE_DIR, "fixtures", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _add_district(name: str, short_name: str, where: str) -> PoliceDistrict:
    district = PoliceDistrict.objects.create(name=name, short_name=short_name, slug=danish.slug(short_name))
    for kind, title in ((CouncilKind.DISTRICT, "Kredsrådet"), (CouncilKind.CONTACT, "Kontaktudvalget")):
        Council.objects.create(kind=kind, district=district, name=f"{title} {where}")
    return district


def _add_municipality(code: str, name: str, where: str, district: PoliceDistrict) -> None:
    municipality = Municipality.objects.create(
        code=code, name=name, slug=danish.slug(name), district=district
    )
    Council.objects.create(
        kind=CouncilKind.LOCAL, district=district, municipality=municipality, name=f"Lokalrådet {where}"
    )
