"""What of last year's plan is taken along, and what changes on the way. Reads only."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from plans.document.fields import SECTION
from plans.document.models import Plan
from plans.document.years import lone_year
from samarbejde.text.rich_text_fields import folded


@dataclass(frozen=True)
class NewHeading:
    before: str
    after: str


def with_year(heading: str, before: int, after: int) -> str:
    """The heading with the plan's own year turned: »Indsatsområder 2025« → »Indsatsområder 2026«."""
    return lone_year(str(before)).sub(str(after), heading)


def new_headings(previous: Plan, year: int) -> list[NewHeading]:
    """The headings that `carry_forward` will write anew, in the plan's order of positions."""
    pairs = ((s.heading, with_year(s.heading, previous.year, year)) for s in previous.sections.all())
    return [NewHeading(before, after) for before, after in pairs if before != after]


def new_references(headings: Collection[str], before_year: int, year: int) -> dict[str, str]:
    """References to such headings, folded as they were, and as they will be; those to a double are none."""
    times = Counter(folded(heading) for heading in headings)
    pairs = ((heading, with_year(heading, before_year, year)) for heading in headings)
    return {
        folded(SECTION + before): SECTION + after
        for before, after in pairs
        if before != after and times[folded(before)] == 1
    }
