"""`manage.py restore FILE`: the portal from a backup, in an empty database."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from samarbejde.backup.restoring import restore
from samarbejde.database import as_owner
from samarbejde.obstacle import Obstacle


class Command(BaseCommand):
    help = "Gendan portalen fra en sikkerhedskopi i en tom database"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="Filen fra 'manage.py backup'")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with as_owner():
                manifest = restore(options["file"])
        except Obstacle as obstacle:
            raise CommandError(str(obstacle)) from obstacle
        self.stdout.write(f"Portalen er gendannet, som den var {manifest.made_at}: {manifest.rows} rækker.")
