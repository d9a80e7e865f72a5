"""Whom a duty is laid on, in words and as the bodies that answer for it. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass

from councils.models import Council
from plans.duties.models import Duty


@dataclass(frozen=True)
class SaidDuty:
    """A duty as a list shows it."""

    duty: Duty
    whom: str


def with_whom(duties: Iterable[Duty]) -> list[SaidDuty]:
    """Each with the words for whom it is laid on: one query more, however many there are."""
    found = list(duties)
    ids = {pk for duty in found for pk in duty.council_ids}
    councils = Council.objects.filter(pk__in=ids).order_by("municipality__sort_key")
    names = dict(councils.values_list("pk", "municipality__name"))
    return [
        SaidDuty(duty, duty.whom(name for pk, name in names.items() if pk in duty.council_ids))
        for duty in found
    ]
