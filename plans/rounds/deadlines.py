"""When proposals are due."""

from datetime import date, timedelta

from django.utils import timezone

from plans.document.models import Plan

CUSTOM = (10, 1)  # 1 October before the plan's year: two months ahead of the kredsråd's last meeting
WEEKEND = (5, 6)
SHORTEST = timedelta(weeks=4)


def suggested(plan: Plan) -> date:
    """The customary day, but never less than four weeks from now, and a working day."""
    day = max(date(plan.year - 1, *CUSTOM), timezone.localdate() + SHORTEST)
    while day.weekday() in WEEKEND:
        day += timedelta(days=1)
    return day
