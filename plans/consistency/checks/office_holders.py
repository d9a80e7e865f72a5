import re
from collections.abc import Iterator

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.facts import Facts
from plans.consistency.findings import Finding, Replacement
from samarbejde import danish

_NAME = r"[A-ZÆØÅ][\wæøåé]*\.?(?:-[A-ZÆØÅ][\wæøåé]+)?"
_NAMES = rf"(?P<name>{_NAME}(?:\s{_NAME}){{1,3}})"
_TITLE = r"\b(?P<office>[Pp]olitidirektør|[Bb]orgmester)(?:en)?\b"
_PLACE = r"(?:\si\s(?P<place>[A-ZÆØÅ][\w-]+))?(?:\s[Kk]ommune)?"
_SAID = (
    re.compile(rf"{_TITLE}{_PLACE},?\s{_NAMES}(?:\si\s(?P<of>[A-ZÆØÅ][\w-]+))?"),
    re.compile(rf"{_NAMES},\s(?:der\ser\s)?{_TITLE}{_PLACE}"),
    re.compile(
        r"\b(?P<office>[Nn]æstformand)(?:en)?(?:\s(?:i|for)\s[Kk]redsrådet)?(?:\ser|,)?(?:\s[Bb]orgmester(?P<place>\b))?"
        rf"\s{_NAMES}"
    ),
)


class OfficeHolders(TextCheck):
    """A director, a mayor or a vice chair named in the text, who holds no such office on the day."""

    code = "office-holders"
    title = "Navne og titler"

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        said = dict.fromkeys(
            (found["office"].lower(), found["name"].rstrip("."), _place_in(found))
            for line in text.words.split("\n")
            for pattern in _SAID
            for found in pattern.finditer(line)
        )
        for office, name, place in said:
            holders = _holders(plan.facts, office, place)
            if holders and name not in holders and _is_a_name(name, plan):
                now = danish.listing(holders) if len(holders) < 3 else f"en af {len(holders)} andre"
                where = f" i {place}" if len(holders) == 1 and place else ""
                yield self.finding(
                    f"»{text.place.title}« kalder {name} {office}{where}. I registret er {office}en {now}.",
                    text.place,
                    f"{office} {name}",
                    # Of several mayors, or one of another kommune, the text does not say what is meant.
                    Replacement((text.place,), name, holders[0])
                    if len(holders) == 1 and not text.is_topic and name not in _all_named(plan.facts)
                    else None,
                )


def _place_in(said: re.Match[str]) -> str:
    found = said.groupdict()
    return found["place"] or found.get("of") or ""


def _all_named(facts: Facts) -> set[str]:
    return {one.name for one in (*facts.holders, *facts.signed_by)}


def _holders(facts: Facts, office: str, place: str) -> list[str]:
    """Of the kommune that is named with the office, where the register has one of it."""
    people = [*facts.holders, *facts.signed_by]
    if office == "næstformand":
        return list(dict.fromkeys(one.name for one in people if one.role == "vice_chair"))
    people = [one for one in people if place and one.municipality == place] or people
    return list(dict.fromkeys(one.name for one in people if one.title.lower().startswith(office)))


def _is_a_name(words: str, plan: CheckedPlan) -> bool:
    """Not a line of an organisation chart: no part of it is a word that the plan writes small."""
    return not any(part.casefold() in plan.lower_words for part in words.split())
