"""What a file says of itself, read as XMP (ISO 16684-1): the same written otherwise is the same."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from functools import cached_property

from lxml import etree
from pikepdf import Stream

from plans.publication.pdf.checking.objects import content_of

DC = "{http://purl.org/dc/elements/1.1/}"
PDF = "{http://ns.adobe.com/pdf/1.3/}"
PDFAID = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUAID = "{http://www.aiim.org/pdfua/ns/id/}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


class Metadata:
    """Of a stream that may be missing, unreadable or no XML: then nothing is said."""

    def __init__(self, stream: object) -> None:
        self.is_there = isinstance(stream, Stream)
        self.packet = content_of(stream)

    @cached_property
    def root(self) -> "etree._Element | None":
        """None where it is no XML."""
        try:
            return etree.fromstring(self.packet, _PARSER)
        except (etree.XMLSyntaxError, ValueError):
            return None

    def said(self, name: str) -> list[str]:
        """The values of a property, wherever it stands: an attribute, an element, an address or a list."""
        found: list[str] = []
        for element in self._elements():
            if element.get(name) is not None:
                found.append(element.get(name).strip())
            if element.tag == name:
                found += _values(element)
        return found

    def names(self) -> set[str]:
        """Of all that is used, with its namespace."""
        elements = list(self._elements())
        return {each.tag for each in elements} | {name for each in elements for name in each.attrib}

    def _elements(self) -> Iterator["etree._Element"]:
        return self.root.iter(etree.Element) if self.root is not None else iter(())


def _values(element: "etree._Element") -> list[str]:
    items = list(element.iter(f"{_RDF}li")) or [element]
    return ["".join(item.itertext()).strip() or item.get(f"{_RDF}resource", "") for item in items]


# ISO 32000-1, 7.9.4 (D:20261220101500+01'00') and ISO 8601 as XMP has it (2026-12-20T10:15:00+01:00).
_DATE = re.compile(
    r"(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?T?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d+)?"
    r"(Z|[+-])?(?:(\d\d)[':]?(\d\d)?'?)?"
)


def instant(date: str) -> datetime | None:
    """Without a zone it is taken for UTC; None where it is no date."""
    found = _DATE.fullmatch(date.strip())
    if not found:
        return None
    year, month, day, hour, minute, second, sign, hours, minutes = found.groups()
    away = timedelta(hours=int(hours or 0), minutes=int(minutes or 0)) * (-1 if sign == "-" else 1)
    try:
        zone = timezone(away) if away else UTC
        return datetime(
            *(int(year), int(month or 1), int(day or 1)),
            *(int(hour or 0), int(minute or 0), int(second or 0)),
            tzinfo=zone,
        )
    except ValueError:
        return None
