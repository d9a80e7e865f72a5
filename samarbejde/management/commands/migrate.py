from django.conf import settings
from django.core.management.commands import migrate

from samarbejde.database import as_owner, role
from samarbejde.ledger import grants


class Command(migrate.Command):
    """As the owner of the database; then the portal's role gets its rights to the tables as they are now."""

    def execute(self, *args: object, **options: object) -> str | None:
        with as_owner():  # the checks too: the portal's role may not be there yet
            return super().execute(*args, **options)

    def handle(self, *args: object, **options: object) -> None:
        super().handle(*args, **options)
        portal = role(settings.DATABASES["default"])
        if portal and portal != grants.owner():
            grants.lay(portal)
