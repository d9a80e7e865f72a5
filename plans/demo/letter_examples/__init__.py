"""Each kind of letter that the portal writes, to the demo's people; nothing is queued.

A module here has the name of the room that writes, a function that of the room's own in `letters`: it yields
that letter in each of its forms, and each to everybody who gets it.
"""

from collections.abc import Callable, Iterator
from inspect import getmembers, isgeneratorfunction
from types import ModuleType

from plans.demo.letter_examples import (
    accounts,
    action_plans,
    agendas,
    approval,
    attendance,
    comments,
    consultation,
    decisions,
    desk,
    follow_up,
    meetings,
    minutes,
    partners,
    people,
    proposals,
    publication,
    rounds,
    suggestions,
    yearly_account,
)
from samarbejde.outbox.letters import Letter

Example = Callable[[], Iterator[list[Letter]]]

ROOMS: dict[str, ModuleType] = {
    "accounts": accounts,
    "rounds": rounds,
    "proposals": proposals,
    "decisions": decisions,
    "comments": comments,
    "suggestions": suggestions,
    "approval": approval,
    "partners": partners,
    "consultation": consultation,
    "publication": publication,
    "desk": desk,
    "follow_up": follow_up,
    "action_plans": action_plans,
    "agendas": agendas,
    "meetings": meetings,
    "attendance": attendance,
    "minutes": minutes,
    "yearly_account": yearly_account,
    "people": people,
}


def examples(room: str) -> dict[str, Example]:
    """Each kind by its name, in the order of the year."""
    found = getmembers(ROOMS[room], isgeneratorfunction)
    return dict(sorted(found, key=lambda kind: kind[1].__code__.co_firstlineno))
