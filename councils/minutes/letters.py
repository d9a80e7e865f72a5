"""What a council is told of its minutes. No letter names a point: what is closed stays in the portal."""

from councils.meetings.mailing import callers
from councils.meetings.models import Meeting
from councils.meetings.permissions import SENT
from councils.minutes.models import MinutesRemark
from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from samarbejde.outbox.letters import Letter, letter
from samarbejde.site.addresses import web_address


def minutes_sent(meeting: Meeting, by: User) -> list[Letter]:
    """To members and deputies of today, who approve them; whoever has left reads them no more."""
    held = meeting.council.memberships.current().reachable().select_related("user")
    people = {seat.user_id: seat.user for seat in held.order_by("pk") if seat.user_id != by.pk}
    assert meeting.remarks_by is not None
    until = date_text(meeting.remarks_by)
    return [
        letter(
            person,
            f"Referat af mødet i {meeting.council} {date_text(meeting.held_on)}",
            "Referatet er klar til at blive læst.",
            f"Er noget forkert, så skriv det senest {until}. Ellers er referatet godkendt.",
            f"Læs referatet her:\n{web_address('minutes', meeting.pk)}",
        )
        for person in people.values()
    ]


def remark_made(said: MinutesRemark) -> list[Letter]:
    """To whoever keeps the minutes."""
    meeting = said.item.meeting
    return [
        letter(
            person,
            f"Bemærkning til referatet {date_text(meeting.held_on)}",
            f"{said.by.name} har skrevet en bemærkning til et punkt.",
            f"Svar her:\n{web_address('minutes', meeting.pk)}",
        )
        for person in callers(meeting.council)
        if person.pk != said.by_id
    ]


def remark_answered(said: MinutesRemark, by: User) -> list[Letter]:
    """Nothing to whoever has left the council; while the minutes are mended they are not read."""
    meeting = said.item.meeting
    sits_there = meeting.council.memberships.current().filter(user=said.by_id).exists()
    if said.by_id == by.pk or not sits_there:
        return []
    if meeting.state in SENT:
        way = f"Læs svaret her:\n{web_address('minutes', meeting.pk)}"
    else:
        again = "Referatet er ved at blive rettet. Du kan læse svaret, når det bliver sendt igen."
        way = f"{again} Se mødet her:\n{web_address('meeting', meeting.pk)}"
    return [
        letter(
            said.by,
            f"Svar på din bemærkning til referatet {date_text(meeting.held_on)}",
            f"{by.name} har svaret på din bemærkning.",
            way,
        )
    ]
