"""What a council is told of its minutes. No letter names a point: what is closed stays in the portal."""

from councils.meetings.mailing import callers
from councils.meetings.models import Meeting
from councils.meetings.permissions import SENT
from councils.minutes.models import MinutesRemark
from councils.wordings.kinds import MEETINGS, Kind, Readers
from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from samarbejde.outbox.letters import Letter
from samarbejde.site.addresses import web_address

_MINUTES = {
    "råd": "Lokalrådet i Herning",
    "dato": "3. marts 2027",
    "link": "https://samarbejde.example/arbejdsbord/moeder/12/referat/",
}
_READ = "Læs svaret her:"
_MENDED = "Referatet er ved at blive rettet. Du kan læse svaret, når det bliver sendt igen. Se mødet her:"

MINUTES_SENT = Kind(
    "referat-sendt",
    MEETINGS,
    "Referatet er sendt til godkendelse",
    subject="Referat af mødet i {råd} {dato}",
    text=(
        "Referatet er klar til at blive læst.",
        "Er noget forkert, så skriv det senest {frist}. Ellers er referatet godkendt.",
        "Læs referatet her:\n{link}",
    ),
    fields=_MINUTES | {"frist": "17. marts 2027"},
    needed=("link", "frist"),
    to=Readers.MEMBERS,
)
REMARK_MADE = Kind(
    "referat-bemaerkning",
    MEETINGS,
    "Der er en bemærkning til referatet",
    subject="Bemærkning til referatet {dato}",
    text=("{medlem} har skrevet en bemærkning til et punkt.", "Svar her:\n{link}"),
    fields=_MINUTES | {"medlem": "Borgmesteren i Herning"},
    to=Readers.CALLERS,
)
REMARK_ANSWERED = Kind(
    "referat-svar",
    MEETINGS,
    "Der er svar på en bemærkning til referatet",
    subject="Svar på din bemærkning til referatet {dato}",
    text=("{hvem} har svaret på din bemærkning.", "{hvad_nu}\n{link}"),
    fields=_MINUTES | {"hvem": "Viceborgmesteren i Herning", "hvad_nu": _READ},
    needed=("link", "hvad_nu"),
    to=Readers.WHOM_IT_CONCERNS,
)


def minutes_sent(meeting: Meeting, by: User) -> list[Letter]:
    """To members and deputies of today, who approve them; whoever has left reads them no more."""
    held = meeting.council.memberships.current().reachable().select_related("user")
    people = {seat.user_id: seat.user for seat in held.order_by("pk") if seat.user_id != by.pk}
    assert meeting.remarks_by is not None
    values = _minutes(meeting) | {"frist": date_text(meeting.remarks_by)}
    return MINUTES_SENT.worded(meeting.council.district_id).to_each(people.values(), values)


def remark_made(said: MinutesRemark) -> list[Letter]:
    """To whoever keeps the minutes."""
    meeting = said.item.meeting
    people = [person for person in callers(meeting.council) if person.pk != said.by_id]
    values = _minutes(meeting) | {"medlem": said.by.name}
    return REMARK_MADE.worded(meeting.council.district_id).to_each(people, values)


def remark_answered(said: MinutesRemark, by: User) -> list[Letter]:
    """Nothing to whoever has left the council; while the minutes are mended they are not read."""
    meeting = said.item.meeting
    sits_there = meeting.council.memberships.current().filter(user=said.by_id).exists()
    if said.by_id == by.pk or not sits_there:
        return []
    values = _minutes(meeting) | {"hvem": by.name, "hvad_nu": _READ}
    if meeting.state not in SENT:
        values |= {"hvad_nu": _MENDED, "link": web_address("meeting", meeting.pk)}
    return [REMARK_ANSWERED.worded(meeting.council.district_id).to(said.by, values)]


def _minutes(meeting: Meeting) -> dict[str, str]:
    return {
        "råd": str(meeting.council),
        "dato": date_text(meeting.held_on),
        "link": web_address("minutes", meeting.pk),
    }
