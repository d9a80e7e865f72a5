"""The plan's contents, a row a section, with the ways it can be moved. Reads only."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from plans.document.models import FocusArea, Section, SectionKind
from plans.document.numbering import Numbered, numbered


@dataclass(frozen=True)
class Row:
    place: Numbered
    up: bool
    down: bool
    in_: bool
    out: bool

    @property
    def section(self) -> Section:
        return self.place.section

    @property
    def focus_area(self) -> FocusArea | None:
        return getattr(self.section, "focus_area", None)


def outlined(sections: Iterable[Section]) -> list[Row]:
    places = numbered(sections)
    siblings: dict[int | None, list[int]] = defaultdict(list)
    for place in places:
        siblings[place.section.parent_id].append(place.section.pk)
    rows = []
    for place in places:
        section, among = place.section, siblings[place.section.parent_id]
        rows.append(
            Row(
                place,
                up=among[0] != section.pk,
                down=among[-1] != section.pk,
                in_=among[0] != section.pk and section.kind not in (SectionKind.PART, SectionKind.FOREWORD),
                out=section.parent_id is not None,
            )
        )
    return rows
