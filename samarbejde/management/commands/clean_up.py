from django.conf import settings
from django.core.management.base import BaseCommand

from samarbejde.retention import clean_up


class Command(BaseCommand):
    help = "Slet udløbne logins og det, der er ældre end SAMARBEJDE_RETENTION_MONTHS; køres hver dag"

    def handle(self, *args: object, **options: object) -> None:
        deleted = clean_up()
        self.stdout.write(f"Slettet (gemmes i {settings.RETENTION_MONTHS} måneder):")
        for name, number in deleted.items():
            self.stdout.write(f"{number:>8} {name}")
