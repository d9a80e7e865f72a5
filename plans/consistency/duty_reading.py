"""Sentences that may be duties, and the words that say so. By rules of thumb; reads only.

`duty_sentences` knows what must be done (»skal«, »bør«). Here stands what plans lay down in other ways: what
a body does as a habit, reports, promises, may do, or is expected to. A person says what is a duty.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from plans.consistency.duty_sentences import duties_in
from plans.consistency.prose import Block
from plans.consistency.who_and_when import BODY, LOCAL

_MAY = r"(?:kan|muligheden?\sfor\sat)"


@dataclass(frozen=True)
class _Sign:
    """What makes a sentence look like a duty, and how binding that is."""

    modality: str
    pattern: re.Pattern[str]


def _sign(modality: str, pattern: str) -> _Sign:
    return _Sign(modality, re.compile(pattern, re.IGNORECASE | re.VERBOSE))


_SIGNS = (
    _sign("skal", rf"\b{LOCAL}\s(?:\w+\s){{0,2}}?skal\b(?!\slægges) | \bskal\s(?:\w+\s)?{LOCAL}"),
    _sign("bør", rf"\b{LOCAL}\s(?:\w+\s){{0,2}}?bør\b | \bbør\s(?:\w+\s)?{LOCAL}"),
    _sign("kan", rf"\b{LOCAL}\s(?:\w+\s){{0,2}}?{_MAY} | \bkan\s{LOCAL} | \bkan\sinvolvere\s{LOCAL}"),
    _sign("kan", rf"\b(?:{LOCAL}|kommuner)\s(?:får|har|muligheden)?\s?mulighed(?:en)?\sfor\sat\b"),
    _sign("kan", r"\bkommuner\smuligheden\sfor\sat\b"),
    _sign("skal", r"(?:\bder|\bet)\safrapporteres\b | \bafrapporterer\b"),
    _sign(
        "skal",
        rf"\borienterer\s{LOCAL} | \b{BODY}\s(?:og\s)?(?:vil\s)?(?:løbende\s)?(?:orientere|redegøre)\b",
    ),
    _sign("skal", r"\bvil\b.{0,60}?\b(?:fokusere|blive\s(?:samlet\sop|inddraget)|indbefatte)\b"),
    _sign("skal", rf"\b{LOCAL}\s(?:følger\sop|tager\sinitiativ|udarbejder|mødes|tilrettelægger)\b"),
    _sign("skal", rf"\btilrettelægger\s{LOCAL}"),
    _sign("skal", r"\bmødes\sfør\b | \bmødes\s(?:\w+\s)?gange\b"),
    _sign("skal", r"\bkontaktudvalget\sfølger\b"),
    _sign("skal", r"\blokale\ssamarbejdsplan\s(?:udmønter|godkendes)\b"),
    _sign("skal", rf"\b{LOCAL}\s.{{0,60}}?\bsamarbejder\som\sat\b"),
    _sign("skal", r"\bhoved(?:arbejds)?(?:område|opgave)\w*\ser\sat\b"),
    _sign("bør", r"\bforventning(?:en)?\som\b"),
    _sign("skal", r"\bfortsætter\ssom\shidtil\b | \bvalgt\sen\s[\w-]+\stilgang\b"),
    _sign("skal", r"\bder\ser\set\slokalråd\si\shver\b"),
    _sign("skal", r"\blokalrådenes\sarbejde\b.{0,80}?\bskal\b | \bvi\s.{0,40}?\bskal\sarbejde\b"),
    _sign("bør", r"\bder\sbør\s(?:\w+\s){0,2}?\w+es\b.{0,60}?\bi\slokalråd"),
)


@dataclass(frozen=True)
class Seen:
    """A sentence that may be a duty, and the words that say so."""

    sentence: str
    before: str  # the sentence that it follows: »der afrapporteres om dette«
    sign: str
    modality: str

    @property
    def key(self) -> str:
        return key_of(self.sentence)


def key_of(sentence: str) -> str:
    """The same for the same sentence, wherever it stands."""
    return hashlib.sha256(" ".join(sentence.casefold().split()).encode()).hexdigest()


def seen_in(blocks: Iterable[Block]) -> Iterator[Seen]:
    """In reading order; of a list that such a sentence introduces, its items in the sentence's place."""
    before, leads = "", None
    for block in blocks:
        if leads:
            yield from (replace(leads, sentence=item) for item in block.items or [leads.sentence])
            leads = None
        for sentence in block.sentences:
            seen, before = _seen(sentence, before), sentence
            if seen and sentence.endswith(":"):
                leads = seen
            elif seen:
                yield seen
    if leads:
        yield leads


def _seen(sentence: str, before: str) -> Seen | None:
    for sign in _SIGNS:
        if found := sign.pattern.search(sentence):
            return Seen(sentence, before, found.group().strip(), sign.modality)
    if next(duties_in([sentence]), None):
        found = re.search(r"\b(?:skal|bør)\b", sentence, re.IGNORECASE)
        return Seen(sentence, before, found.group(), found.group().lower()) if found else None
    return None
