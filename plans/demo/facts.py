"""What the register knows of the demo's district besides its people."""

import csv
from pathlib import Path

from django.conf import settings

from councils.models import Forum, ForumParticipation, PoliceDistrict
from plans.document.models import MultiYearAgreement

AGREEMENT = {"name": "Flerårsaftalen", "parties": "Folketingets partier", "from_year": 2021, "to_year": 2024}
FOLDER = Path(settings.BASE_DIR) / "fixtures" / "demo"


def add_agreement(district: PoliceDistrict) -> None:
    """The one that the plan of 2025 speaks of, and says to be extended."""
    MultiYearAgreement.objects.create(district=district, extended_to=2025, **AGREEMENT)


def add_forums(district: PoliceDistrict) -> None:
    municipalities = list(district.municipalities.all())
    with (FOLDER / "forums.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for position, row in enumerate(rows, start=1):
        forum = Forum.objects.create(
            district=district,
            code=row["code"],
            name=row["name"],
            purpose=row["purpose"],
            parties=row["parties"],
            position=position,
        )
        for municipality in municipalities:
            left_out = municipality.name == row["left_out"]
            ForumParticipation.objects.create(
                forum=forum,
                municipality=municipality,
                takes_part=not left_out,
                reason=row["reason"] if left_out else "",
            )
