"""Fields in plan text: `{{planens år}}` stands in the words themselves, and something is shown in its place.

They are words like any others until they are filled, so they can be typed, pasted and read without help, and
no text changes by them. A field that nobody knows stays as it is.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from samarbejde.text.rich_text_blocks import Block, Marks, Paragraph, Run
from samarbejde.text.rich_text_reading import read

LONGEST = 250  # letters of a name
_CELLS = ("td", "th")
FIELD = re.compile(rf"\{{\{{([^{{}}\n]{{0,{LONGEST}}})\}}\}}")


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
    return "{{" + name + "}}"


def folded(name: str) -> str:
    """A name as fields are known by: however it is spaced, and in small letters."""
    return " ".join(name.split()).casefold()


def filled(html: str, known: Known) -> str:
    """The text with each known field's value in its place."""
    if "{{" not in html:
        return html
    text = read(html)
    _fill(text, known)
    return text.html()


def filled_in_line(text: str, known: Known) -> str:
    """Likewise for a heading or a title."""
    if "{{" not in text:
        return text

    def value(field: re.Match[str]) -> str:
        found = known(folded(field[1]))
        return field[0] if found is None else found.words

    return FIELD.sub(value, text)


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
        elif "{{" not in (words := "".join(run.text for run in child.runs)):
            continue
        elif block.tag not in _CELLS and (alone := _alone(words, known)):
            block.children[number] = _Filled("filled", source=alone)
        else:
            child.runs = list(_runs(child, known))


def _alone(words: str, known: Known) -> str:
    field = FIELD.fullmatch(words.strip())
    value = known(folded(field[1])) if field else None
    return value.alone if value else ""


def _runs(paragraph: Paragraph, known: Known) -> Iterator[Run]:
    """Its words, each value in the style of the first letter that it takes the place of."""
    words = "".join(run.text for run in paragraph.runs)
    styles = [run.marks for run in paragraph.runs for _ in run.text]
    end = 0
    for field in FIELD.finditer(words):
        value = known(folded(field[1]))
        if value is None or (value.needs_a_line and field[0] == words.strip()):
            continue
        yield from _styled(words, styles, end, field.start())
        style = styles[field.start()]
        yield Run(value.words, replace(style, href=value.href) if value.href and not style.href else style)
        end = field.end()
    yield from _styled(words, styles, end, len(words))


def _styled(words: str, styles: list[Marks], start: int, end: int) -> Iterator[Run]:
    """The words between two places; a line break is a run by itself."""
    for place in range(start, end):
        yield Run(words[place], styles[place])
