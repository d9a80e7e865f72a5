"""What plan text may hold: the editor offers it, `clean` keeps it, web and PDF can show it.

Headings are not part of the text: they are sections of their own, so that numbers and
contents can be computed. Pictures are not either: a picture would need an alternative text.
"""

import re
from html import unescape

import nh3
from django.utils.html import escape
from django_prose_editor.config import allowlist_from_extensions, expand_extensions
from lxml import html as lxml_html
from lxml.html import HtmlElement

from samarbejde.transitions import Refused

LARGEST = 200_000  # characters of HTML in one section: about sixty printed pages
DEEPEST = 60  # nested elements; WeasyPrint recurses
WIDEST = 20  # columns that one cell may span

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "HardBreak": True,
    "Blockquote": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
}

_allowed = allowlist_from_extensions(expand_extensions(EXTENSIONS))
_allowed["attributes"] = _allowed["attributes"] | {"a": {"href", "title"}}
_cleaner = nh3.Cleaner(**(_allowed | {"link_rel": None, "strip_comments": True}))

# Word, mail and old web pages say the same with other words.
_SYNONYMS = {"b": "strong", "i": "em"}
_HEADING = re.compile(r"<(/?)h[1-6]\b[^>]*>", re.IGNORECASE)
_SYNONYM = re.compile(r"<(/?)(b|i)(?=[\s>])[^>]*>", re.IGNORECASE)
# Control characters, directional overrides, zero-width and line separators, private use.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffd\ue000-\uf8ff]"
)
_TAG = re.compile(r"<[^>]*>")
_BLOCK_END = re.compile(r"</(p|li|tr|td|th|blockquote|ul|ol|table)>|<br\s*/?>", re.IGNORECASE)


def clean(html: str) -> str:
    """The text with nothing but what the editor offers; "" when no words are left.

    Raises `Refused` when the text is larger or deeper than a section can be.
    """
    if len(html) > LARGEST:
        raise Refused(
            f"Teksten fylder {len(html):,} tegn, og et afsnit kan højst rumme {LARGEST:,}. ".replace(",", ".")
            + "Del den i flere afsnit."
        )
    text = _UNWANTED.sub("", html).replace("\r\n", "\n")
    text = _HEADING.sub(lambda m: "</strong></p>" if m[1] else "<p><strong>", text)
    text = _SYNONYM.sub(lambda m: f"<{m[1]}{_SYNONYMS[m[2].lower()]}>", text)
    text = _cleaner.clean(text)
    return _mended(text) if plain_text(text) else ""


def from_plain(text: str) -> str:
    """Paragraphs of HTML from text with blank lines between paragraphs."""
    blocks = re.split(r"\n\s*\n", _UNWANTED.sub("", text).strip())
    return "".join(f"<p>{'<br>'.join(escape(block.strip()).split(chr(10)))}</p>" for block in blocks if block.strip())


def plain_text(html: str) -> str:
    """The words alone, a line a block."""
    lines = unescape(_TAG.sub("", _BLOCK_END.sub("\n", html))).replace("\xa0", " ").splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


def line(text: str) -> str:
    """One line of plain text: no control characters, single spaces. For headings and titles."""
    return re.sub(r"\s+", " ", _UNWANTED.sub("", text)).strip()


def _mended(html: str) -> str:
    """Lists hold only items and tables are rectangles, as the PDF standards demand."""
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    if _depth(root) > DEEPEST:
        raise Refused(f"Teksten er bygget i mere end {DEEPEST} lag. Indsæt den som ren tekst i stedet.")
    for items in root.iter("ul", "ol"):
        _only_items(items)
    for table in list(root.iter("table")):
        _rectangle(table)
    inner = escape(root.text or "") + "".join(lxml_html.tostring(child, encoding="unicode") for child in root)
    return inner.strip()


def _depth(root: HtmlElement) -> int:
    deepest, level = 0, [root]
    while level:
        deepest += 1
        level = [child for element in level for child in element]
    return deepest


def _only_items(items: HtmlElement) -> None:
    if items.text and items.text.strip():
        stray = lxml_html.Element("li")
        stray.text, items.text = items.text, None
        items.insert(0, stray)
    for child in list(items):
        if child.tag != "li":
            item = lxml_html.Element("li")
            items.replace(child, item)
            item.append(child)
    if not len(items):
        items.drop_tree()


def _rectangle(table: HtmlElement) -> None:
    rows = [row for row in table.iter("tr") if len(row)]
    for row in list(table.iter("tr")):
        if not len(row):
            row.drop_tree()
    if not rows:
        table.drop_tree()
        return
    for cell in table.iter("td", "th"):
        for name in ("colspan", "rowspan"):
            if cell.get(name) is not None and not 1 < _number(cell.get(name)) <= WIDEST:
                del cell.attrib[name]
    widths = _widths(rows)
    for row, width in zip(rows, widths, strict=True):
        for _ in range(max(widths) - width):
            row.append(lxml_html.Element("td"))


def _widths(rows: list[HtmlElement]) -> list[int]:
    """Columns taken in each row, cells reaching down from earlier rows counted."""
    widths = [0] * len(rows)
    for index, row in enumerate(rows):
        for cell in row:
            for below in range(index, min(len(rows), index + _number(cell.get("rowspan", "1")))):
                widths[below] += _number(cell.get("colspan", "1"))
    return widths


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
