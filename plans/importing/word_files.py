"""A Word document → text with `#` before headings and marks before list items."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from plans.importing.pictures import picture
from samarbejde.files.apart import TooMuch, run_apart
from samarbejde.files.word_packages import DAMAGED, TOO_LARGE, refuse_danger
from samarbejde.transitions import Refused

_PROGRAM = Path(__file__).with_name("word_to_html.py")


def text_of_word(content: bytes) -> str:
    refuse_danger(content)
    try:
        done = run_apart([sys.executable, "-I", str(_PROGRAM)], content)
    except TooMuch as error:
        raise Refused(TOO_LARGE) from error
    if done.failed:
        raise Refused(TOO_LARGE if b"MemoryError" in done.complaints else DAMAGED)
    root = html.fragment_fromstring(done.output.decode(), create_parent="div")
    return "\n\n".join(filter(None, (_block(element) for element in root)))


def _block(element: HtmlElement) -> str:
    tag = element.tag
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        text = _words(element)
        return f"{'#' * int(tag[1])} {text}" if text else ""
    if tag in ("ul", "ol"):
        return "\n".join(_items(element))
    if tag == "table":
        return "\n".join(_rows(element))
    return _words(element)


def _items(items: HtmlElement) -> Iterator[str]:
    """One line an item; a list inside an item follows it."""
    for number, item in enumerate(items.findall("li"), start=1):
        inner = [child for child in item if child.tag in ("ul", "ol")]
        nested = [line for child in inner for line in _items(child)]
        for child in inner:
            child.drop_tree()
        if text := _words(item).replace("\n", " "):
            yield f"{number}. {text}" if items.tag == "ol" else f"- {text}"
        yield from nested


def _rows(table: HtmlElement) -> Iterator[str]:
    """One line a row; a table inside a cell is part of the cell's words."""
    for row in table.iter("tr"):
        if next(row.iterancestors("table")) is not table:
            continue
        cells = [_words(cell).replace("|", "/").replace("\n", " ") for cell in row]
        yield f"| {' | '.join(cells)} |"


def _words(element: HtmlElement) -> str:
    """The text of a block; bold words within it are kept, a line break is a break, a picture its mark."""
    for image in element.iter("img"):
        image.tail = f" {picture(image.get('alt', ''))} {image.tail or ''}"
    for line_break in element.iter("br"):
        line_break.tail = f"  \n{line_break.tail or ''}"
    for paragraph in element.findall("p"):
        paragraph.tail = f" {paragraph.tail or ''}"
    for strong in element.iter("strong"):
        if strong.text_content().strip():
            strong.text = f"**{strong.text or ''}"
            strong.tail = f"**{strong.tail or ''}"
    text = str(element.text_content()).replace("****", "").replace(" ↑", "")  # ↑ leads back from a footnote
    return re.sub(r"\*\*(\s*)([^*]+?)(\s*)\*\*", r"\1**\2**\3", text).strip()
