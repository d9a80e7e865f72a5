"""What a file says of itself (ISO 19005-3:2012, 6.6), and that it says the same in both places."""

import re
from collections.abc import Iterator

import pikepdf
from lxml import etree
from pikepdf import Dictionary

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
# Document information → the property that must say the same (6.6.2.2 and its table).
_PAIRS = {
    "/Title": "dc:title",
    "/Author": "dc:creator",
    "/Subject": "dc:description",
    "/Keywords": "pdf:Keywords",
    "/Creator": "xmp:CreatorTool",
    "/Producer": "pdf:Producer",
    "/CreationDate": "xmp:CreateDate",
    "/ModDate": "xmp:ModifyDate",
}
_KNOWN = {*_NAMESPACES.values(), "http://www.aiim.org/pdfa/ns/extension/", "adobe:ns:meta/"}


def metadata_problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    if "/Metadata" not in pdf.Root:
        yield "19005-3, 6.6.2.1: metadata mangler"
        return
    data = pdf.Root.Metadata.read_bytes()
    if re.search(rb"<\?xpacket begin=[^>]*(bytes|encoding)=", data):
        yield "19005-3, 6.6.2.1: metadata har en forældet indledning"
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        yield "19005-3, 6.6.2.1: metadata er ikke XML"
        return
    if (_stated(root, "pdfaid:part"), _stated(root, "pdfaid:conformance")) != ("3", "A"):
        yield "19005-3, 6.6.4: dokumentet siger ikke, at det følger PDF/A-3a"
    for key, name in _PAIRS.items():
        value = str(pdf.trailer.get("/Info", Dictionary()).get(key, ""))
        if value and _digits(key, value) != _digits(key, _stated(root, name)):
            yield f"19005-3, 6.6.3: {key} og {name} siger ikke det samme"
    described = {each.text for each in root.iterfind(".//pdfaSchema:namespaceURI", _NAMESPACES)}
    for element in root.iter(etree.Element):
        namespace = etree.QName(element).namespace
        if namespace not in _KNOWN | described and not str(namespace).startswith(
            "http://www.aiim.org/pdfa/ns/"
        ):
            yield f"19005-3, 6.6.2.3: {namespace} er ikke beskrevet"


def _stated(root: etree._Element, name: str) -> str:
    """The property, whether written as an attribute, an element, or a list of one."""
    prefix, local = name.split(":")
    qualified = f"{{{_NAMESPACES[prefix]}}}{local}"
    for element in root.iter(etree.Element):
        if qualified in element.attrib:
            return str(element.attrib[qualified])
        if element.tag == qualified:
            return "".join(element.itertext()).strip()
    return ""


def _digits(key: str, value: str) -> str:
    return re.sub(r"\D", "", value) if key.endswith("Date") else value
