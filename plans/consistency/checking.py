"""All checks of a plan, or those of one of its sections. Reads only."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plans.consistency.check import Check, TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.checks import CHECKS
from plans.consistency.findings import Finding, Sorted
from plans.consistency.remembering import remembered, remembered_or

# What a lokalråd's plan is not measured by: it answers for neither the district's duties nor its kommuner.
OF_THE_DISTRICT = ("duties", "reporting", "prevention-answers", "municipalities", "municipality-order")


def checks_of(plan: CheckedPlan) -> list[Check]:
    local = plan.facts.council_kind == "local"
    return [check for check in CHECKS if not (local and check.code in OF_THE_DISTRICT)]


def findings(plan: CheckedPlan) -> list[Finding]:
    """In reading order, what is of the whole plan first, and each once; without what may stand."""
    return sorted_out(plan).standing


def sorted_out(plan: CheckedPlan) -> Sorted:
    return remembered_or(_sorted_out, plan)


def _sorted_out(plan: CheckedPlan) -> Sorted:
    return _parted(_ordered((found for check in checks_of(plan) for found in check.find(plan)), plan), plan)


def findings_in(plan: CheckedPlan, lineage: str) -> list[Finding]:
    """Of the section with this lineage: checks that read one text at a time read only it.

    None is asked where all the plan's findings are known.
    """
    if known := remembered(plan):
        return [one for one in known.standing if _is_of(one, lineage)]
    texts = [text for text in plan.sections if text.place.lineage == lineage]
    found = [
        one
        for check in checks_of(plan)
        for one in (_in_texts(check, texts, plan) if isinstance(check, TextCheck) else check.find(plan))
    ]
    here = (one for one in found if _is_of(one, lineage))
    return _parted(_ordered(here, plan), plan).standing


def _is_of(found: Finding, lineage: str) -> bool:
    return any(place.lineage == lineage for place in found.places)


def _in_texts(check: TextCheck, texts: list[Text], plan: CheckedPlan) -> Iterator[Finding]:
    for text in texts:
        yield from check.find_in(text, plan)


def _ordered(found: Iterable[Finding], plan: CheckedPlan) -> list[Finding]:
    places = {text.place.lineage: number for number, text in enumerate(plan.texts, start=1)}
    once = {one.key: _with_a_way(one, plan) for one in found}
    return sorted(once.values(), key=lambda one: (not one.is_blocking, places.get(one.place.lineage, 0)))


def _parted(found: list[Finding], plan: CheckedPlan) -> Sorted:
    """What blocks a plan never may stand, whatever was said of it when it did not."""
    reasons = {waived.key: waived for waived in plan.facts.waived}
    waived = [(one, reasons[one.key]) for one in found if one.key in reasons and not one.is_blocking]
    standing = [one for one in found if one.is_blocking or one.key not in reasons]
    return Sorted(standing, waived)


def _with_a_way(found: Finding, plan: CheckedPlan) -> Finding:
    """Where the check names no mend, the place itself is one."""
    if found.mend is None and found.place.section:
        return replace(found, mend=plan.link("Ret afsnittet", "edit-section", found.place.section))
    if found.mend is None and found.place.council:
        return replace(found, mend=plan.link("Ret listen", "priorities", found.place.council))
    return found
