"""A PDF → text with `#` before headings, by poppler's `pdftotext` in a process of its own."""

import re
import shutil
from collections import Counter, defaultdict
from dataclasses import dataclass

from lxml import etree, html

from plans.importing.apart import TooMuch, run_apart
from plans.importing.pictures import picture_on_page
from samarbejde.transitions import Refused

LARGER = 1.15  # how much a heading's letters are taller than the text's
_LONE_NUMBER = re.compile(r"(?:side\s+)?\d{1,3}(?:\s+(?:af|/)\s+\d{1,3})?", re.IGNORECASE)


@dataclass(frozen=True)
class _Paragraph:
    lines: tuple[str, ...]
    height: float  # of its tallest line, in points

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


Page = list[_Paragraph]


def text_of_pdf(content: bytes) -> str:
    pages = _pages(_read("pdftotext", "-bbox-layout", "-enc", "UTF-8", "-", "-", of=content))
    if not any(pages):
        return ""
    pages = _without_page_furniture(pages)
    pictures = _pictures(_read("pdfimages", "-list", "-", of=content), len(pages))
    levels = _levels(pages)
    texts: list[str] = []
    for number, page in enumerate(pages, start=1):
        texts += [_marked(paragraph, levels) for paragraph in page]
        texts += [picture_on_page(number)] * pictures[number]
    return "\n\n".join(texts)


def _read(name: str, *arguments: str, of: bytes) -> bytes:
    """What one of poppler's programs says of the file."""
    program = shutil.which(name)
    if program is None:
        raise Refused(
            "Denne server kan ikke læse PDF-filer. Gem planen som Word-dokument eller tekst, og prøv igen."
        )
    try:
        done = run_apart([program, *arguments], of)
    except TooMuch as error:
        raise Refused("PDF-filen er for tung at læse. Brug det dokument, den er lavet af.") from error
    if b"password" in done.complaints:
        raise Refused("PDF-filen er beskyttet med adgangskode. Fjern adgangskoden, og prøv igen.")
    if done.failed:
        raise Refused("PDF-filen er beskadiget eller for stor. Gem den igen, eller brug et Word-dokument.")
    return done.output


def _pages(layout: bytes) -> list[Page]:
    root = html.document_fromstring(layout, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    return [[_paragraph(block) for block in page.iter("block")] for page in root.iter("page")]


def _paragraph(block: etree._Element) -> _Paragraph:
    lines, heights = [], [0.0]
    for line in block.iter("line"):
        lines.append(" ".join(word.text or "" for word in line.iter("word")))
        heights.append(float(line.get("ymax", 0)) - float(line.get("ymin", 0)))
    return _Paragraph(tuple(lines), max(heights))


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


def _pictures(table: bytes, pages: int) -> Counter[int]:
    """Page → how many pictures it shows first; what stands on most pages is a logo, and none of them.

    `table` is what `pdfimages -list` writes: page, number, kind …, object in the eleventh column.
    """
    rows = [line.split() for line in table.decode().splitlines()[2:]]
    shown: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        if row[2] == "image":
            shown[row[10]].append(int(row[0]))
    return Counter(min(places) for places in shown.values() if len(set(places)) <= max(1, pages / 2))


def _levels(pages: list[Page]) -> dict[float, int]:
    """The heights of headings → their level, the tallest first."""
    letters = Counter[float]()
    for paragraph in (paragraph for page in pages for paragraph in page):
        letters[round(paragraph.height)] += len(paragraph.text)
    usual = letters.most_common(1)[0][0] if letters else 0
    tall = sorted((height for height in letters if height >= usual * LARGER), reverse=True)
    return {height: min(level, 6) for level, height in enumerate(tall, start=1)}


def _marked(paragraph: _Paragraph, levels: dict[float, int]) -> str:
    level = levels.get(round(paragraph.height))
    if level is None or len(paragraph.lines) > 3:
        return paragraph.text
    return f"{'#' * level} {' '.join(paragraph.lines)}"
