"""The plan's contents, a row a section. Reads only."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import TypedDict

from plans.document.models import Section, SectionKind
from plans.document.numbering import numbered
from plans.drafting.addresses import of_sections


class Row(TypedDict):
    """A dictionary, since templates read it fastest: a plan may have 600 of them."""

    pk: int
    title: str
    anchor: str
    depth: int
    kind: str
    edit: str  # address
    is_appendix: bool
    is_topic: bool
    chosen: bool
    fills: str  # what the register fills in, in words


@dataclass(frozen=True)
class Place:
    """Where a section stands, said by another that stands beside or above it, for a step to be undone."""

    where: str
    target: int
    kind: str


def outlined(plan_pk: int, sections: Iterable[Section], chosen: str = "") -> list[Row]:
    edit = of_sections("edit-section", plan_pk)
    return [
        {
            "pk": entry.section.pk,
            "title": entry.title or entry.section.get_kind_display(),
            "anchor": entry.section.anchor,
            "depth": entry.depth,
            "kind": entry.section.kind,
            "edit": edit(entry.section.pk),
            "is_appendix": entry.section.kind == SectionKind.APPENDIX,
            "is_topic": hasattr(entry.section, "focus_area"),
            "chosen": str(entry.section.pk) == chosen,
            "fills": entry.section.get_data_display() if entry.section.data else "",
        }
        for entry in numbered(sections)
    ]


def place_of(section: Section) -> Place | None:
    """None for the only section of a plan."""
    among = Section.objects.filter(plan=section.plan_id, parent=section.parent_id).exclude(pk=section.pk)
    before = among.filter(position__lt=section.position).order_by("position").last()
    after = among.filter(position__gt=section.position).order_by("position").first()
    for where, target in (("efter", before), ("foer", after), ("under", section.parent)):
        if target is not None:
            return Place(where, target.pk, section.kind)
    return None


def subtree(root: Section, rows: Iterable[Section]) -> list[Section]:
    """The section and all of `rows` below it, parents first."""
    children: dict[int | None, list[Section]] = defaultdict(list)
    for row in rows:
        children[row.parent_id].append(row)

    def below(section: Section) -> list[Section]:
        return [section, *chain.from_iterable(below(row) for row in children[section.pk])]

    return below(root)
