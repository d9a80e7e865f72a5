import re
from collections import defaultdict
from collections.abc import Iterator

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.findings import Finding, Place

_REFERENCE = re.compile(r"\b(afsnit|kapitel|punkt|bilag)\s(\d{1,2}(?:\.\d{1,2})*)(?![\d.]*\d)", re.IGNORECASE)
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
            if (found := re.match(r"bilag\s(\d+)", text.heading, re.IGNORECASE))
        }
        broken: dict[str, list[Place]] = defaultdict(list)
        for text in plan.texts:
            for said in _REFERENCE.finditer(text.words):
                known = appendices if said[1].lower() == "bilag" else numbers
                places = broken[said[0].lower()]
                is_ours = not _OF_ANOTHER.match(text.words[said.end() :])
                if said[2] not in known and is_ours and text.place not in places:
                    places.append(text.place)
        for quoted, places in broken.items():
            if not places:
                continue
            yield self.finding(
                f"Der henvises til {quoted}, som planen ikke har.", quotation=quoted, also=places
            )
