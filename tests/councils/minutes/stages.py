"""A meeting of Herning's lokalråd on its way through its minutes."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from councils.attendance.seats import Answer, seats_on
from councils.minutes import workflow
from councils.models import AgendaItem, Meeting, MinutesRemark, Presence
from tests.cast import Cast
from tests.councils.meetings import stages as meetings

SAID = {
    "minutes": "Politiet fortalte om weekenden.",
    "decision": "Der sættes lys op.",
    "follow_up_by": "Kommunen",
    "follow_up_due": date(2027, 6, 1),
    "is_postponed": False,
}


def today(cast: Cast) -> Meeting:
    """Called, and held today; two points, the second closed."""
    meeting = meetings.hernings(cast, held_on=meetings.in_days(0), notice_by=meetings.in_days(0))
    by = cast.formand_herning
    meetings.item(cast, meeting, by=by, text="Nattelivet er blevet større.")
    meetings.item(cast, meeting, by=by, title="Personsag", is_closed=True)
    assert cast.medlem_herning
    meetings.call_straight(meeting)
    meeting.refresh_from_db()
    return meeting


def attendance(meeting: Meeting, *, absent: str = "") -> list[Answer]:
    seats = seats_on(meeting.council, meeting.held_on)
    return [Answer(seat, Presence.ABSENT if seat.label == absent else Presence.PRESENT) for seat in seats]


def held(cast: Cast) -> Meeting:
    meeting = today(cast)
    return workflow.tell_attendance(meeting, attendance(meeting), guests=(), by=cast.formand_herning)


def written(cast: Cast) -> Meeting:
    meeting = held(cast)
    for item in meeting.agenda.all():
        say(cast, item)
    return meeting


def say(cast: Cast, item: AgendaItem, **changes: Any) -> AgendaItem:
    return workflow.write_point(item, SAID | changes, version=item.version, by=cast.formand_herning)


def sent(cast: Cast) -> Meeting:
    return workflow.send_minutes(written(cast), by=cast.formand_herning)


def remarked(cast: Cast) -> MinutesRemark:
    item = sent(cast).agenda.get(position=1)
    return workflow.remark(item, "Det var onsdag.", by=cast.medlem_herning)


def approved(cast: Cast) -> Meeting:
    return workflow.approve(sent(cast), by=cast.formand_herning)


def later(days: int) -> Any:
    return timezone.now() + timedelta(days=days)


def typed(**changes: Any) -> dict[str, Any]:
    said = {"minutes": "Politiet fortalte.", "decision": "Lys op.", "follow_up_by": "", "follow_up_due": ""}
    return said | {"version": "1"} | changes
