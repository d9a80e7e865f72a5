"""How the templates that show a snapshot read it: words for its dates, a tree from its flat lists."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Protocol, TypedDict

from django import template
from django.utils.timezone import localdate

from samarbejde.danish import date_text, moment_text, unbroken

register = template.Library()


class Row(TypedDict):
    depth: int


class Node(TypedDict):
    row: Row
    children: "list[Node]"


class Fills(Protocol):
    """As `plans.document.fields.Fields` does."""

    def text(self, html: str) -> str: ...


@register.filter
def with_fields(html: str, fields: Fills | str | None) -> str:
    """A text that is no snapshot, with what its fields stand for today; `fields` are a plan's, if there."""
    return html if not fields or isinstance(fields, str) else fields.text(html)


@register.filter
def day(iso: str) -> str:
    """`2024-12-19` → `19. december 2024`; of a moment, its day in Denmark."""
    named = localdate(datetime.fromisoformat(iso)) if "T" in iso else date.fromisoformat(iso)
    return unbroken(date_text(named))


@register.filter
def moment(iso: str) -> str:
    """`2024-12-19T13:05:00+00:00` → `19. december 2024 kl. 14.05`; a date alone stays a day."""
    if "T" not in iso:
        return day(iso)
    return unbroken(moment_text(datetime.fromisoformat(iso)))


@register.filter
def page_of(pages: Mapping[str, str] | None, municipality: str) -> str:
    """The address of the kommune's own page; "" where pages are not given, or it has none."""
    return pages.get(municipality, "") if pages else ""


@register.filter
def below(heading_level: int) -> int:
    """The level of a heading inside a section; HTML has six."""
    return min(6, heading_level + 1)


@register.filter
def nested(rows: Iterable[Row]) -> list[Node]:
    """Rows with a `depth` as a tree of row and children; one that skips depths hangs on the nearest above."""
    roots: list[Node] = []
    path: list[tuple[int, Node]] = []
    for row in rows:
        node: Node = {"row": row, "children": []}
        while path and path[-1][0] >= row["depth"]:
            path.pop()
        (path[-1][1]["children"] if path else roots).append(node)
        path.append((row["depth"], node))
    return roots
