"""What poppler's programs say of a PDF, each run apart: its lines, which are bold, its pictures."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

from plans.importing.contents import letters
from samarbejde.files.poppler import said_of


@dataclass(frozen=True)
class Paragraph:
    lines: tuple[str, ...]
    height: float  # of its tallest line, in points
    bold: bool  # all of it

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


Page = list[Paragraph]


def pages_of(content: bytes) -> list[Page]:
    layout = _parsed(said_of(content, "pdftotext", "-bbox-layout", "-enc", "UTF-8", "-", "-"))
    bold = _parsed(said_of(content, "pdftohtml", "-xml", "-i", "-stdout", "-", "unused"))
    return [
        [_paragraph(block, bold_lines) for block in page.iter("block")]
        for page, bold_lines in zip(layout.iter("page"), map(_bold_lines, bold.iter("page")), strict=False)
    ]


def pictures_of(content: bytes, pages: int) -> Counter[int]:
    """Page → how many pictures it shows first; what stands on most pages is a logo, and none of them."""
    table = said_of(content, "pdfimages", "-list", "-").decode().splitlines()[2:]
    shown: dict[str, list[int]] = defaultdict(list)
    for page, _number, kind, *_size, of_object in (line.split()[:11] for line in table):
        if kind == "image":
            shown[of_object].append(int(page))
    return Counter(min(places) for places in shown.values() if len(set(places)) <= max(1, pages / 2))


def _parsed(output: bytes) -> HtmlElement:
    return html.document_fromstring(output, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))


def _paragraph(block: HtmlElement, bold: set[str]) -> Paragraph:
    lines, heights = [], [0.0]
    for line in block.iter("line"):
        lines.append(" ".join(word.text or "" for word in line.iter("word")))
        heights.append(float(line.get("ymax", 0)) - float(line.get("ymin", 0)))
    return Paragraph(tuple(lines), max(heights), bold=all(letters(line) in bold for line in lines))


def _bold_lines(page: HtmlElement) -> set[str]:
    """The letters of the lines that are bold from one end to the other."""
    lines: dict[str, list[HtmlElement]] = defaultdict(list)
    for piece in page.iter("text"):
        lines[piece.get("top", "")].append(piece)
    found = ("".join(_letters_in(pieces, "text")) for pieces in lines.values())
    bold = ("".join(_letters_in(pieces, "b")) for pieces in lines.values())
    return {line for line, bold_part in zip(found, bold, strict=True) if line and line == bold_part}


def _letters_in(pieces: list[HtmlElement], tag: str) -> Iterator[str]:
    for piece in pieces:
        yield from (letters(element.text_content()) for element in piece.iter(tag))
