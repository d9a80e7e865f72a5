"""Every place in a plan where some words stand. Reads only."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from plans.document.models import FocusArea, Plan, Section
from plans.document.numbering import numbered
from samarbejde.text.rich_text import plain_text
from samarbejde.text.rich_text_replacing import Hit, Sought, hits, hits_in_line, replaced, replaced_in_line

Written: TypeAlias = Section | FocusArea

AROUND = 60  # letters shown on either side of a hit


@dataclass(frozen=True)
class Field:
    name: str
    label: str
    is_line: bool = False

    def hits(self, row: Written, sought: Sought) -> list[Hit]:
        text = getattr(row, self.name)
        if self.is_line:
            return hits_in_line(text, sought)
        # Most texts have none: to look in the words alone is quick, and misses nothing.
        return hits(text, sought) if sought.pattern.search(plain_text(text)) else []

    def replaced(self, row: Written, sought: Sought, put: str, numbers: set[int]) -> str:
        write = replaced_in_line if self.is_line else replaced
        return write(getattr(row, self.name), sought, put, numbers)


SECTION = (
    Field("heading", "Overskrift", is_line=True),
    Field("body", "Tekst"),
    Field("closing", "Tekst efter oplysningerne"),
)
TOPIC = (Field("own_title", "Titel", is_line=True), Field("description", "Tekst"))


@dataclass(frozen=True)
class Place:
    """A hit. `key` names it in the version of the text that it was found in, and in no other."""

    key: str
    field: Field
    number: int  # of the field's hits, from 0
    hit: Hit
    put: str

    @property
    def before(self) -> str:
        text = self.hit.before[-AROUND:]
        return text if len(self.hit.before) <= AROUND else f"… {text.partition(' ')[2]}"

    @property
    def after(self) -> str:
        text = self.hit.after[:AROUND]
        return text if len(self.hit.after) <= AROUND else f"{text.rpartition(' ')[0]} …"


@dataclass(frozen=True)
class Text:
    """A section, or a topic that has none, in which the words stand."""

    row: Written
    title: str
    places: list[Place]


def found(plan: Plan, sought: Sought, put: str = "") -> list[Text]:
    """In the plan's order; topics without a section of their own stand last."""
    texts = [
        Text(entry.section, entry.title, list(_places(entry.section, SECTION, sought, put)))
        for entry in numbered(plan.sections.all())
    ]
    topics = (
        plan.focus_areas.filter(section=None)
        .select_related("council")
        .order_by("council__sort_key", "position", "pk")
    )
    texts += [Text(area, _titled(area), list(_places(area, TOPIC, sought, put))) for area in topics]
    return [text for text in texts if text.places]


def texts_of(row: Written) -> dict[str, str]:
    fields = SECTION if isinstance(row, Section) else TOPIC
    return {field.name: getattr(row, field.name) for field in fields}


def counted(texts: Iterable[Text]) -> int:
    return sum(len(text.places) for text in texts)


def first(texts: Iterable[Text], most: int) -> list[Text]:
    """As many of the texts as have `most` places together, the last one cut."""
    shown: list[Text] = []
    for text in texts:
        if most <= 0:
            break
        shown.append(Text(text.row, text.title, text.places[:most]))
        most -= len(text.places)
    return shown


def _places(row: Written, fields: Iterable[Field], sought: Sought, put: str) -> Iterator[Place]:
    kind = "afsnit" if isinstance(row, Section) else "emne"
    for field in fields:
        for number, hit in enumerate(field.hits(row, sought)):
            key = f"{kind}-{row.pk}-{row.version}-{field.name}-{number}"
            yield Place(key, field, number, hit, sought.in_its_place(hit.words, put))


def _titled(area: FocusArea) -> str:
    return f"{area} ({area.council})" if area.council else area.title
