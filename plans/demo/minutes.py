"""Meetings that were held: minutes approved, sent with a remark, and still being written."""

import json
from contextlib import suppress
from datetime import date, time, timedelta

from django.utils import timezone

from councils.agendas import workflow as agendas
from councils.attendance import workflow as attendance
from councils.attendance.seats import Answer, Seat, seats_on
from councils.meetings import workflow as meetings
from councils.meetings.states import MeetingState
from councils.minutes import workflow as minutes
from councils.minutes.publishing import choose_files, publish_minutes
from councils.models import Council, Meeting, Presence
from plans.demo.attaching import questions
from plans.demo.clock import on
from plans.demo.facts import FOLDER
from plans.demo.people import People, person
from plans.publication.pdf.process import PangoMissing
from samarbejde.accounts.models import User

CALLED = timedelta(days=20)  # before the meeting
WRONG = "Det var ikke cykelstativerne, men stien ned til dem, der mangler lys."
CORRECTED, BECAUSE = "Der er voksne i midtbyen hver fredag og lørdag.", "Lørdag blev glemt i referatet."


def hold_meetings(people: People) -> None:
    """Of this year and the last."""
    said = json.loads((FOLDER / "minutes.json").read_text(encoding="utf-8"))
    today = timezone.localdate()
    herning, viborg = (people.lokalraad[name] for name in ("Herning", "Viborg"))
    for days in (400, 75):
        first = _hold(herning, said["Herning"], today - timedelta(days=days), people.chair("Herning"))
        _send(first, today - timedelta(days=days - 5), people.chair("Herning"))
        _approve(first, today - timedelta(days=days - 25), people.chair("Herning"))
    _correct(first, today - timedelta(days=40), people.chair("Herning"))
    _publish_all(today - timedelta(days=35), people)
    second = _hold(viborg, said["Viborg"], today - timedelta(days=12), people.chair("Viborg"))
    _send(second, today - timedelta(days=6), people.chair("Viborg"))
    with on(today - timedelta(days=3)):
        member = person("medlem.viborg", "")
        minutes.remark(second.agenda.get(position=2), WRONG, by=member)
    third = _hold(people.kredsraad, said["kredsråd"], today - timedelta(days=160), people.secretariat)
    with on(today - timedelta(days=155)):
        file = agendas.attach_to_item(third.agenda.get(position=1), questions(), by=people.secretariat)
    _send(third, today - timedelta(days=150), people.secretariat)
    with on(today - timedelta(days=130)):
        minutes.approve_what_nobody_minds()
        choose_files(third, {file.pk}, by=people.secretariat)
    _publish_all(today - timedelta(days=20), people)
    _hold(people.kontaktudvalg, said["kontaktudvalg"], today - timedelta(days=4), people.secretariat)


def _hold(council: Council, points: list[dict[str, object]], day: date, by: User) -> Meeting:
    with on(day - CALLED):
        meeting = meetings.plan_meeting(council, _when(day), by=by)
        for told in points:
            answers = {name: told[name] for name in ("title", "text", "presenter", "is_closed")}
            agendas.add_item(meeting, answers, by=by)
        meeting = attendance.call_meeting(meeting, by=by)
    with on(day, hour=12):
        answers_of_seats = [_present(seat) for seat in seats_on(council, day)]
        meeting = minutes.tell_attendance(meeting, answers_of_seats, guests=(), by=by)
        for item, told in zip(meeting.agenda.order_by("position"), points, strict=True):
            minutes.write_point(item, _said(told, day), version=item.version, by=by)
    return meeting


def _when(day: date) -> dict[str, object]:
    return {
        "held_on": day,
        "starts_at": time(9, 30),
        "ends_at": time(11, 30),
        "place": "Politigården i Holstebro",
        "link": "",
        "is_public": False,
        "notice_by": None,
    }


def _present(seat: Seat) -> Answer:
    """One mayor sent apologies; a seat that nobody holds was empty."""
    there = seat.holder is not None and seat.label != "Lemvig"
    return Answer(seat, Presence.PRESENT if there else Presence.ABSENT)


def _said(told: dict[str, object], day: date) -> dict[str, object]:
    due = day + timedelta(days=60) if told["follow_up_by"] else None
    said = {name: told[name] for name in ("minutes", "decision", "follow_up_by")}
    return said | {"follow_up_due": due, "is_postponed": told["postponed"]}


def _send(meeting: Meeting, day: date, by: User) -> None:
    with on(day):
        minutes.send_minutes(meeting, by=by)


def _approve(meeting: Meeting, day: date, by: User) -> None:
    with on(day):
        minutes.approve(meeting, by=by)


def _correct(meeting: Meeting, day: date, by: User) -> None:
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.APPROVED, "else it is put right in the text"
    with on(day):
        minutes.correct(meeting.agenda.get(position=2), text=CORRECTED, reason=BECAUSE, by=by)


def _publish_all(day: date, people: People) -> None:
    """Approved ones that are not public; a machine that makes no PDFs leaves them for later."""
    waiting = Meeting.objects.filter(state=MeetingState.APPROVED, published=None).with_places()
    with on(day), suppress(PangoMissing):
        for meeting in waiting:
            publish_minutes(meeting, by=people.secretariat)
