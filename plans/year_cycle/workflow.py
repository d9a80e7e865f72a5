from django.db import transaction

from plans.year_cycle.models import CalendarAddress
from samarbejde.accounts.models import User
from samarbejde.events.recording import record


@transaction.atomic
def make_calendar_address(person: User, *, by: User) -> CalendarAddress:
    """A new address; one that stood before opens no more."""
    User.objects.select_for_update().get(pk=person.pk)
    CalendarAddress.objects.filter(user=person).delete()
    made = CalendarAddress.new(person)
    made.save()
    record(
        "calendar.opened", f"{person} fik en adresse til sin kalender.", by=by, subject=person, internal=True
    )
    return made


@transaction.atomic
def close_calendar_address(person: User, *, by: User) -> None:
    number, _ = CalendarAddress.objects.filter(user=person).delete()
    if number:
        record(
            "calendar.closed", f"{person}s kalenderadresse blev lukket.", by=by, subject=person, internal=True
        )
