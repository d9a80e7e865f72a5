from collections import defaultdict
from collections.abc import Iterator

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.facts import LocalCouncil
from plans.consistency.findings import Finding, Place
from samarbejde import danish


class ListsOfTopics(Check):
    """Every lokalråd has a list, and every district-wide topic stands in each."""

    code = "lists-of-topics"
    title = "Lokalrådenes lister"

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        if not plan.facts.topics or plan.facts.council_kind != "district":
            return  # a lokalråd's own plan has the one list
        district_wide = [topic.title for topic in plan.facts.topics if not topic.is_local]
        lacking: dict[tuple[str, ...], list[LocalCouncil]] = defaultdict(list)
        without = []
        for council in plan.facts.local_councils:
            standing = plan.facts.lists.get(council.pk, ())
            if not standing:
                without.append(council)
            elif missing := tuple(title for title in district_wide if title not in standing):
                lacking[missing].append(council)
        if without:
            yield self._of(plan, without, f"{_names(without)} har ingen prioriterede indsatsområder.")
        for titles, councils in lacking.items():
            yield self._lacking(plan, titles, councils)

    def _lacking(self, plan: CheckedPlan, titles: tuple[str, ...], councils: list[LocalCouncil]) -> Finding:
        missing = danish.listing(f"»{title}«" for title in titles)
        whose = "sin liste" if len(councils) == 1 else "deres lister"
        return self._of(
            plan,
            councils,
            f"{_names(councils)} mangler {missing} på {whose}. Kredsdækkende emner står på alle lister.",
        )

    def _of(self, plan: CheckedPlan, councils: list[LocalCouncil], text: str) -> Finding:
        if len(councils) == 1:
            mend = plan.link("Ret listen", "priorities", councils[0].pk)
            return self.finding(text, Place(title=councils[0].name, council=councils[0].pk), text, mend)
        return self.finding(text, quotation=text, mend=plan.link("Ret listerne", "focus-areas"))


def _names(councils: list[LocalCouncil]) -> str:
    if len(councils) == 1:
        return councils[0].name
    places = danish.listing(council.municipality for council in councils)
    return f"{len(councils)} lokalråd ({places})"
