"""Sentences that lay a duty on somebody: »lokalrådene skal drøfte«, »det skal sikres«. By rules of thumb."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plans.consistency.duty_words import (
    BEFORE_A_BODY,
    BODY,
    DONE_BY,
    IS_TO_BE,
    LAID_DOWN_ELSEWHERE,
    NO_DUTY,
    OF_A_PAPER,
    PASSIVE,
    PREPOSITION,
    SUBORDINATE,
    WHEN,
)

# »Vil« lays a duty on somebody where nobody else is its subject: »der vil blive samlet op«.
_DUTY = re.compile(r"\b(?:skal|bør|vil(?=\sder\sblive\s)|(?<=\bder\s)vil(?=\sblive\s))\b", re.IGNORECASE)
_CLAUSE = re.compile(r",\s|;\s|\s–\s")
# Before the verb: what follows it is subordinate though no comma says so.
_INNER = re.compile(r"\b(?:at|som|der|hvor|når|hvis|hvilke[nt]?|om|hvordan)\s", re.IGNORECASE)
_ASKS = re.compile(r"\bhvilke[nt]?\b", re.IGNORECASE)
_QUESTION_OR_CONDITION = re.compile(r"(?:skal|bør)\s|.*\?$", re.IGNORECASE)
_NOBODY = re.compile(
    r"\b(?:det|der|dette|disse|denne)\s(?:\w+\s)?$|^\s(?:det|der|dette|disse|denne)\b", re.IGNORECASE
)
# »… muligheder, og der bør også fokuseres på …«: a main clause, though it begins as a relative one.
_MAIN_WITH_THERE = re.compile(r"(?:og|men)\sder\s(?:skal|bør)\s", re.IGNORECASE)


@dataclass(frozen=True)
class Duty:
    sentence: str
    has_who: bool
    has_when: bool


@dataclass(frozen=True)
class _Clause:
    """A clause with such a verb, and the one before it, which may be what it begins with."""

    text: str
    fronted: str

    @property
    def before(self) -> str:
        return _DUTY.split(self.text, maxsplit=1)[0]

    @property
    def after(self) -> str:
        return _DUTY.split(self.text, maxsplit=1)[1]

    @property
    def has_body_after_verb(self) -> bool:
        """Its subject, where something else comes first: »i marts skal de enkelte lokalråd …«."""
        return bool(BEFORE_A_BODY.match(self.after)) and not PREPOSITION.match(self.after)

    @property
    def has_body_as_subject(self) -> bool:
        before = BODY.search(self.before) and not PREPOSITION.match(self.before)
        return bool(before) or self.has_body_after_verb

    @property
    def is_impersonal(self) -> bool:
        """Nobody is its subject, and yet something is to be done."""
        if self.has_body_after_verb:
            return False
        nobody = _NOBODY.search(self.before) or _NOBODY.search(self.after)
        return bool(PASSIVE.search(self.after) or (nobody and IS_TO_BE.search(self.after)))

    @property
    def has_who(self) -> bool:
        """A body that is its subject; in the passive, one that it is done by or in."""
        if not self.is_impersonal:
            return True
        fronted = self.fronted if not self.before.strip() else ""
        parts = (self.text, fronted)
        return any(BODY.match(part, by.end()) for part in parts for by in DONE_BY.finditer(part))


def duties_in(sentences: Iterable[str]) -> Iterator[Duty]:
    """The first of each sentence."""
    for sentence in sentences:
        if not _DUTY.search(sentence) or _QUESTION_OR_CONDITION.match(sentence):
            continue
        if LAID_DOWN_ELSEWHERE.search(sentence):
            continue
        clauses = _CLAUSE.split(sentence)
        number = _first(clauses)
        if number is not None:
            clause = _Clause(clauses[number], clauses[0] if number else "")
            yield Duty(sentence, clause.has_who, _has_when(clauses, number))


def _first(clauses: list[str]) -> int | None:
    for number, text in enumerate(clauses):
        if _ASKS.search(text):
            return None  # »drøfter, hvilke områder kommunerne, politiet og andre skal …«
        if _DUTY.search(text) and not _is_none(text, first=number == 0):
            clause = _Clause(text, "")
            # Else it is a hope: »flere unge skal trives«, »det skal det blive ved at være«.
            return number if clause.is_impersonal or clause.has_body_as_subject else None
    return None


def _is_none(clause: str, *, first: bool) -> bool:
    if OF_A_PAPER.search(clause) or NO_DUTY.search(clause):
        return True
    if (first and re.match(r"(?:der|det)\s", clause, re.IGNORECASE)) or _MAIN_WITH_THERE.match(clause):
        return False
    before = _DUTY.split(clause, maxsplit=1)[0]
    return bool(SUBORDINATE.match(clause)) or bool(_INNER.search(before))


def _has_when(clauses: list[str], number: int) -> bool:
    """In the main clause alone: »der jævnligt opleves« is no time of the duty."""
    main = (one for at, one in enumerate(clauses) if at == number or not SUBORDINATE.match(one))
    return any(WHEN.search(clause) for clause in main)
