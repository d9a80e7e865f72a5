"""That a proposal goes on to next year's round: told to its lokalråd, and to those whose are one with it."""

from councils.register.mailing import leaders
from councils.wordings.kinds import DECIDED, Kind
from plans.proposals.letter_fields import PROPOSAL_FIELDS, proposal_values
from plans.proposals.models import Proposal, ProposalRound
from samarbejde.outbox.letters import Letter

POSTPONED = Kind(
    "flyttet-til-naeste-aar",
    DECIDED,
    "Et forslag er flyttet til næste år",
    subject="Jeres forslag er flyttet til næste år: {titel}",
    text=(
        "Jeres forslag {forslag} er ikke afgjort i år. {hvornår}",
        "Sekretariatet skriver:\n{begrundelse}",
        "I skal ikke gøre noget. Se forslaget her:\n{link}",
    ),
    fields=PROPOSAL_FIELDS
    | {
        "hvornår": "Det er med i forslagsrunden til Samarbejdsplan 2028 og bliver behandlet der.",
        "begrundelse": "Kredsrådet nåede ikke at drøfte det i år.",
    },
    needed=("link", "begrundelse", "hvornår"),
)


def postponed(proposal: Proposal, reason: str, following: ProposalRound | None) -> list[Letter]:
    """To its lokalråd, and to those whose proposals were merged into it."""
    when = (
        f"Det er med i forslagsrunden til {following.plan.title} og bliver behandlet der."
        if following
        else "Det venter, til næste års forslagsrunde åbner, og kommer med i den af sig selv."
    )
    own = _postponed(proposal, when, reason)
    into = f"Det er samlet med {proposal.named}. {when}"
    return own + [one for part in proposal.everything_merged() for one in _postponed(part, into, reason)]


def _postponed(proposal: Proposal, when: str, reason: str) -> list[Letter]:
    council = proposal.council
    values = proposal_values(proposal, title=proposal.public_title)
    values |= {"hvornår": when, "begrundelse": reason}
    return POSTPONED.worded(council.district_id).to_each(leaders([council]).get(council.pk, []), values)
