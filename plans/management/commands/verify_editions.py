from typing import Any

from django.core.management.base import BaseCommand, CommandError

from plans.publication.models import Edition
from plans.publication.verifying import faults


class Command(BaseCommand):
    help = "Regn kontrolsummerne af alle udgaver efter, tekst og PDF"

    def handle(self, *args: Any, **options: Any) -> None:
        found = [f"{edition}: {fault}" for edition, fault in faults()]
        if found:
            raise CommandError("\n".join(found))
        self.stdout.write(f"{Edition.objects.count()} udgaver er uændrede, siden de blev offentliggjort.")
