"""Years that came along with an earlier plan's text, and are said as if they were now. Reads only.

An earlier year is mostly right: a law's date, what was done then, »videreført fra planen for 2013«. So a
sentence is told of only where it has no past tense, and names nothing that has a year of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plans.consistency.past_tense import is_past
from samarbejde.danish import MONTHS
from samarbejde.text.rich_text import plain_text

_YEAR = r"(?<!\d)20\d\d(?!\d)"
_SPAN = re.compile(
    rf"({_YEAR})\s?(?:[–—/-]|til(?: og med)?(?=\s))\s?(20\d\d|\d\d)(?!\s?[–—/-]?\d)", re.IGNORECASE
)
_MONTH = "|".join(MONTHS)
_SAID = re.compile(
    rf"""\b(?:i|for|til|inden|senest|den|ved|mod)\s
    (?:(?:hele|året|år|planåret|kalenderåret|årene|sommeren|foråret|efteråret|vinteren|(?:ud|ind)gangen\saf|løbet\saf
       |(?:start|slutning|begyndelse|midt)en\saf|første\shalvdel\saf)\s)*
    (?:(?P<day>\d{{1,2}}\.\s(?={_MONTH}))?(?:\d\.\s)?(?:{_MONTH}|kvartal|halvår(?:\saf)?)\s)?
    (?P<year>{_YEAR})""",
    re.IGNORECASE | re.VERBOSE,
)
# What the sentence itself is of: »2026 bliver året, hvor …«, »Samarbejdsplan 2026 beskriver …«.
_SUBJECT = re.compile(
    rf"""(?:(?:samarbejdsplan(?:en)?|planen)\s(?P<plan>{_YEAR})(?=\s[a-zæøå])
    |(?:(?:plan)?året\s)?(?P<year>{_YEAR})(?=\s(?:er|bliver|byder|står|skal|vil|har|kommer|handler)\b))""",
    re.IGNORECASE | re.VERBOSE,
)
_STATUS = re.compile(
    rf"\bstatus\b[^!?\d]{{0,40}}?(?P<month>\b(?:{_MONTH})\s)?(?P<year>{_YEAR})", re.IGNORECASE
)
_BLOCK = re.compile(r"</?(?:p|li|ul|ol|t[dhr]|table|tbody|thead|blockquote|h[1-6])\b[^>]*>|<br\s*/?>")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ0-9»])")

# What has a year of its own, standing right before »for 2013«, »i 2024« …
_OWN_YEAR = re.compile(
    r"""(?:plan|aftale|strategi|videreførelse|redegørelse|beretning|rapport|måling|undersøgelse|opgørelse
    |statistik|tal|regnskab|finanslov|evaluering|referat|valg|grundlag)
    (?:en|et|n|ken|lene|erne|s|ens)?\s$""",
    re.IGNORECASE | re.VERBOSE,
)
_COMPARED = re.compile(r"\b(?:end|som|ligesom|siden|fra|før|efter|modsat)\s$", re.IGNORECASE)
_LAW = re.compile(
    r"\b\w*(?:lov(?:en|ens)?|bekendtgørelse|cirkulære|forordning|direktiv|betænkning|vejledning)\w*\b.{0,60}$",
    re.IGNORECASE,
)
# A sentence with one of these looks back on purpose, or says where a figure is from.
_LOOKS_BACK = re.compile(
    r"""\b(?:videreført?|viderefører|videreførelse\w*|bygger|afløser|erstatter|tidligere|forrige|foregående
    |hidtidige?|sammenlignet|siden|erfaringer\w*|evaluering\w*|kilde|ifølge|opgjort|opgørelse\w*|målt|statistik
    |tal\sfra|tal\sfor|tryghedsmåling\w*)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_APPOINTED = re.compile(
    r"\b(?:skal|vil|bliver|holdes|afholdes|mødes|finder sted|frist\w*|senest)\b", re.IGNORECASE
)
_LOOKS_AHEAD = re.compile(
    r"\b(?:mod|til|inden|før|vision\w*|mål|strategi\w*|\w+strategi\w*)\b", re.IGNORECASE
)


_SUBORDINATE = re.compile(r"(?:og\s)?(?:hvad|hvordan|hvor|som|der|at|når|hvis|om)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Span:
    text: str
    first: int
    last: int


def in_heading(heading: str, year: int) -> list[str]:
    """The years and spans in a heading that do not fit a plan of this year."""
    if _LOOKS_BACK.search(heading) or _LAW.search(heading):
        return []
    spans, rest = _without_spans(heading)
    to_come = year if _LOOKS_AHEAD.search(heading) is None else 9999
    lone = [found for found in re.findall(_YEAR, rest) if not year <= int(found) <= to_come]
    return [span.text for span in spans if span.last < year] + lone


def in_text(html: str, year: int) -> list[str]:
    """What a text says of earlier years as if they were now: `i 2025`, `2021–2024`; each once."""
    sentences = (s for block in _BLOCK.split(html) for s in _SENTENCE.split(plain_text(block)))
    return list(dict.fromkeys(said for sentence in sentences for said in _in_sentence(sentence, year)))


def _in_sentence(sentence: str, year: int) -> Iterator[str]:
    if not re.search(_YEAR, sentence):
        return
    yield from _old_status(sentence, year)
    if is_past(_of_the_year(sentence)) or _LOOKS_BACK.search(sentence):
        return
    spans, rest = _without_spans(sentence)
    for span in spans:
        if span.last < year and not _LAW.search(sentence[: sentence.index(span.text)]):
            yield span.text
    if (subject := _SUBJECT.match(rest)) and int(subject["plan"] or subject["year"]) < year:
        yield subject[0]
    for said in _SAID.finditer(rest):
        if said["day"] and not _APPOINTED.search(sentence):
            continue  # the day of something that is spoken of
        if int(said["year"]) < year and not _has_own_year(rest[: said.start()]):
            yield said[0]


def _of_the_year(sentence: str) -> str:
    """Without the clauses that tell of something else: »i 2026 fortæller de, hvad de har gjort«."""
    first, *others = sentence.split(", ")
    kept = (one for one in others if re.search(_YEAR, one) or not _SUBORDINATE.match(one))
    return ", ".join([first, *kept])


def _has_own_year(before: str) -> bool:
    """Of something named, a law or a comparison; but the plan itself, where it is what the sentence is of."""
    if _LAW.search(before) or _COMPARED.search(before):
        return True
    return bool(_OWN_YEAR.search(before)) and len(before.split()) > 1


def _old_status(sentence: str, year: int) -> Iterator[str]:
    """»Status juni 2024«; the autumn before the plan's year is as new as a status can be."""
    for said in _STATUS.finditer(sentence):
        if _COMPARED.search(said[0][: -len(said["year"])]):
            continue  # »gør status over det, de har prøvet siden 2023«
        month = (said["month"] or "").strip().lower()
        autumn = not month or MONTHS.index(month) >= MONTHS.index("juli")
        if int(said["year"]) < (year - 1 if autumn else year):
            yield said[0]


def _without_spans(text: str) -> tuple[list[Span], str]:
    """The spans of years, and the text with a blank in place of each."""
    spans: list[Span] = []

    def take(found: re.Match[str]) -> str:
        first = int(found[1])
        last = int(found[2]) if len(found[2]) == 4 else 2000 + int(found[2])
        if last <= first:  # 2024-03 is a month
            return found[0]
        spans.append(Span(found[0], first, last))
        return " "

    return spans, _SPAN.sub(take, text)
