from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from samarbejde.accounts.encryption import is_readable, renewed

SECRETS = {Authenticator.Type.TOTP: "secret", Authenticator.Type.RECOVERY_CODES: "seed"}


class Command(BaseCommand):
    help = "Kryptér totrinslogins hemmeligheder med den første nøgle i SECOND_FACTOR_KEY"

    @transaction.atomic
    def handle(self, *args: object, **options: object) -> None:
        unreadable = []
        rows = Authenticator.objects.filter(type__in=SECRETS).select_related("user")
        for row in rows.select_for_update(of=["self"]):
            name = SECRETS[Authenticator.Type(row.type)]
            if is_readable(row.data[name]):
                row.data[name] = renewed(row.data[name])
                row.save(update_fields=["data"])
            else:
                unreadable.append(str(row.user))
        if unreadable:
            raise CommandError(
                "Ingen nøgle i SECOND_FACTOR_KEY passer til disse personers hemmeligheder, og intet er "
                f"ændret: {', '.join(sorted(set(unreadable)))}. "
                "Tilføj den gamle nøgle efter den nye, med komma imellem. "
                "Er den tabt, så slå totrinslogin fra for dem i administrationen."
            )
        self.stdout.write(f"{len(rows)} hemmeligheder er krypteret med den første nøgle.")
