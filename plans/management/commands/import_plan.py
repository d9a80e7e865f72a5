"""`manage.py import_plan plan.txt --district midt-og-vestjylland --year 2025`"""

import argparse
import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from councils.models import PoliceDistrict
from plans.importing.admission import read_document
from plans.importing.report import as_json, lines
from plans.importing.workflow import import_plan, obstacles, standing_plan
from samarbejde.transitions import Refused


class Command(BaseCommand):
    help = "Gør en gammel plan (tekst, Word eller PDF) til en kladde, og sig, hvad der ikke blev forstået."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="Dokumentet: .txt, .md, .docx eller .pdf")
        parser.add_argument("--district", required=True, help="Politikredsens adresse: midt-og-vestjylland")
        parser.add_argument("--year", required=True, type=int, help="Planens år")
        parser.add_argument("--dry-run", action="store_true", help="Skriv intet, vis det kun")
        parser.add_argument("--json", action="store_true", help="Vis det som JSON")
        parser.add_argument("--replace", action="store_true", help="Erstat en kladde, der står i forvejen")

    def handle(
        self, *args: object, file: Path, district: str, year: int, replace: bool, **options: object
    ) -> None:
        place = self._district(district)
        try:
            reading = read_document(file.name, self._content(file), district=place, year=year)
            if options["dry_run"]:
                reading.remarks += obstacles(standing_plan(place, year), replace=replace)
            else:
                import_plan(reading, district=place, year=year, by=None, replace=replace)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["json"]:
            self.stdout.write(json.dumps(as_json(reading), ensure_ascii=False, indent=2))
            return
        done = (
            "Intet er skrevet. Dette ville blive indlæst:"
            if options["dry_run"]
            else "Planen er nu en kladde:"
        )
        self.stdout.write("\n".join([done, *lines(reading)]))

    def _content(self, path: Path) -> bytes:
        try:
            return path.read_bytes()
        except OSError as error:
            raise CommandError(f"Filen {path} kan ikke læses: kontrollér stien og rettighederne.") from error

    def _district(self, slug: str) -> PoliceDistrict:
        district = PoliceDistrict.objects.filter(slug=slug).first()
        if district is None:
            known = ", ".join(PoliceDistrict.objects.values_list("slug", flat=True))
            way_on = (
                f"Brug en af disse: {known}."
                if known
                else "Registret er tomt: kør 'manage.py load_register'."
            )
            raise CommandError(f"Der er ingen politikreds med adressen »{slug}«. {way_on}")
        return district
