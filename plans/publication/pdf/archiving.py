"""The last step: what the file says of itself, and its bytes, the same for the same input."""

import io

import pikepdf
from pikepdf import Array, Name, ObjectStreamMode, Stream

# ISO 19005-3, 6.6.2.3: a property that PDF/A does not know is described where it is used.
_ACCESSIBILITY = """
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


def archive(data: bytes) -> bytes:
    """PDF/A-3a from WeasyPrint says that it follows PDF/UA-1 too, and is compressed."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        metadata = pdf.Root.Metadata.read_bytes().decode().replace("</rdf:RDF>", f"{_ACCESSIBILITY}</rdf:RDF>")
        pdf.Root.Metadata = pdf.make_stream(metadata.encode(), Type=Name.Metadata, Subtype=Name.XML)
        if "/AF" in pdf.Root:  # WeasyPrint lists each attachment twice
            pdf.Root.AF = Array({file.objgen: file for file in pdf.Root.AF}.values())
        _forbid_smoothing(pdf)
        archived = io.BytesIO()
        pdf.save(
            archived,
            object_stream_mode=ObjectStreamMode.disable,  # a seal on top is validated ten times as fast
            fix_metadata_version=False,
            deterministic_id=True,
        )
    return archived.getvalue()


def _forbid_smoothing(pdf: pikepdf.Pdf) -> None:
    """ISO 19005-3, 6.2.8.3: no picture asks to be interpolated."""
    for thing in pdf.objects:
        if isinstance(thing, Stream) and thing.get("/Subtype") == "/Image" and "/Interpolate" in thing:
            del thing.Interpolate
