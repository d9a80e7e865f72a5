"""A Word file as its readers meet it: numbers counted as Word counts them, changes accepted or rejected."""

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OF_A_TEXT = {f"{W}t", f"{W}delText"}


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


class Numbers:
    """The number of each paragraph in turn, by the lists of one document."""

    def __init__(self, document: Document) -> None:
        root = document.part.numbering_part.element
        self.levels = {
            number.get(f"{W}abstractNumId"): {
                level.get(f"{W}ilvl"): level for level in number.iter(f"{W}lvl")
            }
            for number in root.iter(f"{W}abstractNum")
        }
        self.lists = {number.get(f"{W}numId"): number for number in root.iter(f"{W}num")}
        self.counted: dict[str, dict[int, int]] = defaultdict(dict)
        self.begun: set[tuple[str, str]] = set()

    def of(self, paragraph: etree._Element) -> str:
        found = paragraph.find(f"{W}pPr/{W}numPr")
        if found is None or found.find(f"{W}numId").get(f"{W}val") == "0":
            return ""
        level, key = (found.find(f"{W}{name}").get(f"{W}val") for name in ("ilvl", "numId"))
        number = self.lists[key]
        abstract = number.find(f"{W}abstractNumId").get(f"{W}val")
        own = {lvl.get(f"{W}ilvl"): lvl for lvl in number.iter(f"{W}lvl")}
        levels = self.levels[abstract] | own
        self._count(abstract, int(level), number, key)
        text = levels[level].find(f"{W}lvlText").get(f"{W}val")
        counted = self.counted[abstract]
        return re.sub(r"%(\d)", lambda place: str(counted.get(int(place[1]) - 1, 1)), text)

    def _count(self, abstract: str, level: int, number: etree._Element, key: str) -> None:
        counted = self.counted[abstract]
        starts = [
            one.find(f"{W}startOverride")
            for one in number.iter(f"{W}lvlOverride")
            if one.get(f"{W}ilvl") == str(level)
        ]
        if any(start is not None for start in starts) and (key, str(level)) not in self.begun:
            self.begun.add((key, str(level)))
            counted[level] = int(starts[0].get(f"{W}val"))
        else:
            counted[level] = counted.get(level, 0) + 1
        for deeper in [place for place in counted if place > level]:
            del counted[deeper]


def blocks(document: Document) -> Iterator[etree._Element]:
    """Paragraphs of the text in reading order, those of tables too, without the list of contents."""
    for block in document.element.body:
        if block.tag != qn("w:sdt"):
            yield from block.iter(f"{W}p")


def words(paragraph: etree._Element, *, without: str = "") -> str:
    """`without` a mark: "del" for what stands when all is accepted, "ins" for what stood before."""
    gone = {f"{W}{mark}" for mark in {"del": ("del", "moveFrom"), "ins": ("ins", "moveTo")}.get(without, ())}
    return "".join(
        "\n" if node.tag == f"{W}br" else node.text or ""
        for node in paragraph.iter(*OF_A_TEXT, f"{W}br")
        if not any(up.tag in gone for up in node.iterancestors())
    )


def headings(document: Document) -> list[tuple[str, str]]:
    """Style and numbered words of each heading of a section."""
    numbers = Numbers(document)
    found = []
    for block in blocks(document):
        style = block.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        number = numbers.of(block)
        if style.startswith("Heading"):
            found.append((style, " ".join(filter(None, [number, words(block)]))))
    return found


def letters(document: Document, *, without: str = "", numbered: bool = True) -> str:
    """All that is read after the title's lines, without white space; lists without their numbers."""
    numbers = Numbers(document)
    found = []
    for block in blocks(document):
        style = block.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        number = numbers.of(block)
        if style not in ("Title", "Subtitle"):
            found += [
                number if numbered and style.startswith("Heading") else "",
                words(block, without=without),
            ]
    return "".join("".join(found).split())
