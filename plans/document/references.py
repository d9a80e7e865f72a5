"""A section that another refers to: `{afsnit: Natteliv}` is »afsnit 3.1«, as it is numbered, with a link."""

from collections import Counter
from collections.abc import Iterable, Iterator

from plans.document.models import SectionKind
from plans.document.numbering import Numbered
from samarbejde.text.rich_text_fields import Value, folded

_CALLED = {
    SectionKind.CHAPTER: "kapitel",
    SectionKind.SECTION: "afsnit",
    SectionKind.APPENDIX: "bilag",
}


def reference_values(entries: Iterable[Numbered]) -> Iterator[tuple[str, Value]]:
    """By the headings of the sections; one that stands twice is no place to refer to."""
    headed = [entry for entry in entries if entry.section.heading]
    times = Counter(folded(entry.section.heading) for entry in headed)
    for entry in headed:
        if times[folded(entry.section.heading)] == 1:
            yield entry.section.heading, Value(_told(entry), f"#{entry.section.anchor}")


def _told(entry: Numbered) -> str:
    called = _CALLED.get(SectionKind(entry.section.kind))
    if called and entry.number:
        return f"{called} {entry.number}"
    return entry.number.lower() or f"»{entry.section.heading}«"
