"""PDFs whose structure tree is written by hand."""

import io
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.plans.importing.pdf.files import drawn, line, saved

WORDS = ("Plan", "Vi moedes fire gange om aaret.", "Lys", "Hegn", "Slut")


def marked_page(words: tuple[str, ...] = WORDS) -> str:
    return " ".join(line(text, 72, 700 - 20 * at, marked=at) for at, text in enumerate(words))


def with_tree(make: Callable[[pikepdf.Pdf, pikepdf.Object], object], *pages: str) -> bytes:
    """`make` gives the kids of the tree's root, of the document and its first page."""
    with pikepdf.open(io.BytesIO(drawn(*(pages or (marked_page(),)), tree=True))) as pdf:
        pdf.Root.StructTreeRoot.K = make(pdf, pdf.pages[0].obj)
        return saved(pdf)


def element(kind: str, *kids: object, **more: object) -> Dictionary:
    return Dictionary(S=Name(f"/{kind}"), K=Array([*kids]), **more)
