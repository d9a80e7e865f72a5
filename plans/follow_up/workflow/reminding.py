"""Everybody is reminded of what is laid on them: 14 days and a day before, and a week after."""

from collections import defaultdict

from django.db import transaction
from django.utils import timezone

from councils.models import PoliceDistrict
from plans.follow_up import letters
from plans.follow_up.answering import answering
from plans.follow_up.in_force import Laid, laid_on
from plans.follow_up.models import DutyReminder
from samarbejde.accounts.models import User
from samarbejde.outbox.workflow import queue

DAYS_LEFT = (14, 1, -7)


@transaction.atomic
def remind_of_duties() -> int:
    """One letter to each person for all that is told today; how many. Called by the worker each minute.

    What a worker that was away did not tell on its day is told on the next; nothing is told twice.
    """
    PoliceDistrict.objects.select_for_update().order_by("pk").first()  # one worker at a time
    told: dict[int, list[Laid]] = defaultdict(list)
    people: dict[int, User] = {}
    due = [one for one in laid_on(_districts()) if _is_told(one)]
    for one, person in answering(due):
        if _first_time(one, person):
            told[person.pk].append(one)
            people[person.pk] = person
    queue(*letters.reminders((people[pk], found) for pk, found in told.items()))
    return len(told)


def _districts() -> list[int]:
    return list(PoliceDistrict.objects.values_list("pk", flat=True))


def _is_told(one: Laid) -> bool:
    return one.is_missing and _days_left(one) is not None


def _days_left(one: Laid) -> int | None:
    """Of the days that are told, the one that has come last: a late worker tells it all the same."""
    left = (one.due - timezone.localdate()).days
    return min((days for days in DAYS_LEFT if left <= days and days - left < 7), default=None)


def _first_time(one: Laid, person: User) -> bool:
    days_left = _days_left(one)
    assert days_left is not None
    _, is_new = DutyReminder.objects.get_or_create(
        duty=one.duty, council=one.council, person=person, days_left=days_left, due_on=one.due
    )
    return is_new
