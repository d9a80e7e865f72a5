"""A seal as a program for it sets one: an invisible field, added after the end of the file (PAdES)."""

import io
import re

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

SEALED, THE_SAME_IN_XMP = "D:20261221101500+01'00'", "2026-12-21T09:15:00Z"
OUTSIDE = (-9999, -9999, -9999, -9999)

# The same is said in other words: properties as attributes, and an address as a reference.
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:a="http://www.aiim.org/pdfa/ns/id/" xmlns:ua="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" a:part="3" a:conformance="A"
 ua:part="1" pdf:Producer="Segl 1" xmp:CreatorTool="{creator}" xmp:CreateDate="{created}" xmp:ModifyDate="{changed}">
<d:title xmlns:d="http://purl.org/dc/elements/1.1/"><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></d:title>
<d:creator xmlns:d="http://purl.org/dc/elements/1.1/"><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></d:creator>
<d:description xmlns:d="http://purl.org/dc/elements/1.1/"><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></d:description>
<e:schemas xmlns:e="http://www.aiim.org/pdfa/ns/extension/"><rdf:Bag><rdf:li><rdf:Description
 xmlns:s="http://www.aiim.org/pdfa/ns/schema#" s:schema="PDF/UA" s:prefix="ua">
<s:namespaceURI rdf:resource="http://www.aiim.org/pdfua/ns/id/"/></rdf:Description></rdf:li></rdf:Bag></e:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>"""  # noqa: E501


def sealed(data: bytes, *, area: tuple[int, ...] = OUTSIDE, changed: str = THE_SAME_IN_XMP) -> bytes:
    """`area` is the field's; the bytes that are sealed stay as they were."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0].obj
        seal = pdf.make_indirect(_seal())
        field = pdf.make_indirect(_field(seal, page, area))
        page.Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)
        pdf.Root.Perms = Dictionary(DocMDP=seal)
        pdf.Root.Metadata = _metadata(pdf, changed)
        pdf.docinfo.ModDate, pdf.docinfo.Producer = SEALED, f"{pdf.docinfo.Producer}; Segl 1"
        return data + _update(pdf, data, [pdf.Root, page, field, seal, pdf.Root.Metadata, pdf.docinfo])


def _seal() -> Dictionary:
    return Dictionary(
        Type=Name.Sig,
        Filter=Name("/Adobe.PPKLite"),
        SubFilter=Name("/ETSI.CAdES.detached"),
        ByteRange=Array([0, 0, 0, 0]),
        Contents=String(b"\0" * 40_000),
    )


def _field(seal: Object, page: Object, area: tuple[int, ...]) -> Dictionary:
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Sig,
        T=String("Segl"),
        TU=String("Politikredsens segl"),
        F=4 | 128,
        Rect=Array(area),
        P=page,
        V=seal,
    )


def _metadata(pdf: Pdf, changed: str) -> Object:
    info = pdf.docinfo
    date = str(info.CreationDate).removeprefix("D:").removesuffix("Z")
    created = f"{date[:4]}-{date[4:6]}-{date[6:8]}T{date[8:10]}:{date[10:12]}:{date[12:14]}+00:00"
    said = {key.lower(): str(info[f"/{key}"]) for key in ("Title", "Author", "Subject", "Creator")}
    text = _XMP.format(created=created, changed=changed, **said)
    return pdf.make_stream(text.encode(), Type=Name.Metadata, Subtype=Name.XML)


def _update(pdf: Pdf, data: bytes, changed: list[Object]) -> bytes:
    """An incremental update (ISO 32000-1, 7.5.6)."""
    out, places = io.BytesIO(), {}
    for thing in changed:
        number = thing.objgen[0]
        places[number] = len(data) + out.tell()
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, _written(thing)))
    start = len(data) + out.tell()
    rows = (b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in sorted(places.items()))
    before = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    trailer = Dictionary(
        Size=max(int(pdf.trailer.Size), *(number + 1 for number in places)),
        Root=pdf.Root,
        Info=pdf.docinfo,
        ID=pdf.trailer.ID,
        Prev=before,
    )
    out.write(b"xref\n" + b"".join(rows) + b"trailer\n" + trailer.unparse())
    out.write(b"\nstartxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def _written(thing: Object) -> bytes:
    if not isinstance(thing, pikepdf.Stream):
        return thing.unparse(resolved=True)
    content = thing.read_bytes()
    keys = Dictionary(Type=thing.Type, Subtype=thing.Subtype, Length=len(content))
    return keys.unparse() + b"\nstream\n" + content + b"\nendstream"
