"""What people are told of a council's meetings: of a new day, of one given up."""

from councils.meetings.letter_fields import LINK_FIELD, MEETING_FIELDS, meeting_values, what_now
from councils.meetings.mailing import called_people, guests_with_mail, own_seats, to_guests
from councils.meetings.models import Meeting
from councils.wordings.kinds import MEETINGS, Kind, Readers
from samarbejde.accounts.models import User
from samarbejde.outbox.letters import Letter, Recipient

_CHANGED = MEETING_FIELDS | {
    "ændring": "Mødet blev flyttet fra 1. marts 2027 kl. 10.00 til 3. marts 2027 kl. 10.00."
}
_ANSWER = "Svar igen, om du kommer:"

CHANGED = Kind(
    "moede-aendret",
    MEETINGS,
    "Mødet er flyttet, eller stedet er et andet",
    subject="Ændring af mødet i {råd}",
    text=("{ændring}", "{tid_og_sted}", "{hvad_nu}\n{link}"),
    fields=_CHANGED | LINK_FIELD | {"hvad_nu": _ANSWER},
    needed=("link", "hvad_nu", "ændring", "tid_og_sted"),
    to=Readers.MEMBERS,
)
CHANGED_FOR_GUESTS = Kind(
    "moede-aendret-gaest",
    MEETINGS,
    "Mødet er flyttet, eller stedet er et andet: til gæster",
    subject="Ændring af mødet i {råd}",
    text=("{ændring}", "{tid_og_sted}"),
    fields=_CHANGED,
    needed=("ændring", "tid_og_sted"),
    to=Readers.GUESTS,
)
CANCELLED = Kind(
    "moede-aflyst",
    MEETINGS,
    "Mødet er aflyst",
    subject="Mødet i {råd} {dato} er aflyst",
    text=("Mødet {tidspunkt} er aflyst.\nBegrundelsen er: {begrundelse}",),
    fields=MEETING_FIELDS | {"begrundelse": "Der er for få punkter på dagsordenen."},
    needed=("begrundelse",),
    to=Readers.MEMBERS_AND_GUESTS,
)


def changed(meeting: Meeting, what: str, by: User, *, asks_again: bool) -> list[Letter]:
    """Day, time or place is another."""
    values = meeting_values(meeting) | {"ændring": f"{what}."}
    seated = own_seats(meeting) if asks_again else set()
    worded = CHANGED.worded(meeting.council.district_id)
    own = [
        worded.to(person, values | what_now(meeting, _ANSWER if person.pk in seated else ""))
        for person in called_people(meeting, but=by)
    ]
    return own + to_guests(CHANGED_FOR_GUESTS, meeting, values)


def cancelled(meeting: Meeting, by: User) -> list[Letter]:
    people: list[Recipient] = [*called_people(meeting, but=by), *guests_with_mail(meeting)]
    values = meeting_values(meeting) | {"begrundelse": meeting.cancelled_reason}
    return CANCELLED.worded(meeting.council.district_id).to_each(people, values)
