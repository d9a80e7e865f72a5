"""A proposal as its form has it, and what it lacks before it can be handed in. Reads only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from plans.proposals.models import WORDS, ChangeRequest, Proposal, Question, Words, field_of
from samarbejde.histories import Record

TITLE = "Skriv en titel, så I kan kende forslaget igen."
FIXED = {
    "title": ("Titel", TITLE),
    "background": ("Baggrund", "Skriv, hvorfor emnet er vigtigt, før du sender det ind."),
    "text": ("Forslag til planens tekst", "Skriv, hvad der skal stå i planen, før du indsender."),
}


@dataclass(frozen=True)
class Needed:
    """A field of the form that has to be filled in before a proposal is handed in."""

    name: str
    label: str
    message: str
    is_there: bool = False


def needed(questions: Iterable[Question], points: Iterable[ChangeRequest] = ()) -> list[Needed]:
    """In the order of the form."""
    answers = [
        Needed(answer_name(point), f"Punkt {point.position}", "Svar på punktet, før du indsender.")
        for point in points
    ]
    fixed = [Needed(name, *said) for name, said in FIXED.items()]
    asked = [
        Needed(field_of(one["key"]), one["wording"], f"Skriv »{one['wording']}«, før du indsender.")
        for one in questions
        if one["obligatory"]
    ]
    return [*answers, *fixed, *asked]


def missing_in(proposal: Proposal, points: Iterable[ChangeRequest]) -> list[Needed]:
    """Of its working copy; `points` are those that are still to be answered."""
    open_points = list(points)
    have = filled(proposal.words, open_points)
    return [one for one in looked_for(proposal.round.questions, open_points, have) if not one.is_there]


def looked_for(
    questions: Iterable[Question], points: Iterable[ChangeRequest], have: Mapping[str, object]
) -> list[Needed]:
    """All that is needed, and whether it is among what is filled in."""
    return [replace(one, is_there=bool(have.get(one.name))) for one in needed(questions, points)]


def open_points(proposal: Proposal) -> list[ChangeRequest]:
    return list(proposal.change_requests.filter(answered_at=None))


def filled(words: Words, points: Iterable[ChangeRequest] = ()) -> dict[str, object]:
    fixed = {name: getattr(words, name) for name in WORDS}
    answered = {field_of(one["key"]): one["answer"] for one in words.answers}
    return fixed | answered | {answer_name(point): point.answer for point in points}


def stored(proposal: Proposal | Record) -> dict[str, object]:
    """The proposal, or a record of its history, as its form has it; answers to points are in no history."""
    is_row = isinstance(proposal, Proposal)
    fixed = {name: getattr(proposal, name) for name in WORDS}
    unanswered = {field_of(one["key"]): "" for one in proposal.round.questions}
    words = Words(**fixed, answers=proposal.answers or [])
    return unanswered | filled(words, open_points(proposal) if is_row else []) | {"version": proposal.version}


def answer_name(point: ChangeRequest) -> str:
    return f"answer_{point.pk}"
