"""What the file says of itself: that it follows PDF/UA-1 besides PDF/A-3a, and each attachment once."""

import re

import pikepdf
from pikepdf import Array, Name, Stream

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


def say_what_it_is(pdf: pikepdf.Pdf) -> None:
    metadata = pdf.Root.Metadata.read_bytes().decode()
    metadata = re.sub(r"<rdf:Description[^>]*pdfuaid:part=[^>]*/>", "", metadata)
    metadata = metadata.replace("</rdf:RDF>", f"{_ACCESSIBILITY}</rdf:RDF>")
    pdf.Root.Metadata = pdf.make_stream(metadata.encode(), Type=Name.Metadata, Subtype=Name.XML)


def list_attachments_once(pdf: pikepdf.Pdf) -> None:
    if "/AF" in pdf.Root:
        pdf.Root.AF = Array({file.objgen: file for file in pdf.Root.AF}.values())


def forbid_smoothing(pdf: pikepdf.Pdf) -> None:
    """ISO 19005-3, 6.2.8.3: no picture asks to be interpolated."""
    for thing in pdf.objects:
        if isinstance(thing, Stream) and thing.get("/Subtype") == "/Image" and "/Interpolate" in thing:
            del thing.Interpolate
