"""What people are told of the points that they ask for."""

from councils.agendas.models import AgendaRequest
from councils.agendas.states import RequestState
from councils.meetings.mailing import callers
from councils.wordings.kinds import MEETINGS, Kind, Readers
from samarbejde.outbox.letters import Letter
from samarbejde.site.addresses import web_address

_POINT = {
    "råd": "Lokalrådet i Herning",
    "punkt": "»Tryg i nattelivet«",
    "link": "https://samarbejde.example/arbejdsbord/raad/7/moeder/",
}

ASKED_FOR = Kind(
    "punkt-oensket",
    MEETINGS,
    "Et medlem ønsker et punkt på dagsordenen",
    subject="Ønske til dagsordenen i {råd}",
    text=(
        "{medlem} ønsker et punkt på dagsordenen:",
        "{punkt}",
        "{hvorfor}",
        "Tag det på, eller svar, her:\n{link}",
    ),
    fields=_POINT | {"medlem": "Borgmesteren i Herning", "hvorfor": "Der har været uro ved havnen i august."},
    needed=("link", "hvorfor"),
    to=Readers.CALLERS,
)
TAKEN = Kind(
    "punkt-optaget",
    MEETINGS,
    "Et ønsket punkt er på dagsordenen",
    subject="Svar på dit ønske til dagsordenen i {råd}",
    text=("{punkt} er på dagsordenen for mødet {tidspunkt}.", "Se dagsordenen her:\n{link}"),
    fields=_POINT
    | {
        "tidspunkt": "3. marts 2027 kl. 10.00–12.00",
        "link": "https://samarbejde.example/arbejdsbord/moeder/12/",
    },
    to=Readers.WHOM_IT_CONCERNS,
    is_news=True,
)
DECLINED = Kind(
    "punkt-ikke-optaget",
    MEETINGS,
    "Et ønsket punkt kom ikke på dagsordenen",
    subject="Svar på dit ønske til dagsordenen i {råd}",
    text=(
        "{punkt} kom ikke på dagsordenen. Begrundelsen er: {begrundelse}",
        "Du kan ønske et andet punkt her:\n{link}",
    ),
    fields=_POINT
    | {
        "begrundelse": "Det hører til i kredsrådet.",
        "link": "https://samarbejde.example/arbejdsbord/raad/7/moeder/oensk/",
    },
    needed=("link", "begrundelse"),
    to=Readers.WHOM_IT_CONCERNS,
    is_news=True,
)


def point_asked_for(request: AgendaRequest) -> list[Letter]:
    """To those who call the council."""
    values = _point(request, web_address("council-meetings", request.council_id))
    values |= {"medlem": request.asked_by.name, "hvorfor": request.text}
    people = [person for person in callers(request.council) if person.pk != request.asked_by_id]
    return ASKED_FOR.worded(request.council.district_id).to_each(people, values)


def point_answered(request: AgendaRequest) -> list[Letter]:
    """To whoever asked."""
    if request.state == RequestState.TAKEN and request.item is not None:
        kind, told = TAKEN, {"tidspunkt": request.item.meeting.when}
        page = web_address("meeting", request.item.meeting_id)
    else:
        kind, told = DECLINED, {"begrundelse": request.answer}
        page = web_address("ask-for-point", request.council_id)
    worded = kind.worded(request.council.district_id)
    return [worded.to(request.asked_by, _point(request, page) | told)]


def _point(request: AgendaRequest, page: str) -> dict[str, str]:
    return {"råd": str(request.council), "punkt": f"»{request.title}«", "link": page}
