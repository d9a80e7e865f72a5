from django.core.management.commands import flush
from django.db import connection

from samarbejde.database import as_owner


class Command(flush.Command):
    """As the owner of the database, who says that what is append-only goes as well."""

    def handle(self, **options: object) -> None:
        with as_owner():
            with connection.cursor() as cursor:
                cursor.execute("SET samarbejde.emptying = on")
            super().handle(**options)
            with connection.cursor() as cursor:
                cursor.execute("RESET samarbejde.emptying")
