from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from samarbejde import database, embedded_postgres
from samarbejde.obstacle import Obstacle


class Command(BaseCommand):
    help = "Start, stop eller vis den indbyggede PostgreSQL; stop gælder også den, som bin/test bruger"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["start", "stop", "status"])

    def handle(self, *args: object, **options: object) -> None:
        root = database.embedded_root(settings.BASE_DIR)
        try:
            if options["action"] == "start":
                embedded_postgres.start(root)
            elif options["action"] == "stop":
                database.stop(settings.BASE_DIR)
        except Obstacle as obstacle:
            raise CommandError(str(obstacle)) from obstacle
        running = embedded_postgres.is_running(root)
        self.stdout.write(
            f"PostgreSQL kører: {embedded_postgres.url(root)}" if running else "PostgreSQL er stoppet."
        )
