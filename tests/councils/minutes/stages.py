"""A meeting of Herning's lokalråd on its way through its minutes."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from councils.agendas.workflow import attach_to_item
from councils.attendance.seats import Answer, seats_on
from councils.minutes import publishing, workflow
from councils.models import AgendaItem, Meeting, MinutesRemark, Presence
from samarbejde.attachments.receiving import Received, received
from tests.attachments import files
from tests.cast import Cast
from tests.councils.meetings import stages as meetings
from tests.kept import kept

SAID = {
    "minutes": "Politiet fortalte om weekenden.",
    "decision": "Der sættes lys op.",
    "follow_up_by": "Kommunen",
    "follow_up_due": date(2027, 6, 1),
    "is_postponed": False,
}


@kept
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


@kept
def held(cast: Cast) -> Meeting:
    meeting = today(cast)
    return workflow.tell_attendance(meeting, attendance(meeting), guests=(), by=cast.formand_herning)


@kept
def written(cast: Cast) -> Meeting:
    meeting = held(cast)
    for item in meeting.agenda.all():
        say(cast, item)
    return meeting


@kept
def say(cast: Cast, item: AgendaItem, **changes: Any) -> AgendaItem:
    return workflow.write_point(item, SAID | changes, version=item.version, by=cast.formand_herning)


@kept
def with_files(cast: Cast) -> Meeting:
    """Approved; each of its points, the open and the closed one, has a file of its own."""
    meeting = written(cast)
    for item in meeting.agenda.all():
        attach_to_item(item, a_file(item), by=cast.formand_herning)
    return workflow.approve(workflow.send_minutes(meeting, by=cast.formand_herning), by=cast.formand_herning)


def a_file(item: AgendaItem) -> Received:
    return received(f"bilag-{item.position}.pdf", files.pdf(words=f"Bilag {item.position}"))


@kept
def with_a_chosen_file(cast: Cast) -> Meeting:
    """Of the open point."""
    meeting = with_files(cast)
    [file] = publishing.may_be_public(meeting)
    return publishing.choose_files(meeting, {file.pk}, by=cast.formand_herning)


@kept
def sent(cast: Cast) -> Meeting:
    return workflow.send_minutes(written(cast), by=cast.formand_herning)


@kept
def remarked(cast: Cast) -> MinutesRemark:
    item = sent(cast).agenda.get(position=1)
    return workflow.remark(item, "Det var onsdag.", by=cast.medlem_herning)


@kept
def approved(cast: Cast) -> Meeting:
    return workflow.approve(sent(cast), by=cast.formand_herning)


def later(days: int) -> Any:
    return timezone.now() + timedelta(days=days)


def typed(**changes: Any) -> dict[str, Any]:
    said = {"minutes": "Politiet fortalte.", "decision": "Lys op.", "follow_up_by": "", "follow_up_due": ""}
    return said | {"version": "1"} | changes
