"""Offices that sign a plan: how they are written, and that each has one name."""

import re
from collections import defaultdict
from collections.abc import Sequence

from plans.importing.findings.plan import ReadPlan, ReadSignatory
from plans.importing.likeness import letters

NOBODY = "Ingen af dem"
_OFFICE = "politidirektør|politimester|(?:vice)?borgmester|stedfortræder|formand|næstformand|kommunaldirektør"
_TITLE = re.compile(
    rf"(?!.*\bborgmestre)(?:(?:konstitueret|fungerende)\s+)?(?:{_OFFICE})\b[^.!?]{{0,100}}", re.IGNORECASE
)
_BARE = re.compile(rf"\b(?:{_OFFICE})\b", re.IGNORECASE)
_DIRECTOR = re.compile(r"\bpoliti(?:direktør|mester)\b", re.IGNORECASE)


def is_office(line: str) -> bool:
    """`Borgmester i Herning Kommune`."""
    return offices_in(line) == 1


def offices_in(line: str) -> int:
    """How many titles a line consists of: two when columns ran together, none when it is something else."""
    return len(_BARE.findall(line)) if _TITLE.fullmatch(line) else 0


def is_director(title: str) -> bool:
    return _DIRECTOR.search(title) is not None


def one_name_for_each_office(found: Sequence[ReadSignatory], plan: ReadPlan) -> list[ReadSignatory]:
    """An office with two names is asked about; until then it has none, and they are told word for word."""
    names: dict[str, dict[str, ReadSignatory]] = defaultdict(dict)
    for one in found:
        names[_office(one)].setdefault(letters(one.name), one)
    right: list[ReadSignatory] = []
    for office, people in names.items():
        right += _the_one(list(people.values()), plan) if office and len(people) > 1 else people.values()
    return sorted(right, key=found.index)


def _the_one(people: list[ReadSignatory], plan: ReadPlan) -> list[ReadSignatory]:
    title = people[0].title
    named = plan.questions.choose(
        f"embede {title}",
        f"Hvem er {title[0].lower()}{title[1:]}? Et embede har kun ét navn, og {len(people)} står med det.",
        [*(one.name for one in people), NOBODY],
        assumed=NOBODY,
    )
    right = [one for one in people if one.name == named]
    plan.not_understood += [f"{one.name}, {one.title}" for one in people if one not in right]
    return right


def _office(signatory: ReadSignatory) -> str:
    """What only one can be: the director, and what is named with its place; "" for a bare »Borgmester«."""
    if is_director(signatory.title):
        return "politidirektør"
    office = _BARE.search(signatory.title)
    rest = signatory.title[office.end() :] if office else signatory.title
    place = signatory.municipality or letters(rest)
    return f"{office[0].casefold() if office else ''} {place}" if place else ""
