"""Automatic numbers: those of headings as `plans.document.numbering` counts, and those of lists."""

from plans.word.elements import Element, element

LEVELS = 9
STEP = 360  # twentieths of a point that a list stands further in for each level
# Abstract lists, and after them one for each format. Parts have one of their own: were it the first level of
# the chapters', Word alone would count these on from part to part, and other programs begin anew.
_PARTS, _CHAPTERS, _BULLETS = 0, 1, 2
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_SIGNS = "•–"
NONE, PART, BARE_PART, CHAPTER = range(4)  # lists of headings: a bare part has no words after its number


class Numbering:
    """The numbering part of one document."""

    def __init__(self, root: Element) -> None:
        for child in list(root):
            root.remove(child)
        self._root = root
        root.append(_abstract(_PARTS, [_heading_level(0, "Del %1:")]))
        root.append(_abstract(_CHAPTERS, [_heading_level(n, _chapter(n)) for n in range(LEVELS)]))
        root.append(_abstract(_BULLETS, [_bullet_level(level) for level in range(LEVELS)]))
        for place, kind in enumerate(_FORMATS.values(), start=_BULLETS + 1):
            root.append(_abstract(place, [_number_level(level, kind) for level in range(LEVELS)]))
        self._last = 0
        self._instance(_PARTS)
        self._instance(_PARTS, element("lvlOverride", _heading_level(0, "Del %1"), ilvl=0))
        self._instance(_CHAPTERS)
        self.bullets = self._instance(_BULLETS)

    def numbers(self, kind: str, start: int, level: int) -> int:
        """A list of its own that begins with `start`; `kind` as HTML has it."""
        formats = list(_FORMATS)
        place = formats.index(kind) if kind in formats else 0
        begins = element("lvlOverride", element("startOverride", val=start), ilvl=level)
        return self._instance(_BULLETS + 1 + place, begins)

    def _instance(self, abstract: int, *overrides: Element) -> int:
        self._last += 1
        self._root.append(
            element("num", element("abstractNumId", val=abstract), *overrides, numId=self._last)
        )
        return self._last


def of_heading(label: str, heading: str) -> Element:
    """`label` as in a snapshot: »Del 1«, »3.«, »3.1« or "" for none."""
    if not label:
        return as_item(NONE, 0)
    if label.startswith("Del "):
        return as_item(PART if heading else BARE_PART, 0)
    return as_item(CHAPTER, min(label.rstrip(".").count("."), LEVELS - 1))


def as_item(number: int, level: int) -> Element:
    return element("numPr", element("ilvl", val=level), element("numId", val=number))


def indented(level: int) -> Element:
    """What stands under an item without a number of its own."""
    return element("ind", left=STEP * (level + 1))


def _abstract(place: int, levels: list[Element]) -> Element:
    return element("abstractNum", element("multiLevelType", val="multilevel"), *levels, abstractNumId=place)


def _chapter(level: int) -> str:
    """»1.«, and below it »1.1«: counted on through all parts, and below a chapter anew in each."""
    return "%1." if level == 0 else ".".join(f"%{n + 1}" for n in range(level + 1))


def _heading_level(level: int, text: str) -> Element:
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val="decimal"),
        element("suff", val="space"),
        element("lvlText", val=text),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=0, firstLine=0)),
        ilvl=level,
    )


def _bullet_level(level: int) -> Element:
    return _list_level(level, "bullet", _SIGNS[min(level, len(_SIGNS) - 1)])


def _number_level(level: int, kind: str) -> Element:
    return _list_level(level, kind, f"%{level + 1}.")


def _list_level(level: int, kind: str, text: str) -> Element:
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val=kind),
        element("lvlText", val=text),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=STEP * (level + 1), hanging=STEP)),
        ilvl=level,
    )
