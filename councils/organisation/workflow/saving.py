from django.db import IntegrityError, transaction

from councils.register.models import Forum, PoliceStation
from samarbejde.accounts.models import User
from samarbejde.histories import with_editor
from samarbejde.transitions import Refused


def save_told_apart(row: Forum | PoliceStation, taken: str, *, by: User) -> None:
    """Two of one name in a district: the database refuses it, and `taken` says what to do."""
    try:
        with transaction.atomic():
            with_editor(by, row).save()
    except IntegrityError as broken:
        raise Refused(taken) from broken
