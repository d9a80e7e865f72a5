"""Fields in plan text: `{planens år}` stands in the words themselves, and something is shown in its place.

They are words like any others until they are filled, so they can be typed, pasted and read without help, and
no text changes by them. A field that nobody knows stays as it is.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from samarbejde.text.rich_text_blocks import Block, Figure, Note, Paragraph, Run
from samarbejde.text.rich_text_reading import read

LONGEST = 250  # letters of a name
_CELLS = ("td", "th")
# A name is words, and code is not; in two braces it may be anything, for people who know it from elsewhere.
FIELD = re.compile(
    rf"\{{\{{[^{{}}\n]{{0,{LONGEST}}}\}}\}}|\{{\s*[^\W\d_](?:[^{{}}\n:;=<>]|:\s){{0,{LONGEST}}}\}}"
)


@dataclass(frozen=True)
class Value:
    """What a field stands for: words in a line, and `alone`, as HTML, where it is a paragraph of its own.

    What has no `alone` is its words there too; what `needs_a_line` can only stand in one.
    """

    words: str
    href: str = ""
    alone: str = ""
    needs_a_line: bool = False


Known = Callable[[str], Value | None]  # by a name as `folded` gives it


def written(name: str) -> str:
    """In one brace; in two where the name has signs that no other name of a field has."""
    once = "{" + name + "}"
    return once if is_field(once) else "{" + once + "}"


def is_field(text: str) -> bool:
    return FIELD.fullmatch(text) is not None


def name_in(field: str) -> str:
    """Of a field as it is written, in one brace or two."""
    return folded(field.strip("{}"))


def folded(name: str) -> str:
    """A name as fields are known by: however it is spaced, and in small letters."""
    return " ".join(name.split()).casefold()


def filled(html: str, known: Known) -> str:
    """The text with each known field's value in its place."""
    if "{" not in html:
        return html
    text = read(html)
    _fill(text, known)
    return text.html()


def filled_in_line(text: str, known: Known) -> str:
    """Likewise for a heading or a title."""
    if "{" not in text:
        return text

    def value(field: re.Match[str]) -> str:
        found = known(name_in(field[0]))
        return field[0] if found is None else found.words

    return FIELD.sub(value, text)


def renamed(html: str, names: Mapping[str, str]) -> str:
    """The text with other names in its fields: `names` has each as `folded` gives it, and what it is now."""
    return filled(html, _other(names)) if names else html


def renamed_in_line(text: str, names: Mapping[str, str]) -> str:
    return filled_in_line(text, _other(names))


def _other(names: Mapping[str, str]) -> Known:
    return lambda name: Value(written(names[name])) if name in names else None


@dataclass(eq=False)
class _Filled(Block):
    """A block that is written already."""

    source: str = ""

    def has_words(self) -> bool:
        return True

    def html(self) -> str:
        return self.source


def _fill(block: Block, known: Known) -> None:
    for number, child in enumerate(block.children):
        if isinstance(child, Block):
            _fill(child, known)
        elif isinstance(child, Figure):
            child.caption.runs = list(_runs(child.caption, known, links=False))
        elif block.tag not in _CELLS and (alone := _alone(child, known)):
            block.children[number] = _Filled("filled", source=alone)
        else:
            for note in [run for run in child.runs if isinstance(run, Note)]:
                note.inside.runs = list(_runs(note.inside, known, links=False))
            child.runs = list(_runs(child, known))


def _alone(paragraph: Paragraph, known: Known) -> str:
    field = FIELD.fullmatch("".join(run.text for run in paragraph.runs).strip())
    value = known(name_in(field[0])) if field else None
    return value.alone if value else ""


def _runs(paragraph: Paragraph, known: Known, *, links: bool = True) -> Iterator[Run]:
    """Its words, each value in the style of the first letter that it takes the place of."""
    words = "".join(run.text for run in paragraph.runs)
    end = 0
    for field in FIELD.finditer(words):
        value = known(name_in(field[0]))
        if value is None or (value.needs_a_line and field[0] == words.strip()):
            continue
        yield from _between(paragraph.runs, end, field.start())
        style = next(_between(paragraph.runs, field.start(), field.end())).marks
        is_link = links and value.href and not style.href
        yield Run(value.words, replace(style, href=value.href) if is_link else style)
        end = field.end()
    yield from _between(paragraph.runs, end, len(words))


def _between(runs: list[Run], start: int, end: int) -> Iterator[Run]:
    """What stands between two places; a run that is there whole is itself."""
    at = 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        at += len(run.text)
        if first < last:
            yield run if last - first == len(run.text) else Run(run.text[first:last], run.marks)
