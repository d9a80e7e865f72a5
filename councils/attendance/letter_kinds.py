"""The kinds of letters of who comes to a meeting. `letters` writes them."""

from councils.meetings.letter_fields import LINK_FIELD, MEETING_FIELDS
from councils.wordings.kinds import MEETINGS, Kind, Readers

ANSWER = "Svar her, om du kommer:"
_SEE_MEETING = "Se mødet her:\n{link}"
_OPEN_POINTS = MEETING_FIELDS | {
    "dagsorden": "Dagsorden:\n1. »Godkendelse af referat«\n2. »Tryg i nattelivet«"
}
_AGENDA = (
    MEETING_FIELDS
    | LINK_FIELD
    | {
        "dagsorden": "Dagsorden:\n1. »Godkendelse af referat«\n2. »Tryg i nattelivet« (bilag: notat.pdf)",
        "dagsorden_pdf": "https://samarbejde.example/arbejdsbord/moeder/12/dagsorden.pdf",
        "hvad_nu": ANSWER,
    }
)
_AGENDA_NEEDED = ("link", "hvad_nu", "tid_og_sted", "dagsorden")
_TO_MEMBERS = (
    "{tid_og_sted}",
    "{dagsorden}",
    "Dagsordenen som PDF:\n{dagsorden_pdf}",
    "{hvad_nu}\n{link}",
)
_TO_GUESTS = ("Du er inviteret som gæst til et møde i {råd}.", "{tid_og_sted}", "{dagsorden}")
_WHO = MEETING_FIELDS | LINK_FIELD | {"medlem": "Borgmesteren i Herning"}
_INSTEAD = _WHO | {"i_stedet": "I stedet kommer Viceborgmesteren i Herning."}

CALLED = Kind(
    "moede-indkaldt",
    MEETINGS,
    "Der indkaldes til møde",
    subject="Indkaldelse til møde i {råd} {dato}",
    text=("Du indkaldes til et møde.", *_TO_MEMBERS),
    fields=_AGENDA,
    needed=_AGENDA_NEEDED,
    to=Readers.MEMBERS,
)
GUEST_CALLED = Kind(
    "gaest-indkaldt",
    MEETINGS,
    "Der indkaldes til møde: til gæster",
    subject="Indkaldelse til møde i {råd} {dato}",
    text=_TO_GUESTS,
    fields=_OPEN_POINTS,
    needed=("tid_og_sted", "dagsorden"),
    to=Readers.GUESTS,
)
GUEST_NOT_CALLED = Kind(
    "gaest-ikke-mere",
    MEETINGS,
    "En gæst er taget af listen",
    subject="Du er ikke gæst mere på mødet {dato}",
    text=("Du behøver ikke at komme til mødet i {råd} {tidspunkt}.",),
    fields=MEETING_FIELDS,
    needed=(),
    to=Readers.WHOM_IT_CONCERNS,
)
AGENDA_CHANGED = Kind(
    "dagsorden-aendret",
    MEETINGS,
    "Dagsordenen sendes igen",
    subject="Ny dagsorden til mødet i {råd} {dato}",
    text=("Dagsordenen er ændret.", *_TO_MEMBERS),
    fields=_AGENDA,
    needed=_AGENDA_NEEDED,
    to=Readers.MEMBERS,
)
AGENDA_CHANGED_FOR_GUESTS = Kind(
    "dagsorden-aendret-gaest",
    MEETINGS,
    "Dagsordenen sendes igen: til gæster",
    subject="Ny dagsorden til mødet i {råd} {dato}",
    text=_TO_GUESTS,
    fields=_OPEN_POINTS,
    needed=("tid_og_sted", "dagsorden"),
    to=Readers.GUESTS,
)
REMINDED = Kind(
    "moede-i-morgen",
    MEETINGS,
    "Der er møde i morgen",
    subject="I morgen: møde i {råd}",
    text=("Der er møde i morgen.", "{tid_og_sted}", _SEE_MEETING),
    fields=MEETING_FIELDS | LINK_FIELD,
    needed=("link", "tid_og_sted"),
    to=Readers.MEMBERS,
)
GUESTS_REMINDED = Kind(
    "moede-i-morgen-gaest",
    MEETINGS,
    "Der er møde i morgen: til gæster",
    subject="I morgen: møde i {råd}",
    text=("Der er møde i morgen.", "{tid_og_sted}"),
    fields=MEETING_FIELDS,
    needed=("tid_og_sted",),
    to=Readers.GUESTS,
)
APOLOGY_SENT = Kind(
    "afbud",
    MEETINGS,
    "Et medlem har meldt afbud",
    subject="Afbud til mødet i {råd} {dato}",
    text=("{medlem} har meldt afbud. {i_stedet}", _SEE_MEETING),
    fields=_INSTEAD,
    to=Readers.CALLERS,
)
DEPUTY_ASKED = Kind(
    "stedfortraeder-skal-moede",
    MEETINGS,
    "En stedfortræder skal møde",
    subject="Du skal møde i {råd} {dato}",
    text=("{medlem} kan ikke komme, og du er stedfortræder.", "{tid_og_sted}", _SEE_MEETING),
    fields=_WHO,
    needed=("link", "tid_og_sted"),
    to=Readers.DEPUTIES,
)
DEPUTY_NOT_NEEDED = Kind(
    "stedfortraeder-skal-ikke-moede",
    MEETINGS,
    "En stedfortræder skal alligevel ikke møde, for afbuddet er ændret",
    subject="Du skal alligevel ikke møde i {råd} {dato}",
    text=("{medlem} har ændret sit afbud. {i_stedet}", _SEE_MEETING),
    fields=_INSTEAD,
    to=Readers.DEPUTIES,
)
COMES_AFTER_ALL = Kind(
    "kommer-alligevel",
    MEETINGS,
    "Et medlem kommer alligevel",
    subject="{medlem} kommer alligevel {dato}",
    text=("{medlem} kommer alligevel til mødet i {råd}.", _SEE_MEETING),
    fields=_WHO,
    to=Readers.CALLERS,
)
MEMBER_COMES_AFTER_ALL = Kind(
    "kommer-alligevel-stedfortraeder",
    MEETINGS,
    "Et medlem kommer alligevel: til stedfortræderen",
    subject="{medlem} kommer alligevel {dato}",
    text=("{medlem} kommer alligevel til mødet i {råd}.", _SEE_MEETING),
    fields=_WHO,
    to=Readers.DEPUTIES,
)
