"""A proposal that was handed in again: what is new in its words."""

from collections.abc import Iterable
from dataclasses import dataclass

from plans.proposals.filled import filled
from plans.proposals.forms import ProposalForm
from plans.proposals.models import WORDS, Proposal, ProposalRound, Submission, Words, field_of
from samarbejde.forms.conflict import Conflict, Part, part
from samarbejde.text.rich_text import from_plain


@dataclass(frozen=True)
class Changed:
    """What stands otherwise than in the submission `since`."""

    since: Submission
    parts: list[Part]


def changed(proposal: Proposal, words: Words, since: int = 0) -> Changed | None:
    """Held against submission number `since`, or else the one that the secretariat had its points to.

    Where it had none, or nothing is new since, against the latest one that has other words.
    """
    submissions = sorted(proposal.submissions.all(), key=lambda one: -one.number)
    since = since or max((point.about for point in proposal.change_requests.all()), default=0)
    if wanted := [one for one in submissions if one.number == since and one.words != words]:
        return Changed(wanted[0], differences(proposal.round, wanted[0].words, words))
    others = [one for one in submissions if one.words != words]
    return Changed(others[0], differences(proposal.round, others[0].words, words)) if others else None


def differences(round_: ProposalRound, before: Words, after: Words) -> list[Part]:
    """Field by field, with marks; what is alike is left out."""
    form = ProposalForm(questions=round_.questions)
    names = (*WORDS, *(field_of(question["key"]) for question in form.questions))
    old, new = filled(before), filled(after)
    words = [(form[name], str(old.get(name, "")), str(new.get(name, ""))) for name in names]
    return [part(field, was, now) for field, was, now in words if was != now]


def handed_in_anew(proposal: Proposal, seen: int, typed: Iterable[tuple[str, str]]) -> Conflict:
    """What its lokalråd has handed in since submission `seen`, and the words `typed` about that one."""
    submissions = {submission.number: submission for submission in proposal.submissions.all()}
    newest = submissions[proposal.latest_number]
    before = submissions.get(seen, newest)
    return Conflict(
        heading=f"{proposal.council} har indsendt en ny udgave af forslaget, mens du skrev",
        text="Læs det nye. Det, du skrev, står stadig i felterne: send det igen, hvis det stadig skal gælde.",
        who=str(newest.submitted_by),
        at=newest.submitted_at,
        theirs=differences(proposal.round, before.words, newest.words),
        mine=[Part(label, from_plain(text)) for label, text in typed],
    )
