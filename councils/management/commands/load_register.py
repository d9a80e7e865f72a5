from django.core.management.base import BaseCommand

from councils.register.seeding import load_register


class Command(BaseCommand):
    help = "Indlæs politikredse, kommuner og råd fra fixtures/ (det, der mangler)"

    def handle(self, *args: object, **options: object) -> None:
        load_register()
