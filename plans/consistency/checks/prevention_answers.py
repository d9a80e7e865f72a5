import re
from collections.abc import Iterator

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.facts import Area
from plans.consistency.findings import Finding
from samarbejde import danish

_LONG = re.compile(r"\w{5,}")


class PreventionAnswers(Check):
    """A kommune with an area on the prevention list has a local topic that names it."""

    code = "prevention-answers"
    title = "Forebyggelsesområder"

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        if not plan.facts.lists:
            return
        without = [area for area in plan.facts.prevention_areas if not _is_answered(area, plan)]
        if without:
            places = sorted({area.municipality for area in without})
            names = danish.listing(area.name for area in without)
            yield self.finding(
                f"{names} står på listen over forebyggelsesområder, men intet lokalt emne "
                f"{danish.at_all(places)} nævner dem.",
                quotation=names,
                mend=plan.link("Ret emner og lister", "focus-areas"),
            )


def _is_answered(area: Area, plan: CheckedPlan) -> bool:
    words = {word.casefold() for word in _LONG.findall(area.name)}
    councils = {one.pk for one in plan.facts.local_councils if one.municipality == area.municipality}
    own = [topic for topic in plan.facts.topics if topic.is_local]
    said = [f"{topic.title} {topic.description}" for topic in own if topic.council in councils]
    said += [title for council in councils for title in plan.facts.lists.get(council, ())]
    return any(word in text.casefold() for word in words for text in said)
