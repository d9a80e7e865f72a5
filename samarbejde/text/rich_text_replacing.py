"""Words sought in plan text and put in place of: paragraph by paragraph, whatever marks they stand in."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cached_property

from samarbejde.text.characters import composed
from samarbejde.text.rich_text import clean, line
from samarbejde.text.rich_text_blocks import THING, Block, Figure, Note, Paragraph, Run
from samarbejde.text.rich_text_fields import FIELD
from samarbejde.text.rich_text_reading import read


@dataclass(frozen=True)
class Sought:
    """What is looked for. Any white space between its words will do, a line break too."""

    words: str
    whole_words: bool = False
    same_case: bool = False

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        between = r"\s+".join(re.escape(word) for word in composed(line(self.words)).split(" "))
        # A number is whole when no more of it stands beyond a point or a comma: »480« is no part of »1.480«.
        bounded = (
            rf"(?<!\w)(?<!\d[.,](?=\d)){between}(?!\w)(?!(?<=\d)[.,]\d)" if self.whole_words else between
        )
        return re.compile(bounded, 0 if self.same_case else re.IGNORECASE)

    def found_in(self, text: str) -> list[re.Match[str]]:
        """Every place, but for those in the name of a field: with other words in it, it would be none."""
        spans = [field.span() for field in FIELD.finditer(text)] if "{" in text else []
        return [
            found
            for found in self.pattern.finditer(text)
            if not any(
                start < found.end() and found.start() < end and found.span() != (start, end)
                for start, end in spans
            )
        ]

    def in_its_place(self, found: str, put: str) -> str:
        """`put`, written large as `found` is where that is not told apart: »Kreds« → »Politikreds«."""
        if self.same_case or not self.words.islower():
            return put
        if found.isupper() and len(found) > 1:
            return put.upper()
        return put[:1].upper() + put[1:] if found[:1].isupper() else put


@dataclass(frozen=True)
class Hit:
    """`words` as they stand, with the rest of the paragraph on either side."""

    before: str
    words: str
    after: str


def hits(html: str, sought: Sought) -> list[Hit]:
    """Every place in the text, in reading order; its number in the list is what `replaced` is told."""
    found = [hit for paragraph in _paragraphs(read(html)) for hit in hits_in_line(_words(paragraph), sought)]
    return [Hit(*(part.replace(THING, "*") for part in (hit.before, hit.words, hit.after))) for hit in found]


def hits_in_line(text: str, sought: Sought) -> list[Hit]:
    found = sought.found_in(text)
    return [Hit(text[: hit.start()], hit[0], text[hit.end() :]) for hit in found]


def replaced(html: str, sought: Sought, put: str, numbers: Container[int]) -> str:
    """The text with `put` at these hits, in the style of the first letter that it takes the place of."""
    text, number = read(html), 0
    for paragraph in _paragraphs(text):
        found = sought.found_in(_words(paragraph))
        for place, hit in reversed(list(enumerate(found, start=number))):
            if place in numbers:
                _put(paragraph, hit.start(), hit.end(), sought.in_its_place(hit[0], put))
        number += len(found)
    return clean(text.html())


def replaced_in_line(text: str, sought: Sought, put: str, numbers: Container[int]) -> str:
    for number, hit in reversed(list(enumerate(sought.found_in(text)))):
        if number in numbers:
            text = text[: hit.start()] + sought.in_its_place(hit[0], put) + text[hit.end() :]
    return line(text)


def _paragraphs(block: Block) -> Iterator[Paragraph]:
    for child in block.children:
        if isinstance(child, Paragraph):
            yield child
            yield from (run.inside for run in child.runs if isinstance(run, Note))
        elif isinstance(child, Figure):
            yield child.caption
        else:
            yield from _paragraphs(child)


def _words(paragraph: Paragraph) -> str:
    return "".join(run.text for run in paragraph.runs)


def _put(paragraph: Paragraph, start: int, end: int, words: str) -> None:
    at = 0
    for number, run in enumerate(paragraph.runs):
        first, last = max(start - at, 0), min(end - at, len(run.text))
        at += len(run.text)
        if first < last:
            begins_here = start >= at - len(run.text)
            head = run.text[:first] + (words if begins_here else "")
            paragraph.runs[number] = Run(head + run.text[last:], run.marks)
