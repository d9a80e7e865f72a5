"""A document without line breaks: a page is one long line, and its contents alone tell the headings."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from plans.importing.blocks import Block, Heading, Kind, LeftOut, Paragraph, Run
from plans.importing.blocks.contents import Entry, inline_contents
from plans.importing.likeness import alike, first_letters
from plans.importing.text.lines import goes_on

_PAGE_NUMBER = re.compile(r"(?:^|\s)(\d{1,3})\s*$")
_HOST_PAGE = re.compile(r"^\s*transk?ript(?:ion)?:?\s*$", re.IGNORECASE | re.MULTILINE)
_BOUNDARY = re.compile(r"(?<=[.:!?)*])\s+")
LIKELY = 0.75


@dataclass
class _Page:
    text: str
    place: str
    number: int | None = None

    @cached_property
    def begins(self) -> dict[str, list[int]]:
        """Where a heading may begin, by its first letters: where the page or a sentence begins."""
        begins: dict[str, list[int]] = defaultdict(list)
        for begin in [0, *(match.end() for match in _BOUNDARY.finditer(self.text))]:
            begins[first_letters(self.text[begin : begin + 12])].append(begin)
        return begins


@dataclass(frozen=True)
class _Place:
    page: int
    begin: int
    end: int


def without_host_page(text: str) -> tuple[str, str]:
    """The transcript alone, and what a web page put before it (lists of other documents)."""
    match = _HOST_PAGE.search(text)
    return (text[match.end() :], text[: match.end()].strip()) if match else (text, "")


def read_wall(text: str) -> list[Block] | None:
    """None when the text has lines, or nothing to find its headings by."""
    found = inline_contents(text)
    if found is None or re.search(r"^#{1,6}\s", text, re.MULTILINE):
        return None
    line, entries = found
    before, after = text.split(line, 1)
    front = _pages(before, 1)
    body = _pages(after, len(front) + 1)
    numbers = _without_page_numbers(front + body)
    contents = LeftOut(body[0].place if body else "", Kind.CONTENTS, line.lstrip("# "))
    text_of_front = [_paragraph(page.text, page.place) for page in front if page.text]
    return [*text_of_front, contents, *_cut(body, entries, _places(entries, body)), *numbers]


def _pages(text: str, first: int) -> list[_Page]:
    parts = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]
    return [_Page(part, f"stykke {number}") for number, part in enumerate(parts, start=first)]


def _without_page_numbers(pages: list[_Page]) -> list[LeftOut]:
    """Page numbers are the longest run of 1, 2, 3 … at the pages' ends; other numbers there are text."""
    ends = [int(match[1]) if (match := _PAGE_NUMBER.search(page.text)) else None for page in pages]
    chains: dict[int, list[int]] = {}
    for place, number in enumerate(ends):
        if number is not None:
            chains[number] = max([*chains.get(number - 1, []), place], chains.get(number, []), key=len)
    run = max(chains.values(), key=len, default=[])
    found = []
    for place in run if len(run) > 2 else []:
        page = pages[place]
        page.number = ends[place]
        page.text = _PAGE_NUMBER.sub("", page.text)
        found.append(LeftOut(page.place, Kind.PAGE_NUMBER, str(page.number)))
    return found


def _places(entries: list[Entry], pages: list[_Page]) -> list[_Place | None]:
    """Where each heading stands: after the one before it, on the page it names or near it."""
    places: list[_Place | None] = []
    after = _Place(0, 0, 0)
    for entry in entries:
        found = _find(entry, pages, after)
        places.append(found)
        after = found or after
    return places


def _find(entry: Entry, pages: list[_Page], after: _Place) -> _Place | None:
    candidates = [
        (ratio, -distance, place)
        for index in range(after.page, len(pages))
        if (distance := _distance(entry, pages[index])) <= 1
        for ratio, place in _candidates(entry.title, pages[index], index, after)
    ]
    best = max(candidates, key=lambda found: (found[0], found[1], -found[2].page), default=None)
    return best[2] if best else None


def _distance(entry: Entry, page: _Page) -> int:
    return abs(entry.page - page.number) if entry.page is not None and page.number is not None else 1


def _candidates(title: str, page: _Page, index: int, after: _Place) -> list[tuple[float, _Place]]:
    """As many words as the title has, where a heading may begin and what follows begins with a capital."""
    earliest = after.end + 1 if index == after.page and after.end else 0
    words = re.compile(rf"(?:\S+\s+){{{len(title.split()) - 1}}}\S+(?!\s+[a-zæøå])(?<!\.)(?!\S)")
    begins = [begin for begin in page.begins.get(first_letters(title), []) if begin >= earliest]
    found = []
    for begin in {earliest, *begins}:
        match = words.match(page.text, begin)
        if match and (ratio := alike(title, match[0])) >= LIKELY:
            found.append((ratio, _Place(index, begin, match.end())))
    return found


def _cut(pages: list[_Page], entries: list[Entry], places: list[_Place | None]) -> list[Block]:
    blocks: list[Block] = []
    here = (0, 0)
    for place, level in zip(places, _levels(entries), strict=True):
        if place is not None:
            page = pages[place.page]
            blocks += _paragraphs(_between(pages, here, (place.page, place.begin)))
            blocks.append(Heading(page.place, (Run(page.text[place.begin : place.end]),), level))
            here = (place.page, place.end)
    return blocks + _paragraphs(_between(pages, here, (len(pages), 0)))


def _levels(entries: list[Entry]) -> list[int]:
    """Capitals are the upper level where only some entries are written so."""
    capitals = [entry.title.isupper() for entry in entries]
    return [1 if is_upper or all(capitals) or not any(capitals) else 2 for is_upper in capitals]


def _between(pages: list[_Page], begin: tuple[int, int], end: tuple[int, int]) -> list[tuple[str, str]]:
    """The text from one page and offset to another, page by page, with its place."""
    texts = [page.text for page in pages[begin[0] : end[0] + 1]]
    if end[0] < len(pages):
        texts[-1] = texts[-1][: end[1]]
    places = (page.place for page in pages[begin[0] :])
    return list(zip([texts[0][begin[1] :], *texts[1:]], places, strict=False)) if texts else []


def _paragraphs(texts: list[tuple[str, str]]) -> list[Block]:
    """A paragraph a page, but a sentence that a page break cut in two is joined."""
    joined: list[tuple[str, str]] = []
    for text, place in ((text.strip(), place) for text, place in texts):
        if text and joined and goes_on(joined[-1][0], text):
            joined[-1] = (f"{joined[-1][0]} {text}", joined[-1][1])
        elif text:
            joined.append((text, place))
    return [_paragraph(text, place) for text, place in joined]


def _paragraph(text: str, place: str) -> Paragraph:
    return Paragraph(place, (Run(text),))
