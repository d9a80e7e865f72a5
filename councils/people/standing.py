"""Can a person log in?"""

from samarbejde.accounts.models import User


def has_login(person: User) -> bool:
    """They have chosen a password, or were in by another way."""
    return bool(person.email and person.is_active and (person.has_password or person.last_login))
