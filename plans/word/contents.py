"""The list of contents: a field that Word fills with pages, and the titles until it has."""

from docx.oxml.ns import qn

from plans.word.blank import HEADINGS
from plans.word.elements import Element, element, field, paragraph, run, words

CODE = f'TOC \\o "{HEADINGS[0]}-{HEADINGS[-1]}" \\h \\z'


def contents(lines: list[tuple[str, int, str]]) -> Element:
    """`lines` are titles with their levels and bookmarks."""
    made = [
        paragraph(f"TOC{level}", element("hyperlink", run(words(title)), anchor=bookmark))
        for title, level, bookmark in lines
    ]
    begin, code, separate, end = field(CODE)
    begin[0].set(qn("w:dirty"), "true")  # Word asks for the pages as it opens the file
    properties = made[0].find(qn("w:pPr"))
    properties.addnext(separate)
    properties.addnext(code)
    properties.addnext(begin)
    made[-1].append(end)
    gallery = element(
        "docPartObj", element("docPartGallery", val="Table of Contents"), element("docPartUnique")
    )
    heading = paragraph("TOCHeading", run(words("Indhold")))
    return element("sdt", element("sdtPr", gallery), element("sdtContent", heading, *made))
