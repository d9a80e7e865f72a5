"""A proposal that was handed in again while somebody judged the words before: what is new in them."""

from collections.abc import Iterable

from plans.proposals.forms import ProposalForm
from plans.proposals.models import WORDS, Proposal
from samarbejde.forms.conflict import Conflict, Part, part
from samarbejde.text.rich_text import from_plain


def handed_in_anew(proposal: Proposal, seen: int, typed: Iterable[tuple[str, str]]) -> Conflict:
    """What its lokalråd has handed in since submission `seen`, and the words `typed` about that one."""
    submissions = {submission.number: submission for submission in proposal.submissions.all()}
    newest = submissions[proposal.latest_number]
    before = submissions.get(seen, newest)
    fields = [ProposalForm()[name] for name in WORDS]
    words = [(field, getattr(before, field.name), getattr(newest, field.name)) for field in fields]
    return Conflict(
        heading=f"{proposal.council} har indsendt en ny udgave af forslaget, mens du skrev",
        text="Læs det nye. Det, du skrev, står stadig i felterne: send det igen, hvis det stadig skal gælde.",
        who=str(newest.submitted_by),
        at=newest.submitted_at,
        theirs=[part(field, was, now) for field, was, now in words if was != now],
        mine=[Part(label, from_plain(text)) for label, text in typed],
    )
