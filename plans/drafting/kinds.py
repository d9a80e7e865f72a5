"""Which kind of section may stand where."""

from plans.document.models import Section, SectionKind

DEEPEST = 5  # levels of headings below the page's own: h2 to h6


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
