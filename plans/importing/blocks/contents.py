"""The old list of contents: dropped, since the portal computes it, but it tells which lines are headings."""

import re
from dataclasses import dataclass

_PAGE = re.compile(r"(\d{1,3})\s*$")
_FILLING = " \t._…"  # between a title and its page
_LEADERS = ("...", "…", ". . .", "___")
_INLINE = re.compile(r"(?:^|\n\s*\n)[#\s]*Indhold(?:sfortegnelse)?\b:?\s+(?P<list>\S[^\n]*)", re.IGNORECASE)
_WORD_FOR_CONTENTS = re.compile(r"indhold(?:sfortegnelse)?:?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:(?:del|bilag)\s+)?(\d+(?:\.\d+)*)\.?\s+", re.IGNORECASE)
_APPENDIX = re.compile(r"(.+?)\s+(bilag \d+)", re.IGNORECASE)
LONGEST_LINE, MOST_ENTRIES = 400, 300


@dataclass(frozen=True)
class Entry:
    title: str  # with its number, as the list has it
    page: int | None

    @property
    def bare(self) -> str:
        return without_number(self.title)


def entry_in(line: str, *, loose: bool) -> Entry | None:
    """The heading and page of an entry of contents. `loose`: a tab or spaces do before the page number."""
    page = _PAGE.search(line[-12:])
    if page is None or len(line) > LONGEST_LINE:
        return None
    before = line[: len(line) - len(page[0])]
    title = before.rstrip(_FILLING)
    filling = before[len(title) :]
    is_entry = any(mark in filling for mark in (*_LEADERS, *(("\t", "   ") if loose else ())))
    return Entry(" ".join(title.split()), int(page[1])) if title.strip() and is_entry else None


def names_contents(text: str) -> bool:
    """`Indholdsfortegnelse`."""
    return _WORD_FOR_CONTENTS.fullmatch(text.strip()) is not None


def without_number(title: str) -> str:
    return _NUMBER.sub("", title, count=1).strip()


def inline_contents(text: str) -> tuple[str, list[Entry]] | None:
    """A list of contents run together on one line, and that line; None when there is none.

    Page numbers stand before or after the titles and never fall, which tells them from years and appendices.
    """
    match = _INLINE.search(text)
    entries = _entries(match["list"].split()) if match else []
    return (match[0].strip(), entries) if match and 4 <= len(entries) <= MOST_ENTRIES else None


def _entries(words: list[str]) -> list[Entry]:
    pages = _page_marks(words)
    if not pages:
        return []
    starts = [place for place, _ in pages]
    before_titles = starts[0] == 0
    ends = [*starts[1:], len(words)] if before_titles else starts
    begins = [place + 1 for place in starts] if before_titles else [0, *[place + 1 for place in starts[:-1]]]
    entries = []
    for begin, end, (_, page) in zip(begins, ends, pages, strict=True):
        entries += _split_off_appendix(" ".join(words[begin:end]), page)
    rest = " ".join(words[starts[-1] + 1 :])
    return entries if before_titles or not rest else [*entries, Entry(rest, None)]


def _page_marks(words: list[str]) -> list[tuple[int, int]]:
    marks: list[tuple[int, int]] = []
    for place, word in enumerate(words):
        last = marks[-1][1] if marks else 0
        if re.fullmatch(r"\d{1,3}", word) and last <= int(word) <= last + 30:
            marks.append((place, int(word)))
    return marks


def _split_off_appendix(title: str, page: int) -> list[Entry]:
    if not title:
        return []
    if match := _APPENDIX.fullmatch(title):
        return [Entry(match[1], page), Entry(match[2], None)]
    return [Entry(title, page)]
