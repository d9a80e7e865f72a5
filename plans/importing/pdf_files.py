"""A PDF → text with `#` before headings, and `**` around bold lines."""

import re
from collections import Counter

from plans.importing.pictures import picture_on_page
from plans.importing.poppler import Page, Paragraph, pages_of, pictures_of

LARGER = 1.15  # how much a heading's letters are taller than the text's
MOST_LINES = 3  # of a heading
_LONE_NUMBER = re.compile(r"(?:side\s+)?\d{1,3}(?:\s+(?:af|/)\s+\d{1,3})?", re.IGNORECASE)
_PAGE = re.compile(
    r"\bside\s+\d+(?:\s+(?:af|/)\s+\d+)?|(?<=[·|–—])\s*\d{1,3}$|^\d{1,3}\s*(?=[·|–—])", re.IGNORECASE
)


def text_of_pdf(content: bytes) -> str:
    pages = pages_of(content)
    if not any(pages):
        return ""
    pages = _without_page_furniture(pages)
    pictures = pictures_of(content, len(pages))
    levels = _levels(pages)
    texts: list[str] = []
    for number, page in enumerate(pages, start=1):
        texts += [_marked(paragraph, levels) for paragraph in page]
        texts += [picture_on_page(number)] * pictures[number]
    return "\n\n".join(texts)


def _without_page_furniture(pages: list[Page]) -> list[Page]:
    """The pages without their numbers; what most pages begin or end with stands on the first of them."""
    for end in (0, -1):
        pages = [_without_number(page) for page in pages]
        lines = [_PAGE.sub("", page[end].text) if page else "" for page in pages]
        running = {line for line in lines if len(pages) > 3 and lines.count(line) > len(pages) * 0.6}
        pages = [
            _without(page, end) if line in running and lines.index(line) < place else page
            for place, (page, line) in enumerate(zip(pages, lines, strict=True))
        ]
    return pages


def _without_number(page: Page) -> Page:
    for end in (0, -1):
        if page and _LONE_NUMBER.fullmatch(page[end].text):
            page = _without(page, end)
    return page


def _without(page: Page, end: int) -> Page:
    """`end` is 0 for the first paragraph of the page, -1 for the last."""
    return page[:-1] if end else page[1:]


def _levels(pages: list[Page]) -> dict[float, int]:
    """The heights of headings → their level, the tallest first."""
    letters = Counter[float]()
    for paragraph in (paragraph for page in pages for paragraph in page):
        letters[round(paragraph.height)] += len(paragraph.text)
    usual = letters.most_common(1)[0][0] if letters else 0
    tall = sorted((height for height in letters if height >= usual * LARGER), reverse=True)
    return {height: min(level, 6) for level, height in enumerate(tall, start=1)}


def _marked(paragraph: Paragraph, levels: dict[float, int]) -> str:
    level = levels.get(round(paragraph.height))
    if len(paragraph.lines) > MOST_LINES or not (level or paragraph.bold):
        return paragraph.text
    words = " ".join(paragraph.lines)
    return f"{'#' * level} {words}" if level else f"**{words}**"
