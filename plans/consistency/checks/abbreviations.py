import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from plans.consistency.abbreviation_words import KNOWN
from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.findings import Finding, ListWord, Place

_SHORT = re.compile(r"(?<![\w-])([A-ZÆØÅ]{2,6}\+?)(?!\w)")
_CAPITALS_BEFORE = re.compile(r"\b[A-ZÆØÅ]{2,}\s+$")
_CAPITALS_AFTER = re.compile(r"\W*\s[A-ZÆØÅ]{2,}\b")
_ROMAN = re.compile(r"[IVX]+")


@dataclass
class _Use:
    places: list[Place] = field(default_factory=list)
    explained: list[tuple[str, Place]] = field(default_factory=list)  # in which words, where
    first_explained: bool = False  # it was explained where it stands first


class Abbreviations(Check):
    """Each is explained once, where it is used first."""

    code = "abbreviations"
    title = "Forkortelser"

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        known = KNOWN | plan.facts.abbreviations
        for short, use in _uses(plan, known).items():
            if not use.explained:
                yield self.finding(
                    f"Forkortelsen {short} bliver ikke forklaret.",
                    use.places[0],
                    short,
                    also=use.places[1:],
                    known=ListWord(short, "abbreviation", "Alle kender den"),
                )
                continue
            kinds = _different(use.explained)
            if len(kinds) > 1:
                both = " og ".join(f"»{words}«" for words, _ in kinds[:2])
                yield self.finding(
                    f"Forkortelsen {short} bliver forklaret på to måder: {both}.",
                    kinds[0][1],
                    short,
                    also=[kinds[1][1]],
                )
            elif not use.first_explained:
                yield self.finding(
                    f"Forkortelsen {short} bruges, før den bliver forklaret i »{use.explained[0][1].title}«.",
                    use.places[0],
                    short,
                )


def _uses(plan: CheckedPlan, known: frozenset[str]) -> dict[str, _Use]:
    found: dict[str, _Use] = {}
    for text in plan.texts:
        for line in text.words.split("\n"):
            for said in _SHORT.finditer(line):
                short = said[1]
                if short in known or _is_no_abbreviation(said, line, plan):
                    continue
                use = found.setdefault(short, _Use())
                explained = _explanation(short, said, line)
                use.first_explained |= not use.places and explained is not None
                if text.place not in use.places:
                    use.places.append(text.place)
                if explained:
                    use.explained.append((explained, text.place))
    return found


def _is_no_abbreviation(said: re.Match[str], line: str, plan: CheckedPlan) -> bool:
    """A word of a heading or a drawing in capitals, or a Roman number."""
    short = said[1]
    if _ROMAN.fullmatch(short) or (len(short) > 3 and short.casefold() in plan.lower_words):
        return True
    around = _CAPITALS_BEFORE.search(line[: said.start()]) or _CAPITALS_AFTER.match(line[said.end() :])
    return bool(around) or line.isupper()


def _explanation(short: str, said: re.Match[str], line: str) -> str | None:
    """»X (…)«, »X-samarbejdet (…)«, »full name (X)«, »X er et … mellem …«."""
    after, before = line[said.end() :], line[: said.start()]
    if found := re.match(r"-?\w*\s?\(([^()\d][^()]{4,})\)", after):
        return found[1]
    introduced = re.search(
        r"((?:\S+\s){1,8}?)(?:\(|\(?(?:herefter|forkortet|kaldet|i daglig tale)\s)$", before
    )
    if introduced and (after.startswith(")") or not before.endswith("(")):
        return introduced[1].strip(" ,")
    if (found := re.match(r"\s[–-]\s([^–.]+)", after)) and _begin_with(short, found[1]):
        return found[1].strip()
    if found := re.match(r"[- ]?\w*\ser\set?n?\s[^.]*?\bmellem\s([^.]+)\.", after):
        return found[1]
    return None


def _different(explained: list[tuple[str, Place]]) -> list[tuple[str, Place]]:
    """Those that differ in more than inflection."""
    kinds: dict[frozenset[str], tuple[str, Place]] = {}
    for words, place in explained:
        stems = frozenset(word[:5].casefold() for word in re.findall(r"\w{4,}", words))
        kinds.setdefault(stems, (words, place))
    return list(kinds.values())


def _begin_with(short: str, words: str) -> bool:
    """»FNT – Fælles Natteliv Team«"""
    first = "".join(word[0] for word in re.findall(r"\w+", words))
    return first.casefold().startswith(short.casefold())
