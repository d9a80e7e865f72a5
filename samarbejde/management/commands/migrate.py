from typing import Any

from django.conf import settings
from django.core.management.commands import migrate

from samarbejde.database import as_owner, role
from samarbejde.ledger import grants


class Command(migrate.Command):
    """As the owner of the database; then the portal's role gets its rights to the tables as they are now."""

    def handle(self, *args: Any, **options: Any) -> None:
        with as_owner():
            super().handle(*args, **options)
            portal = role(settings.DATABASES["default"])
            if portal and portal != grants.owner():
                grants.lay(portal)
