"""ISO 19005-3:2012, 6.6: what a file says of itself, and that it says the same in both places."""

import re
from collections.abc import Iterator

from plans.publication.pdf.checking.document import Document
from plans.publication.pdf.checking.finding import Finding
from plans.publication.pdf.checking.objects import entry, text
from plans.publication.pdf.checking.xmp import DC, PDF, PDFAID, SCHEMA, XMP, instant

# Document information → the property that says the same. Not Producer: each program that touches the file,
# as the one that seals it, adds itself to both in its own way.
_PAIRS = {
    "/Title": f"{DC}title",
    "/Author": f"{DC}creator",
    "/Subject": f"{DC}description",
    "/Keywords": f"{PDF}Keywords",
    "/Creator": f"{XMP}CreatorTool",
    "/CreationDate": f"{XMP}CreateDate",
    "/ModDate": f"{XMP}ModifyDate",
}
# What XMP and PDF/A define themselves (6.6.2.3); everything else is described in the file.
_KNOWN = re.compile(
    r"http://(purl\.org/dc/elements/1\.1/|ns\.adobe\.com/(pdf/1\.3|xap/1\.0|xmp/1\.0|photoshop/1\.0|tiff/1\.0|exif/1\.0)/"
    r"|www\.aiim\.org/pdfa/ns/|www\.w3\.org/1999/02/22-rdf-syntax-ns#|www\.w3\.org/XML/1998/namespace).*"
    r"|adobe:ns:meta/"
)


def metadata_can_be_read(document: Document) -> Iterator[Finding]:
    if not document.metadata.is_there:
        yield Finding("19005-3, 6.6.2.1", "metadata mangler")
    elif document.metadata.root is None:
        yield Finding("19005-3, 6.6.2.1", "metadata er ikke XML")
    if re.search(rb"<\?xpacket begin=[^>]*(bytes|encoding)=", document.metadata.packet):
        yield Finding("19005-3, 6.6.2.1", "metadata har en forældet indledning")


def says_its_level(document: Document) -> Iterator[Finding]:
    part, level = (document.metadata.said(f"{PDFAID}{name}") for name in ("part", "conformance"))
    if (part, level) != (["3"], ["A"]):
        yield Finding("19005-3, 6.6.4", "dokumentet siger ikke, at det følger PDF/A-3a")


def says_the_same_twice(document: Document) -> Iterator[Finding]:
    for key, name in _PAIRS.items():
        value = text(entry(document.pdf.trailer, "/Info", key))
        values = document.metadata.said(name)
        if value and not _is_same(value, values):
            said = f"{key.removeprefix('/')} er ikke det samme i dokumentets oplysninger og i metadata"
            yield Finding("19005-3, 6.6.3", said)


def _is_same(value: str, values: list[str]) -> bool:
    """A date is the same moment, however it is written; several authors stand in one line."""
    if value in (*values, ", ".join(values), "; ".join(values)):
        return True
    moment = instant(value)
    return moment is not None and moment in map(instant, values)


def describes_its_own(document: Document) -> Iterator[Finding]:
    described = set(document.metadata.said(f"{SCHEMA}namespaceURI"))
    used = {name[1:].partition("}")[0] for name in document.metadata.names() if name.startswith("{")}
    for namespace in sorted(used - described):
        if not _KNOWN.fullmatch(namespace):
            yield Finding("19005-3, 6.6.2.3", f"{namespace} er ikke beskrevet i metadata")


OF_DOCUMENT = (metadata_can_be_read, says_its_level, says_the_same_twice, describes_its_own)
