"""Where a plan says what the register said before. Reads only."""

from dataclasses import dataclass

from plans.document.models import Plan
from plans.replacing.finding import Text, Written, counted, found, texts_of
from plans.replacing.superseded import Superseded, superseded
from samarbejde.text.rich_text import plain_text
from samarbejde.text.rich_text_replacing import Sought


@dataclass(frozen=True)
class Outdated:
    """An old value, and the places where it is typed."""

    value: Superseded
    texts: list[Text]

    @property
    def count(self) -> int:
        return counted(self.texts)

    @property
    def keys(self) -> list[str]:
        return [place.key for text in self.texts for place in text.places]


def outdated(plan: Plan) -> list[Outdated]:
    """Of the plan as it stands, in the order of the register's kinds."""
    words = _all_words(plan)
    values = [value for value in superseded(plan) if Sought(value.old, True, True).pattern.search(words)]
    places = [Outdated(value, found(plan, Sought(value.old, True, True), value.new)) for value in values]
    return [one for one in places if one.texts]


def _all_words(plan: Plan) -> str:
    """To look in once, before the texts are taken one by one."""
    rows: list[Written] = [*plan.sections.all(), *plan.focus_areas.filter(section=None)]
    return "\n".join(plain_text(text) for row in rows for text in texts_of(row).values())
