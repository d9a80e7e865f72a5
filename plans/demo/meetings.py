"""The councils' meetings: kredsråd, kontaktudvalg and two lokalråd, this year's and the next to come."""

import json
from datetime import date, time, timedelta

from django.utils import timezone

from councils.agendas import workflow as agendas
from councils.agendas.sources import waiting_for
from councils.attendance import workflow as attendance
from councils.attendance.seats import Answer, seats_on
from councils.desk.workflow import cancel_meeting
from councils.meetings import workflow as meetings
from councils.meetings.permissions import SEATLESS
from councils.minutes import workflow as minutes
from councils.models import Council, Meeting, Presence
from plans.demo.attaching import questions
from plans.demo.clock import on
from plans.demo.facts import FOLDER
from plans.demo.people import People, person
from samarbejde.accounts.demo import address
from samarbejde.accounts.models import User

PLACE = "Politigården i Holstebro"
WISHES = (
    ("Lys på stierne ved skolerne", "Flere forældre har spurgt, om stierne kan lyses op hele natten."),
    ("Åbningstid på borgerservice", "Mange kommer forgæves om fredagen."),
    ("Unge og knallerter i midtbyen", "Det larmer, og der bliver kørt på fortovet."),
)
NOT_OURS = "Åbningstiden er kommunens egen sag. Spørg kommunens borgerservice."
GUEST = {
    "name": "Beredskabschefen i Midtjylland",
    "title": "Midtjysk Brand & Redning",
    "email": "beredskab@example.org",
}
MEETING: dict[str, object] = {
    "starts_at": time(10),
    "ends_at": time(12),
    "link": "",
    "is_public": False,
    "notice_by": None,
}
PREPARED_BY_US = "Trygheden i årets tal"
HURRY = "Kredsrådets dagsorden blev først klar nu."
REMARKS = (
    "Sæt god tid af. Kommunerne vil gerne høre om indbrud i sommerhuse.",
    "Tag tal for hver kommune med, så kredsrådet kan sammenligne.",
    "Ingen bemærkninger.",
)
NOTHING_SAID: dict[str, object] = {
    "minutes": "",
    "follow_up_by": "",
    "follow_up_due": None,
    "is_postponed": False,
}
COLD = "Halvdelen af rådet var syge."


def set_days(people: People) -> None:
    """Each council's next meetings; one was given up, and one was yesterday."""
    by = people.secretariat
    next_one = _plan(people.kredsraad, 38, PLACE, by)
    with on(timezone.localdate() - timedelta(days=45)):
        _write_agenda(next_one, people)
    _prepare(people)
    _call(next_one, people)
    _plan(people.kredsraad, 129, "Rådhuset i Viborg", by)
    _plan(people.kontaktudvalg, 24, PLACE, by)
    herning, viborg = (people.lokalraad[name] for name in ("Herning", "Viborg"))
    _met_yesterday(herning, people)
    open_one = _plan(herning, 17, "Rådhuset i Herning", people.chair("Herning"), is_public=True)
    _ask(herning, people, open_one)
    given_up = _plan(viborg, 5, "Viborg Bibliotek", people.chair("Viborg"))
    with on(timezone.localdate() - timedelta(days=1)):
        cancel_meeting(given_up, reason=COLD, by=people.chair("Viborg"))
    _plan(viborg, 26, "Viborg Bibliotek", people.chair("Viborg"))
    _plan_next_year(herning, people.chair("Herning"))


def _plan(council: Council, days: int, place: str, by: User, *, is_public: bool = False) -> Meeting:
    day = _weekday(timezone.localdate() + timedelta(days=days))
    with on(timezone.localdate() - timedelta(days=60)):
        told = MEETING | {"held_on": day, "place": place, "is_public": is_public}
        return meetings.plan_meeting(council, told, by=by)


def _plan_next_year(council: Council, by: User) -> None:
    """Four meetings, as the lokalråd's own plan for the year lists them; the first of them is open."""
    for month in (2, 5, 9, 11):
        day = _weekday(date(timezone.localdate().year + 1, month, 10))
        where = {"place": "Rådhuset i Herning", "is_public": month == 2}
        meetings.plan_meeting(council, MEETING | where | {"held_on": day}, by=by)


def _weekday(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def _write_agenda(meeting: Meeting, people: People) -> None:
    """Points of its own, one of them closed; some of what waits is put on, and some still waits."""
    for told in json.loads((FOLDER / "agenda.json").read_text(encoding="utf-8"))["kredsråd"]:
        item = agendas.add_item(meeting, told, by=people.secretariat)
        if item.title == PREPARED_BY_US:
            agendas.attach_to_item(item, questions(), by=people.secretariat)
    waiting = waiting_for(meeting)
    agendas.take_up(meeting, [one.key for one in waiting[:2]], by=people.secretariat)


def _prepare(people: People) -> None:
    """The kontaktudvalg went through the kredsråd's points, and says something of the first two."""
    by, council, today = people.secretariat, people.kontaktudvalg, timezone.localdate()
    meeting = _plan(council, -30, PLACE, by)
    with on(today - timedelta(days=44)):
        _take_up_all(meeting, by)
        meeting = attendance.call_meeting(meeting, late_reason=HURRY, by=by)
    with on(meeting.held_on, hour=13):
        there = [Answer(seat, Presence.PRESENT) for seat in seats_on(council, meeting.held_on)]
        meeting = minutes.tell_attendance(meeting, there, guests=(), by=by)
        for number, item in enumerate(meeting.agenda.order_by("position")):
            said = NOTHING_SAID | {"decision": REMARKS[min(number, len(REMARKS) - 1)]}
            minutes.write_point(item, said, version=item.version, by=by)
    with on(today - timedelta(days=28)):
        meeting = minutes.send_minutes(meeting, by=by)
    with on(today - timedelta(days=10)):
        minutes.approve(meeting, by=by)


def _take_up_all(meeting: Meeting, by: User) -> None:
    agendas.take_up(meeting, [one.key for one in waiting_for(meeting)], by=by)


def _met_yesterday(council: Council, people: People) -> None:
    """Nobody has told yet who was there; some said beforehand whether they would come."""
    by, day = people.chair("Herning"), timezone.localdate() - timedelta(days=1)
    with on(day - timedelta(days=20)):
        told = MEETING | {"held_on": day, "place": "Rådhuset i Herning"}
        meeting = meetings.plan_meeting(council, told, by=by)
        for point in json.loads((FOLDER / "agenda.json").read_text(encoding="utf-8"))["Herning"]:
            agendas.add_item(meeting, point, by=by)
        meeting = attendance.call_meeting(meeting, by=by)
    seats = council.memberships.on(day).exclude(role__in=SEATLESS).exclude(user=by)
    with on(day - timedelta(days=4)):
        first, *others = seats.select_related("user").order_by("pk")
        attendance.apologise(meeting, first, by=first.user)
        for seat in others[:2]:
            attendance.accept(meeting, seat, by=seat.user)


def _ask(council: Council, people: People, meeting: Meeting) -> None:
    """Three wishes of a member: one is taken up, one is not, one waits for an answer."""
    member, chair = person("medlem.herning", ""), people.chair("Herning")
    taken, declined, _ = (
        agendas.ask_for_point(council, title=title, text=text, by=member) for title, text in WISHES
    )
    agendas.take_up(meeting, [f"request:{taken.pk}"], by=chair)
    agendas.decline_request(declined, reason=NOT_OURS, by=chair)


def _call(meeting: Meeting, people: People) -> None:
    """A guest is asked; one mayor sends the deputy, another cannot come, four say that they do."""
    with on(timezone.localdate() - timedelta(days=2)):
        attendance.invite_guest(meeting, **GUEST, by=people.secretariat)
        called = attendance.call_meeting(meeting, by=people.secretariat)
    seats = meeting.council.memberships.select_related("user")
    with on(timezone.localdate() - timedelta(days=1)):
        away = seats.get(user__email=address("borgmester.lemvig"))
        sends = seats.get(user__email=address("borgmester.skive"))
        deputy = seats.get(user__email=address("stedfortraeder.skive"))
        attendance.apologise(called, away, by=away.user)
        attendance.apologise(called, sends, deputy=deputy, by=sends.user)
        for seat in seats.current().exclude(role__in=SEATLESS).exclude(pk__in=[away.pk, sends.pk])[:4]:
            attendance.accept(called, seat, by=seat.user)
