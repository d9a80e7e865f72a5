"""`manage.py restore FILE`: the portal from a backup, in an empty database."""

from datetime import datetime
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samarbejde.backup.restoring import restore
from samarbejde.danish import moment_text
from samarbejde.database import as_owner
from samarbejde.obstacle import Obstacle


class Command(BaseCommand):
    help = "Gendan portalen fra en sikkerhedskopi i en tom database"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="Filen fra 'manage.py backup'")

    def handle(self, *args: object, file: Path, **options: object) -> None:
        try:
            with as_owner():
                manifest = restore(file)
        except Obstacle as obstacle:
            raise CommandError(str(obstacle)) from obstacle
        made_at = moment_text(datetime.fromisoformat(manifest.made_at))
        self.stdout.write(f"Portalen er gendannet, som den var {made_at}: {manifest.rows} rækker.")
