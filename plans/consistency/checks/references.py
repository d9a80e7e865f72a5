import re
from collections import defaultdict
from collections.abc import Iterator

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.findings import Finding, Place

_REFERENCE = re.compile(
    r"\b(afsnit|afsn\.|kapitel|kap\.|punkt|pkt\.|bilag)\s(\d{1,2}(?:\.\d{1,2})*(?![\d.]*\d)|(?<=bilag\s)[A-H]\b)",
    re.IGNORECASE,
)
_BY_NAME = re.compile(
    r"\b(?:afsnittet|kapitlet|bilaget)\s(?:om\s)?[»”“\"]([^»«”“\"\n]{3,80})[«”“\"]", re.IGNORECASE
)
_OF_ANOTHER = re.compile(
    r"\s(?:i|af|til)\s(?!planen|samarbejdsplanen|denne)\w*(?:lov|bekendtgørelse|aftale)", re.IGNORECASE
)


class References(Check):
    """A typed reference to a section, chapter or appendix that the plan does not have."""

    code = "references"
    title = "Henvisninger"

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        numbers = {text.number.rstrip(".") for text in plan.sections}
        appendices = {
            found[1]
            for text in plan.sections
            if (found := re.match(r"bilag\s(\d+|[A-H]\b)", text.heading, re.IGNORECASE))
        }
        broken: dict[str, list[Place]] = defaultdict(list)
        for text in plan.texts:
            for said in _REFERENCE.finditer(text.words):
                known = appendices if said[1].lower() == "bilag" else numbers
                places = broken[said[0].lower()]
                is_ours = not _OF_ANOTHER.match(text.words[said.end() :])
                if said[2] not in known and is_ours and text.place not in places:
                    places.append(text.place)
        for text in plan.texts:
            for named in _BY_NAME.findall(text.words):
                if not _is_heading(named, plan) and text.place not in broken[f"»{named}«"]:
                    broken[f"»{named}«"].append(text.place)
        for quoted, places in broken.items():
            if not places:
                continue
            yield self.finding(
                f"Der henvises til {quoted}, som planen ikke har.", quotation=quoted, also=places
            )


def _is_heading(words: str, plan: CheckedPlan) -> bool:
    """Also of a part of one: »Natteliv« for »Vold i natteliv«."""
    return any(words.casefold() in text.heading.casefold() for text in plan.texts)
