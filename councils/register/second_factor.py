"""Who logs in with a second factor: who can change others' work must, and who signs may."""

from councils.register.offices import offices
from samarbejde.accounts.models import User
from samarbejde.accounts.second_factor import Need


def need(person: User) -> Need:
    """`settings.SECOND_FACTOR_NEED`."""
    if person.is_staff or offices(person).secretariat_districts:
        return Need.REQUIRED
    return Need.OFFERED if offices(person).signing_districts else Need.NONE
