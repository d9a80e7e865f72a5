"""The councils' meetings: kredsråd, kontaktudvalg and two lokalråd, this year's and the next to come."""

from datetime import date, time, timedelta

from django.utils import timezone

from councils.meetings import workflow as meetings
from councils.models import Council, Meeting
from plans.demo.clock import on
from plans.demo.people import People
from samarbejde.accounts.models import User

PLACE = "Politigården i Holstebro"
COLD = "Halvdelen af rådet var syge."


def set_days(people: People) -> None:
    """Each council's next meetings; one was given up."""
    by = people.secretariat
    _plan(people.kredsraad, 38, PLACE, by)
    _plan(people.kredsraad, 129, "Rådhuset i Viborg", by)
    _plan(people.kontaktudvalg, 24, PLACE, by)
    herning, viborg = (people.lokalraad[name] for name in ("Herning", "Viborg"))
    _plan(herning, 17, "Rådhuset i Herning", people.chair("Herning"))
    given_up = _plan(viborg, 5, "Viborg Bibliotek", people.chair("Viborg"))
    with on(timezone.localdate() - timedelta(days=1)):
        meetings.cancel_meeting(given_up, reason=COLD, by=people.chair("Viborg"))
    _plan(viborg, 26, "Viborg Bibliotek", people.chair("Viborg"))


def _plan(council: Council, days: int, place: str, by: User) -> Meeting:
    day = _weekday(timezone.localdate() + timedelta(days=days))
    with on(timezone.localdate() - timedelta(days=60)):
        return meetings.plan_meeting(
            council,
            {
                "held_on": day,
                "starts_at": time(10),
                "ends_at": time(12),
                "place": place,
                "link": "",
                "is_public": False,
                "notice_by": None,
            },
            by=by,
        )


def _weekday(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)
