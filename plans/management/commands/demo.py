from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from plans.demo.published import publish_what_was_held
from plans.demo.story import is_told, tell


class Command(BaseCommand):
    help = "Fyld en tom database med demoens politikreds (det, bin/demo viser)"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--reset", action="store_true", help="slet alt i databasen, og begynd forfra")

    def handle(self, *args: object, **options: object) -> None:
        if not settings.DEMO:
            raise CommandError("Demoen kan kun indlæses i demo-tilstand: kør 'bin/demo'.")
        if options["reset"]:
            call_command("flush", interactive=False, verbosity=0)
        if is_told():
            publish_what_was_held()
        else:
            tell()
