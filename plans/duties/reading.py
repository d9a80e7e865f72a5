"""What a sentence says of a duty, as the form for a duty has it: whom, what, when. Reads only."""

import re
from collections.abc import Mapping
from datetime import date

from plans.consistency.duty_reading import Seen
from plans.consistency.who_and_when import LOCAL, QUARTER, REPORTING
from plans.duties.models import Addressee, Asked

_PLACED = r"(?:boligområde|forebyggelsesliste|udpegede?\somr)"
_BODIES = (
    (Addressee.PREVENTION, rf"lokalråd\s(?:med|der\shar)\s.{{0,60}}?{_PLACED}"),
    (Addressee.ALL_LOCAL, LOCAL),
    (Addressee.CONTACT, r"kontaktudvalg"),
    (Addressee.SECRETARIAT, r"sekretariatet\b"),
    (Addressee.POLICE, r"politi(?:kredsen|direktøren|et)?\b"),
    (Addressee.OFFICE, r"kommune(?:n|r|rne)\b|SSP\b|kredsrådet\b"),
)
_PATTERNS = [(addressee, re.compile(rf"\b{pattern}", re.IGNORECASE)) for addressee, pattern in _BODIES]
_NAMED = re.compile(r"\blokalråd(?:et|ene)\s(?:i|på)\s(?P<places>[^.;:]+)", re.IGNORECASE)
_DECIDING = re.compile(r"\b(?:beslut|vedtag)\w*", re.IGNORECASE)
_TO_MEETING = re.compile(r"\bkredsråd\w*|\bmødet?\b", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?P<condition>(?:når|hvis|såfremt)\s[^,.;]{5,200})", re.IGNORECASE)
_END_OF = re.compile(r"\budgangen\saf\s(?P<year>20\d\d)", re.IGNORECASE)
_IN_YEAR = re.compile(r"\bi\s(?P<year>20\d\d)\b", re.IGNORECASE)


def answers_in(seen: Seen, year: int, councils: Mapping[str, int]) -> dict[str, object]:
    """The columns of a duty that the sentence seems to lay down. `councils` are lokalråd by their kommune."""
    return {
        "wording": seen.sentence,
        "modality": seen.modality,
        "asked": _asked(seen.sentence),
        **whom(seen.sentence, seen.before, councils),
        **_when(seen.sentence, year),
    }


def whom(sentence: str, before: str = "", councils: Mapping[str, int] | None = None) -> dict[str, object]:
    """Of the sentence, else of the one before it (»der afrapporteres om dette«)."""
    if named := _named(sentence, councils or {}):
        return {"addressee": Addressee.NAMED, "council_ids": named, "who": ""}
    for words in (sentence, before):
        if found := _bodies(words):
            _, _, kind, who = min(found)
            return {
                "addressee": kind,
                "council_ids": [],
                "who": _office(who) if kind == Addressee.OFFICE else "",
            }
    return {"addressee": Addressee.OFFICE, "council_ids": [], "who": ""}


def _bodies(words: str) -> list[tuple[int, int, Addressee, str]]:
    """Where each kind is first named; of two in one place the narrower is the first of `_BODIES`."""
    found = ((kind, pattern.search(words)) for kind, pattern in _PATTERNS)
    return [(at.start(), rank, kind, at.group()) for rank, (kind, at) in enumerate(found) if at]


def _office(words: str) -> str:
    return words[:1].upper() + words[1:]


def _named(sentence: str, councils: Mapping[str, int]) -> list[int]:
    found = _NAMED.search(sentence)
    return [pk for place, pk in councils.items() if found and re.search(rf"\b{place}\b", found["places"])]


def _asked(sentence: str) -> Asked:
    if REPORTING.search(sentence):
        return Asked.REPORT
    return Asked.DECISION if _DECIDING.search(sentence) else Asked.ANSWER


def _when(sentence: str, year: int) -> dict[str, object]:
    when: dict[str, object] = {"due_year": None, "due_quarter": None, "due_on": None}
    when |= {"at_meeting": False, "condition": ""}
    if found := QUARTER.search(sentence):
        due_year = int(found["year"] or year)
        at_meeting = bool(_TO_MEETING.search(sentence))
        return when | {"due_year": due_year, "due_quarter": int(found["quarter"]), "at_meeting": at_meeting}
    if (found := _END_OF.search(sentence)) and int(found["year"]) >= year:
        return when | {"due_on": date(int(found["year"]), 12, 31)}
    if found := _CONDITION.search(sentence):
        return when | {"condition": found["condition"].strip()}
    if (found := _IN_YEAR.search(sentence)) and int(found["year"]) >= year:
        return when | {"due_year": int(found["year"])}
    return when
