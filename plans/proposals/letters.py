"""What the secretariat is told when a lokalråd answers, and the receipt for it."""

from datetime import datetime
from enum import Enum

from councils.register.mailing import leaders, secretariat
from councils.wordings.kinds import DECIDED, RECEIVED, Kind, Readers
from plans.proposals.letter_fields import PROPOSAL_FIELDS, proposal_values
from plans.proposals.models import Proposal
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.outbox.letters import Letter
from samarbejde.site.addresses import web_address

_DECIDE = "Læs det, og afgør det her:\n{link}"

SUBMITTED = Kind(
    "forslag-indsendt",
    RECEIVED,
    "Et forslag er indsendt",
    subject="{lokalråd} har indsendt et forslag: {titel}",
    text=("{lokalråd} har indsendt et forslag til {plan_og_kreds}:\n{forslag}", _DECIDE),
    fields=PROPOSAL_FIELDS,
    to=Readers.SECRETARIAT,
    is_news=True,
)
ANSWERED = Kind(
    "punkter-besvaret",
    RECEIVED,
    "Jeres punkter er besvaret",
    subject="{lokalråd} har svaret: {titel}",
    text=(
        "{lokalråd} har svaret på jeres punkter og indsendt forslaget igen til {plan_og_kreds}:\n{forslag}",
        _DECIDE,
    ),
    fields=PROPOSAL_FIELDS,
    to=Readers.SECRETARIAT,
)
CORRECTED = Kind(
    "forslag-rettet",
    RECEIVED,
    "Et forslag er rettet",
    subject="{lokalråd} har rettet sit forslag: {titel}",
    text=(
        "{lokalråd} har rettet sit forslag og indsendt en ny udgave til {plan_og_kreds}:\n{forslag}",
        "Se, hvad der er ændret, her:\n{link}",
    ),
    fields=PROPOSAL_FIELDS,
    to=Readers.SECRETARIAT,
    is_news=True,
)
WITHDRAWN = Kind(
    "forslag-trukket-tilbage",
    RECEIVED,
    "Et forslag er trukket tilbage",
    subject="{lokalråd} trækker et forslag tilbage: {titel}",
    text=(
        "{lokalråd} trækker et forslag til {plan_og_kreds} tilbage:\n{forslag}",
        "De skriver:\n{begrundelse}",
        "I skal ikke gøre mere ved det.",
        "Se forslaget her:\n{link}",
    ),
    fields=PROPOSAL_FIELDS | {"begrundelse": "Vi er kommet i tvivl om målgruppen."},
    needed=("link", "begrundelse"),
    to=Readers.SECRETARIAT,
    is_news=True,
)
RECEIPT = Kind(
    "kvittering",
    DECIDED,
    "Kvittering for et forslag",
    subject="Kvittering {nummer}: {titel}",
    text=(
        "{hvem} indsendte {tidspunkt} forslaget {forslag} fra {lokalråd} til {plan_og_kreds}.",
        "Sekretariatet behandler det. I får besked på e-mail, når det er afgjort, "
        "eller hvis der er noget at svare på.",
        "Læs forslaget:\n{link}",
        "Se alle jeres forslag:\n{alle_forslag}",
        "{skriv_et_til}",
    ),
    fields=PROPOSAL_FIELDS
    | {
        "nummer": "2027-HER-02",
        "hvem": "Du",
        "tidspunkt": "3. februar 2027 kl. 10.15",
        "alle_forslag": "https://samarbejde.example/arbejdsbord/planer/3/forslag/7/",
        "skriv_et_til": "Skriv et til senest 1. marts 2027 kl. 12.00:\n"
        "https://samarbejde.example/arbejdsbord/planer/3/forslag/7/nyt/",
    },
)


ENTERED = Kind(
    "forslag-indtastet",
    DECIDED,
    "I har indtastet et forslag for et lokalråd",
    subject="Jeres forslag er indtastet: {nummer} {titel}",
    text=(
        "Sekretariatet har indtastet det forslag til {plan_og_kreds}, "
        "som I sendte pr. e-mail {modtaget}:\n{forslag}",
        "Det er indsendt og bliver behandlet som jeres andre forslag. Læs det igennem, og skriv til "
        "sekretariatet, hvis noget er forkert. I kan trække det tilbage, til det er afgjort.",
        "Læs forslaget:\n{link}",
    ),
    fields=PROPOSAL_FIELDS | {"nummer": "2027-HER-02", "modtaget": "3. februar 2027"},
)


class Handing(Enum):
    """Why a proposal is handed in, and what the secretariat is written of it."""

    NEW = SUBMITTED
    ANSWERED = ANSWERED
    CORRECTED = CORRECTED


def submitted(proposal: Proposal, how: Handing) -> list[Letter]:
    return _to_secretariat(how.value, proposal, proposal_values(proposal))


def receipt(proposal: Proposal, *, at: datetime, by: User) -> list[Letter]:
    """To whoever handed it in, and to the chair where that is somebody else."""
    plan, council = proposal.round.plan, proposal.council
    people = {person.pk: person for person in [by, *leaders([council]).get(council.pk, [])]}
    values = proposal_values(proposal) | {
        "nummer": proposal.number or "",
        "tidspunkt": danish.moment_text(at),
        "alle_forslag": web_address("council-proposals", plan.pk, council.pk),
        "skriv_et_til": _another(proposal),
    }
    worded = RECEIPT.worded(council.district_id)
    return [
        worded.to(person, values | {"hvem": "Du" if person == by else by.name}) for person in people.values()
    ]


def withdrawn(proposal: Proposal, title: str, reason: str) -> list[Letter]:
    """`title` is the one that the secretariat has read."""
    values = proposal_values(proposal, title=title, named=f"»{title}« ({proposal.number})")
    return _to_secretariat(WITHDRAWN, proposal, values | {"begrundelse": reason})


def entered(proposal: Proposal) -> list[Letter]:
    """To the lokalråd whose mail the secretariat has entered as a proposal."""
    assert proposal.received_on is not None, "only what came by mail is entered"
    council = proposal.council
    values = {"nummer": proposal.number or "", "modtaget": danish.date_text(proposal.received_on)}
    people = leaders([council]).get(council.pk, [])
    return ENTERED.worded(council.district_id).to_each(people, proposal_values(proposal) | values)


def _to_secretariat(kind: Kind, proposal: Proposal, values: dict[str, str]) -> list[Letter]:
    district = proposal.council.district_id
    return kind.worded(district).to_each(secretariat(district), values)


def _another(proposal: Proposal) -> str:
    """The way to write one more, as long as the round is open."""
    round_, council = proposal.round, proposal.council
    if not round_.is_open_for(council):
        return ""
    until = danish.moment_text(round_.deadline_for(council))
    return f"Skriv et til senest {until}:\n{web_address('write-proposal', round_.plan_id, council.pk)}"
