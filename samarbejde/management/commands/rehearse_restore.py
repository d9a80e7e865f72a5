"""`manage.py rehearse_restore FILE`: can the portal be had back from this backup? Changes nothing."""

from datetime import datetime
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samarbejde.backup.restoring import rehearse
from samarbejde.danish import moment_text
from samarbejde.database import as_owner
from samarbejde.obstacle import Obstacle


class Command(BaseCommand):
    help = "Prøv at gendanne en sikkerhedskopi i en database for sig selv, som slettes igen"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="Filen fra 'manage.py backup'")

    def handle(self, *args: object, file: Path, **options: object) -> None:
        try:
            with as_owner():
                manifest = rehearse(file)
        except Obstacle as obstacle:
            raise CommandError(str(obstacle)) from obstacle
        self.stdout.write(
            f"{file} kan gendannes: {len(manifest.tables)} tabeller med {manifest.rows} rækker "
            f"er, som de var {moment_text(datetime.fromisoformat(manifest.made_at))}."
        )
