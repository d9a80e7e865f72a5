"""Which kind of section may stand where."""

from dataclasses import dataclass

from plans.document.models import Section, SectionKind

AT_THE_TOP = (SectionKind.PART, SectionKind.FOREWORD)


def kinds_below(parent: Section | None) -> list[SectionKind]:
    if parent is None:
        return [SectionKind.FOREWORD, SectionKind.PART, SectionKind.CHAPTER, SectionKind.APPENDIX]
    if parent.kind == SectionKind.PART:
        return [SectionKind.CHAPTER, SectionKind.APPENDIX]
    return [SectionKind.SECTION]


def fitted(kind: str, parent: Section | None) -> str:
    """The kind that a section of this kind has below `parent`: the same if it may, else the usual one."""
    allowed = kinds_below(parent)
    if kind in allowed:
        return kind
    return SectionKind.CHAPTER if SectionKind.CHAPTER in allowed else SectionKind.SECTION


@dataclass(frozen=True)
class Spot:
    """Where a new section may be put: below `parent`, right after `after` or else last."""

    value: str
    label: str
    parent: Section | None
    after: Section | None = None


def spots_beside(section: Section | None, title: str) -> list[Spot]:
    """The spots that are offered when a section is added at another, or at none."""
    last = Spot("last", "Til sidst i planen", None)
    if section is None:
        return [last]
    after = Spot("after", f"Efter »{title}«", section.parent, section)
    return [after, Spot("below", f"Under »{title}«", section), last]
