"""The parts of a Word document, found by their relations: a part's name may be any."""

import io
import lzma
import posixpath
import re
import struct
import zipfile
import zlib

from lxml import etree

from plans.importing.word.elements import Element, R, W
from samarbejde.files.word_packages import DAMAGED
from samarbejde.transitions import Refused

_MAIN_PART = re.compile(r"word/document\d*\.xml")
_HAS_WORDS = re.compile(r"(?:document|footnotes|endnotes|comments|header|footer)\d*\.xml", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_USUAL = {  # of the strict form of the format
    "http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1],
    "http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1],
    "http://purl.oclc.org/ooxml/officeDocument/math": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/drawingml/": "http://schemas.openxmlformats.org/drawingml/2006/",
}
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    etree.XMLSyntaxError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    KeyError,
    ValueError,
)


class Package:
    """Raises `Refused` when it has no document that can be read; other parts may be missing or broken."""

    def __init__(self, content: bytes) -> None:
        self.unreadable: list[str] = []  # parts that had words
        self._read: dict[str, Element | None] = {}
        self._related: dict[str, dict[str, tuple[str, str]]] = {}
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            names = [name for name in self._zip.namelist() if name.lower().endswith((".xml", ".rels"))]
        except _BROKEN as error:
            raise Refused(DAMAGED) from error
        self._names = {name.lower(): name for name in names}
        self.main = self._main()
        document = self.part(self.main)
        if document is None or document.tag != f"{W}document":
            raise Refused(DAMAGED)
        self.document: Element = document

    def part(self, name: str) -> Element | None:
        """Its root; None when there is none that can be read."""
        name = self._names.get(name.lower(), "")
        if name not in self._read:
            self._read[name] = self._parsed(name) if name else None
        return self._read[name]

    def parts(self) -> list[tuple[str, Element]]:
        """Every part of XML but the relations."""
        found = [
            (name, self.part(name)) for name in sorted(self._names.values()) if not name.endswith(".rels")
        ]
        return [(name, root) for name, root in found if root is not None]

    def related(self, kind: str) -> str:
        """The name of the document's part of this kind, such as "footnotes"; "" when there is none."""
        for found, target in self._relations(self.main).values():
            if found == kind and target.lower() in self._names:
                return target
        usual = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        return usual if usual.lower() in self._names else ""

    def link(self, part: str, identity: str | None) -> str:
        """The address on the web or of a mailbox that `part` calls by this identity."""
        _, target = self._relations(part).get(identity or "", ("", ""))
        return target if _LINK.fullmatch(target) else ""

    def _main(self) -> str:
        for kind, target in self._relations("").values():
            if kind == "officeDocument" and target.lower() in self._names:
                return target
        return next((name for name in sorted(self._names) if _MAIN_PART.fullmatch(name)), "")

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """By identity: the kind, and the name of the part or the address elsewhere."""
        if part not in self._related:
            self._related[part] = self._relations_of(part)
        return self._related[part]

    def _relations_of(self, part: str) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for one in root if root is not None else ():
            kind, target = one.get("Type", "").rsplit("/", 1)[-1], one.get("Target", "")
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[one.get("Id", "")] = (kind, target)
        return found

    def _parsed(self, name: str) -> Element | None:
        try:
            root = _parse(self._zip.read(name))
        except _BROKEN:
            if _HAS_WORDS.fullmatch(posixpath.basename(name)):
                self.unreadable.append(name)
            return None
        return root


def _parse(xml: bytes) -> Element:
    """Raises `Refused` for a document type: its entities would be left out without a word."""
    root = etree.fromstring(xml, _parser())
    if root.getroottree().docinfo.doctype:
        raise Refused(DAMAGED)
    if b"purl.oclc.org/ooxml/" not in xml.replace(b"\0", b""):
        return root
    said = etree.tostring(root, encoding="unicode")
    for space, usual in _USUAL.items():
        said = said.replace(space, usual)
    return etree.fromstring(said, _parser())


def _parser() -> etree.XMLParser:
    """With the depth of 256 that lxml allows: reading what it read never goes deeper."""
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
