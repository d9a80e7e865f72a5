"""What the lokalråd are told of the round itself, and of their deadlines."""

from collections.abc import Iterable
from datetime import datetime

from councils.models import Council
from councils.register.mailing import leaders
from councils.wordings.kinds import CALL, Kind
from plans.proposals.letter_fields import PROPOSAL_FIELDS, ROUND_FIELDS, proposal_values, round_values
from plans.proposals.models import Extension, Proposal, ProposalRound
from samarbejde import danish
from samarbejde.deadlines import is_over
from samarbejde.outbox.letters import Letter
from samarbejde.site.addresses import web_address

_LINK = {"link": "https://samarbejde.example/arbejdsbord/planer/3/forslag/7/"}
_DEADLINE = {"frist": "1. marts 2027 kl. 12.00"}
_CALLED = ROUND_FIELDS | _LINK | _DEADLINE | {"egen_frist": "Lokalrådet har sin egen frist: 8. marts 2027."}
_WRITE = "Skriv jeres forslag her:\n{link}"

OPENED = Kind(
    "runden-er-aaben",
    CALL,
    "Indkaldelse af forslag",
    subject="Send forslag til {plan} senest {frist}",
    text=(
        "Sekretariatet har åbnet for forslag til {plan_og_kreds}.",
        "Fristen er {frist}. Meld også tilbage, hvis I ingen forslag har i år.",
        "{vejledning}",
        "{egen_frist}",
        _WRITE,
    ),
    fields=_CALLED | {"vejledning": "Skriv kort, hvad I vil opnå, og hvem der er med."},
)
SHORTENED = Kind(
    "kortere-frist",
    CALL,
    "Den fælles frist er blevet kortere",
    subject="Kortere frist for forslag til {plan}",
    text=(
        "Sekretariatet har forkortet den fælles frist for forslag til {plan_og_kreds}. "
        "Den er nu {frist}. Før var den {før}.",
        "Har I brug for længere tid, så skriv til sekretariatet.",
        "{egen_frist}",
        _WRITE,
    ),
    fields=_CALLED | {"før": "15. marts 2027 kl. 12.00"},
    needed=("link", "frist"),
)
MOVED = Kind(
    "ny-frist",
    CALL,
    "Den fælles frist er flyttet",
    subject="Ny frist for forslag til {plan}",
    text=(
        "Sekretariatet har flyttet den fælles frist for forslag til {plan_og_kreds}. "
        "Den er nu {frist}. Før var den {før}.",
        "{egen_frist}",
        _WRITE,
    ),
    fields=_CALLED | {"før": "15. februar 2027 kl. 12.00"},
    needed=("link", "frist"),
)
REMINDER = Kind(
    "paamindelse",
    CALL,
    "Påmindelse til dem, der ikke har svaret",
    subject="Vi mangler jeres svar om {plan}",
    text=(
        "Vi har endnu ikke fået jeres forslag til {plan_og_kreds}. {fristen}",
        "Har I ingen forslag i år, så meld det på siden herunder; det er også et svar. "
        "Skriv til sekretariatet, hvis I har brug for længere tid.",
        _WRITE,
    ),
    fields=ROUND_FIELDS | _LINK | {"fristen": "Den fælles frist er 1. marts 2027 kl. 12.00."},
)
EXTENDED = Kind(
    "laengere-frist",
    CALL,
    "Ét lokalråd har fået længere frist",
    subject="I har fået længere frist for forslag til {plan}",
    text=(
        "{lokalråd} kan nu indsende forslag til {plan_og_kreds} indtil {frist}.",
        "Sekretariatets begrundelse:\n{begrundelse}",
        _WRITE,
    ),
    fields=ROUND_FIELDS | _LINK | _DEADLINE | {"begrundelse": "I holder først møde efter fristen."},
    needed=("link", "frist", "begrundelse"),
)
CARRIED = Kind(
    "flyttet-med",
    CALL,
    "Et forslag fra et tidligere år er med",
    subject="Jeres forslag er med i runden til {plan}: {titel}",
    text=(
        "Jeres forslag {forslag} er flyttet med til {plan_og_kreds}. "
        "I skal ikke indsende det igen, men I kan indsende flere forslag, eller trække det tilbage.",
        "Se forslaget her:\n{link}",
    ),
    fields=PROPOSAL_FIELDS,
)


def round_opened(round_: ProposalRound) -> list[Letter]:
    return _to_councils(OPENED, round_, {"vejledning": round_.guidance})


def round_changed(round_: ProposalRound, before: datetime) -> list[Letter]:
    kind = SHORTENED if round_.deadline < before else MOVED
    return _to_councils(kind, round_, {"før": danish.moment_text(before)})


def reminder(round_: ProposalRound, councils: Iterable[Council]) -> list[Letter]:
    """Each lokalråd reads its own deadline."""
    asked = list(councils)
    people, worded = leaders(asked), REMINDER.worded(round_.plan.council.district_id)
    return [
        worded.to(person, _at(round_, council) | {"fristen": _deadline(round_, council)})
        for council in asked
        for person in people.get(council.pk, [])
    ]


def deadline_extended(extension: Extension) -> list[Letter]:
    round_, council = extension.round, extension.council
    told = {"frist": danish.moment_text(extension.deadline), "begrundelse": extension.reason}
    worded = EXTENDED.worded(council.district_id)
    return worded.to_each(leaders([council]).get(council.pk, []), _at(round_, council) | told)


def carried(proposal: Proposal) -> list[Letter]:
    """That a proposal which waited since an earlier year is in the round that has been opened."""
    council = proposal.council
    values = proposal_values(proposal, title=proposal.public_title)
    return CARRIED.worded(council.district_id).to_each(leaders([council]).get(council.pk, []), values)


def _to_councils(kind: Kind, round_: ProposalRound, told: dict[str, str]) -> list[Letter]:
    asked = list(round_.councils)
    people, worded = leaders(asked), kind.worded(round_.plan.council.district_id)
    told = told | {"frist": danish.moment_text(round_.deadline)}
    return [
        worded.to(person, _at(round_, council) | told | {"egen_frist": _own_deadline(round_, council)})
        for council in asked
        for person in people.get(council.pk, [])
    ]


def _at(round_: ProposalRound, council: Council) -> dict[str, str]:
    page = web_address("council-proposals", round_.plan_id, council.pk)
    return round_values(round_, council) | {"link": page}


def _deadline(round_: ProposalRound, council: Council) -> str:
    until = round_.deadline_for(council)
    whose = "Den fælles frist" if until == round_.deadline else "Jeres egen frist"
    return f"{whose} {'var' if is_over(until) else 'er'} {danish.moment_text(until)}."


def _own_deadline(round_: ProposalRound, council: Council) -> str:
    own = round_.deadline_for(council)
    return f"{council} har sin egen frist: {danish.moment_text(own)}." if own != round_.deadline else ""
