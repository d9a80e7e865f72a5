"""What was found, for as long as nothing that it was found by has changed. Each process remembers by itself.

It is looked up by all that the checks read, text by text and fact by fact. So what is remembered can be of no
other text, register, list of words or waiver, and nothing has to be told when one of them changes.
"""

from collections.abc import Callable

from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.findings import Sorted
from plans.consistency.spelling import times_cut_short

REMEMBERED = 50  # plans
_found: dict[bytes, Sorted] = {}


def remembered(plan: CheckedPlan) -> Sorted | None:
    return _found.get(plan.digest)


def remembered_or(find: Callable[[CheckedPlan], Sorted], plan: CheckedPlan) -> Sorted:
    """Looked for once, and again where the dictionary had no time for every word: then more may be found."""
    if known := remembered(plan):
        return known
    cut_short = times_cut_short()
    found = find(plan)
    if times_cut_short() == cut_short:
        if len(_found) >= REMEMBERED:
            _found.clear()
        _found[plan.digest] = found
    return found


def forget() -> None:
    _found.clear()
