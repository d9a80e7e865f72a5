"""What stands above and below the text of every page is the page's, and not the text's."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from plans.importing.blocks import Kind, LeftOut
from plans.importing.pdf.characters import Character
from plans.importing.pdf.lines import Line
from plans.importing.pdf.page import Page

EDGE, OFTEN, FEWEST = 0.12, 0.4, 3
APART = 0.7  # of its letters' height
_LONE_NUMBER = re.compile(
    r"(?:(?:side|s\.)\s*)?[-–]?\s*\d{1,3}\s*[-–]?(?:\s*(?:af|/)\s*\d{1,3})?", re.IGNORECASE
)


@dataclass
class Furniture:
    left_out: list[LeftOut] = field(default_factory=list)
    letters: set[Character] = field(default_factory=set)
    repeated: Counter[str] = field(default_factory=Counter)  # letters of what is told already


def furniture_of(pages: list[Page], lines: list[list[Line]]) -> Furniture:
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    in_the_text: set[str] = set()
    for page, found in zip(pages, lines, strict=True):
        for line in found:
            if _is_at_edge(line, page):
                seen[_key(line)].add(page.number)
            else:
                in_the_text.add(line.text)
    often = max(FEWEST, len(pages) * OFTEN)
    running = {key for key, at in seen.items() if len(at) >= often or len(at) == len(pages) == 2}
    every = []
    for page, found in zip(pages, lines, strict=True):
        at_edge = [line for line in found if _is_at_edge(line, page)]
        repeated = [line for line in at_edge if _key(line) in running and line.text not in in_the_text]
        apart = set(_apart(repeated, found, page))
        every += [(line, page) for line in at_edge if line in apart or _is_page_number(line, found)]
    return told(every)


def _apart(lines: list[Line], every: list[Line], page: Page) -> list[Line]:
    """Without those that stand as near to the page's text as its lines do to each other."""
    kept = set(lines)
    others = [line for line in every if line not in kept]
    for line in sorted(lines, key=lambda one: abs(one.middle - page.height / 2)):
        if any(max(one.bottom - line.top, line.bottom - one.top) < line.size * APART for one in others):
            kept.remove(line)
            others.append(line)
    return [line for line in lines if line in kept]


def told(lines: Iterable[tuple[Line, Page]]) -> Furniture:
    """Each distinct text once."""
    result = Furniture()
    known: set[str] = set()
    for line, page in lines:
        result.letters |= set(line.letters)
        if line.text in known:
            result.repeated.update(one.text for one in line.letters if one.text.strip())
        else:
            known.add(line.text)
            kind = Kind.HEADER if line.middle > page.height / 2 else Kind.FOOTER
            result.left_out.append(LeftOut(f"side {page.number}", kind, line.text))
    return result


def _is_at_edge(line: Line, page: Page) -> bool:
    edge = page.height * EDGE
    return not line.turned and not edge < line.middle < page.height - edge


def _is_page_number(line: Line, lines: list[Line]) -> bool:
    """Alone on its height, with all of the text on one side."""
    if not _LONE_NUMBER.fullmatch(line.text):
        return False
    others = [one for one in lines if one is not line and not one.turned]
    if any(abs(one.middle - line.middle) < line.size * 0.6 for one in others):
        return False
    return all(one.middle > line.middle for one in others) or all(one.middle < line.middle for one in others)


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.middle / 4)
