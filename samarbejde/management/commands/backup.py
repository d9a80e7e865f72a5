"""`manage.py backup FILE`: the whole portal in one file, also while people write."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samarbejde.backup.making import back_up
from samarbejde.database import as_owner
from samarbejde.obstacle import Obstacle


class Command(BaseCommand):
    help = "Skriv hele portalen i én fil, også mens den er i brug"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="Filen, som ikke må findes i forvejen")

    def handle(self, *args: object, file: Path, **options: object) -> None:
        file = file.absolute()
        try:
            with as_owner():
                manifest = back_up(file)
        except Obstacle as obstacle:
            raise CommandError(str(obstacle)) from obstacle
        megabytes = file.stat().st_size / 1_000_000
        held = f"{len(manifest.tables)} tabeller, {manifest.rows} rækker, {megabytes:.1f} MB"
        self.stdout.write(f"{file} er skrevet: {held}. Kædens nyeste led: {manifest.chain or 'intet'}")
