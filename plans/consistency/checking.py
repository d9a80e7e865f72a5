"""All checks of a plan, or those of one of its sections. Reads only."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.checks import CHECKS
from plans.consistency.findings import Finding


def findings(plan: CheckedPlan) -> list[Finding]:
    """In reading order, what is of the whole plan first, and each once."""
    return _ordered((found for check in CHECKS for found in check.find(plan)), plan)


def findings_in(plan: CheckedPlan, lineage: str) -> list[Finding]:
    """Of the section with this lineage: checks that read one text at a time read only it."""
    texts = [text for text in plan.sections if text.place.lineage == lineage]
    found = [
        one
        for check in CHECKS
        for one in (_in_texts(check, texts, plan) if isinstance(check, TextCheck) else check.find(plan))
    ]
    return _ordered((one for one in found if any(place.lineage == lineage for place in one.places)), plan)


def _in_texts(check: TextCheck, texts: list[Text], plan: CheckedPlan) -> Iterator[Finding]:
    for text in texts:
        yield from check.find_in(text, plan)


def _ordered(found: Iterable[Finding], plan: CheckedPlan) -> list[Finding]:
    places = {text.place.lineage: number for number, text in enumerate(plan.texts, start=1)}
    once = {one.key: _with_a_way(one, plan) for one in found}
    return sorted(once.values(), key=lambda one: (not one.is_blocking, places.get(one.place.lineage, 0)))


def _with_a_way(found: Finding, plan: CheckedPlan) -> Finding:
    """Where the check names no mend, the place itself is one."""
    if found.mend is None and found.place.section:
        return replace(found, mend=plan.link("Ret afsnittet", "edit-section", found.place.section))
    if found.mend is None and found.place.council:
        return replace(found, mend=plan.link("Ret listen", "priorities", found.place.council))
    return found
