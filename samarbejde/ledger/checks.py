from django.core import checks
from django.db import DatabaseError, connection

MAY_CHANGE = "SELECT has_table_privilege(oid, 'UPDATE') FROM pg_class WHERE oid = to_regclass('events_event')"


@checks.register(checks.Tags.security, deploy=True)
def the_portal_cannot_change_what_was_signed(**_: object) -> list[checks.Warning]:
    try:
        with connection.cursor() as cursor:
            cursor.execute(MAY_CHANGE)
            row = cursor.fetchone()
    except DatabaseError:
        return []  # no database to ask yet
    if not row or not row[0]:
        return []
    return [
        checks.Warning(
            "DATABASE_URL's rolle må ændre det, der er underskrevet og offentliggjort.",
            hint="Giv portalen en rolle for sig: sæt DATABASE_OWNER_URL til ejerens adresse og DATABASE_URL "
            "til portalens, og kør 'manage.py migrate', der lægger rettighederne.",
            id="ledger.W001",
        )
    ]
