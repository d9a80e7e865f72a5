"""A PDF → text with `#` before headings, and `**` around bold lines."""

import re
from collections import Counter

from plans.importing.pictures import picture_on_page
from plans.importing.poppler import Page, Paragraph, pages_of, pictures_of

LARGER = 1.15  # how much a heading's letters are taller than the text's
MOST_LINES = 3  # of a heading
_LONE_NUMBER = re.compile(r"(?:side\s+)?\d{1,3}(?:\s+(?:af|/)\s+\d{1,3})?", re.IGNORECASE)


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
    """The pages without their numbers; a line that most pages begin with stands on the first of them."""
    pages = [_without_number(page) for page in pages]
    tops = [page[0].text if page else "" for page in pages]
    running = {top for top in tops if len(pages) > 3 and tops.count(top) > len(pages) * 0.6}
    return [
        page[1:] if top in running and tops.index(top) < place else page
        for place, (page, top) in enumerate(zip(pages, tops, strict=True))
    ]


def _without_number(page: Page) -> Page:
    for end in (-1, 0):
        if page and _LONE_NUMBER.fullmatch(page[end].text):
            page = page[:-1] if end else page[1:]
    return page


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
