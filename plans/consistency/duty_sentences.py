"""Sentences that lay a duty on somebody: »lokalrådene skal drøfte«, »det skal sikres«. By rules of thumb."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samarbejde.danish import MONTHS

_DUTY = re.compile(r"\b(?:skal|bør)\b", re.IGNORECASE)
_CLAUSE = re.compile(r",\s|;\s|\s–\s")
_SUBORDINATE = re.compile(
    r"""(?:(?:og|men|eller|samt|herunder|dog)\s)?(?:der|som|hvor\w*|når|hvis|hvordan|hvad|hvilke[nt]?|at|om|så|fordi|da
    |mens|inden|såfremt)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Before the verb: what follows it is subordinate though no comma says so.
_INNER = re.compile(r"\b(?:at|som|der|hvor|når|hvis|hvilke[nt]?|om|hvordan)\s", re.IGNORECASE)
_ASKS = re.compile(r"\bhvilke[nt]?\b", re.IGNORECASE)
_OF_A_PAPER = re.compile(
    r"\b(?:\w*planen|formålet|\w*aftalen|målet|hensigten)\s(?:\w+\s){0,3}?(?:skal|bør)\b", re.IGNORECASE
)
_NO_DUTY = re.compile(
    r"\b(?:som udgangspunkt|ikke|tages? (?:der )?forbehold|skal ses|skal forstås)\b", re.IGNORECASE
)
_BODY = re.compile(
    r"""\b(?:\w*råd(?:et|ene)?|politi(?:et|kredsen|direktøren)?|kommune(?:n|r|rne)?|kontaktudvalg(?:et)?
    |sekretariat(?:et)?|\w+s\sPoliti|parterne|vi|\w*enhed(?:en)?|kriminalforsorgen|skole(?:n|r|rne)?|forening\w*
    |organisation\w*|myndighed\w*|psykiatri\w*|borgmest\w+|lokalpoliti\w*)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NOBODY = re.compile(
    r"""\b(?:det|der|dette|disse|denne)\s(?:\w+\s)?(?:skal|bør)\b
    |\b(?:skal|bør)\s(?:det|der|dette|disse|denne)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_PASSIVE = re.compile(
    r"\b(?:skal|bør)\b.*\b(?!(?:deres|vores|andres|alles|trives|lykkes|findes|mødes|færdes|synes|enes)\b)\w{3,}(?<!ne)(?<!re)s\b(?<=es)",
    re.IGNORECASE,
)
_DONE_BY = re.compile(r"\b(?:af|i|hos)\s(?:\w+\s){0,2}?", re.IGNORECASE)
_WHEN = re.compile(
    rf"""\b(?:årligt?|hvert\s(?:halv)?år|halvårligt?|kvartal\w*|månedligt?|ugentligt?|løbende|jævnligt|inden|senest
    |20\d\d|i\sløbet\saf|udgangen\saf|(?:næste|første)\smøde|på\s(?:\w+\s)?møde\w*|(?:to|tre|fire)\sgange
    |{"|".join(MONTHS)}|altid|straks)\b""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True)
class Duty:
    sentence: str
    has_who: bool
    has_when: bool


def duties_in(sentences: Iterable[str]) -> Iterator[Duty]:
    """The first of each sentence."""
    for sentence in sentences:
        if not _DUTY.search(sentence):
            continue
        clauses = _CLAUSE.split(sentence)
        for number, clause in enumerate(clauses):
            if _ASKS.search(clause):
                break  # »drøfter, hvilke områder kommunerne, politiet og andre skal …«
            if _DUTY.search(clause) and not _is_none(clause, first=number == 0):
                if not (_is_impersonal(clause) or _subject(clause)):
                    break  # »flere unge skal trives« is a hope
                yield Duty(sentence, _has_who(clause), _has_when(clauses, number))
                break


def _is_none(clause: str, *, first: bool) -> bool:
    if _OF_A_PAPER.search(clause) or _NO_DUTY.search(clause):
        return True
    if first and re.match(r"(?:der|det)\s", clause, re.IGNORECASE):
        return False
    before = _DUTY.split(clause)[0]
    return bool(_SUBORDINATE.match(clause)) or bool(_INNER.search(before))


def _has_who(clause: str) -> bool:
    """A body that is its subject; in the passive, and with »det« or »der«, one that it is done by."""
    if _is_impersonal(clause):
        return any(_BODY.match(clause, by.end()) for by in _DONE_BY.finditer(clause))
    return True


def _is_impersonal(clause: str) -> bool:
    return bool(_NOBODY.search(clause) or _PASSIVE.search(clause))


def _subject(clause: str) -> bool:
    """A body before the verb; right after it, where the verb comes first or second."""
    before, after = _DUTY.split(clause, maxsplit=1)
    near = " ".join(after.split()[:3]) if len(before.split()) < 2 else ""
    return bool(_BODY.search(before) or _BODY.search(near))


def _has_when(clauses: list[str], number: int) -> bool:
    """In the main clause alone: »der jævnligt opleves« is no time of the duty."""
    main = (one for at, one in enumerate(clauses) if at == number or not _SUBORDINATE.match(one))
    return any(_WHEN.search(clause) for clause in main)
