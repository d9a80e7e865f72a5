"""What the file says of itself, and the form of its streams, as ISO 19005-3 wants them in an archive."""

import pydyf

# ISO 19005-3, 6.6.2.3: a property that PDF/A does not know is described where it is used.
_ACCESSIBILITY = """
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""


def make_archival(pdf: pydyf.PDF) -> None:
    """PDF/A-3a from WeasyPrint says that it follows PDF/UA-1 too; its streams are packed."""
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.stream = [b"".join(metadata.stream).replace(b"</rdf:RDF>", _ACCESSIBILITY.encode())]
    if "AF" in pdf.catalog:  # WeasyPrint lists each attachment twice
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream) and thing is not metadata:
            if thing.extra.get("Subtype") == "/Image":
                thing.extra.pop("Interpolate", None)  # 6.2.8.3: no picture asks to be smoothed
            _pack(thing)


def _pack(stream: pydyf.Stream) -> None:
    """So that the file's identifier, a hash of all objects, does not pack them a second time."""
    if not stream.compress and "Filter" not in stream.extra:
        stream.compress = True
        packed = stream.data.partition(b"\nstream\n")[2].removesuffix(b"\nendstream")
        stream.stream, stream.compress, stream.extra["Filter"] = [packed], False, "/FlateDecode"
