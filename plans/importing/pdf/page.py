"""A page as the file draws it."""

from dataclasses import dataclass, field

import pypdfium2 as pdfium

from plans.importing.pdf.characters import Box, Character, letters_of
from plans.importing.pdf.drawings import Drawing, rules_and_drawings


@dataclass(eq=False)
class Page:
    number: int
    width: float
    height: float
    letters: list[Character]
    rules: list[Box] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)


def pages_in(document: pdfium.PdfDocument) -> list[Page]:
    pages = []
    for at in range(len(document)):
        page = document[at]
        width, height = page.get_size()
        pages.append(Page(at + 1, width, height, letters_of(page, at + 1), *rules_and_drawings(page)))
        page.close()
    return pages
