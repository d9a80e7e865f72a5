"""`manage.py rehearse_restore FILE`: can the portal be had back from this backup? Changes nothing."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samarbejde.backup.restoring import rehearse
from samarbejde.database import as_owner
from samarbejde.obstacle import Obstacle


class Command(BaseCommand):
    help = "Prøv at gendanne en sikkerhedskopi i en database for sig selv, som slettes igen"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="Filen fra 'manage.py backup'")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with as_owner():
                manifest = rehearse(options["file"])
        except Obstacle as obstacle:
            raise CommandError(str(obstacle)) from obstacle
        self.stdout.write(
            f"{options['file']} kan gendannes: {len(manifest.tables)} tabeller med {manifest.rows} rækker "
            f"er, som de var {manifest.made_at}."
        )
