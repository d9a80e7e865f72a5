"""`manage.py verify`: is everything that was signed, decided and published what it was?"""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from plans.publication.models import Edition
from plans.verification import faults
from samarbejde.events.models import Event
from samarbejde.ledger import chain


class Command(BaseCommand):
    help = "Efterprøv kæden, underskrifter, afgørelser, udgaver og PDF'er mod hinanden"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--head",
            metavar="NUMMER:KONTROLSUM",
            help="Et led, der blev skrevet ned før: kæden skal stadig have det",
        )

    def handle(self, *args: object, head: str | None, **options: object) -> None:
        count = 0
        with chain.one_moment():
            if head and not chain.holds(head):
                count += self._tell("Kæden: den har ikke længere det led, der blev skrevet ned")
            for fault in faults():
                count += self._tell(fault)
            known = f"{Edition.objects.count()} udgaver og {Event.objects.count()} hændelser"
            newest = f"Kædens nyeste led: {chain.head() or 'intet'}"
        if count:
            raise CommandError(f"Der er {count} fejl. {newest}")
        self.stdout.write(f"Alt passer sammen: {known}. {newest}")

    def _tell(self, fault: str) -> int:
        self.stderr.write(fault)
        return 1
