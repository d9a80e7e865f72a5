"""Small PDFs, and what was read in them, shortened so that a test shows it whole."""

import io
from collections import Counter
from collections.abc import Iterable

import pikepdf
from weasyprint import HTML

from plans.importing.blocks import (
    Block,
    Heading,
    Item,
    LeftOut,
    Paragraph,
    Picture,
    ReadFile,
    Table,
    words_of,
)
from plans.importing.pdf import read_pdf

LOOK = (
    "@page { size: A4; margin: 25mm } body { font: 11pt/1.35 sans-serif }"
    " h1 { font-size: 20pt } h2 { font-size: 15pt } h3 { font-size: 11pt }"
)
MEETING = "Vi mødes fire gange om året, og der skrives et referat af hvert møde, som alle får tilsendt."


def pdf_file(html: str, style: str = "", *, tagged: bool) -> bytes:
    document = HTML(string=f"<html lang=da><style>{LOOK} {style}</style><body>{html}</body></html>")
    return document.write_pdf(pdf_tags=tagged)


def drawn(*pages: str, tree: bool = False, rotate: int = 0, box: Iterable[float] = (0, 0, 595, 842)) -> bytes:
    """A PDF of these drawing orders, with Helvetica as /F1 and its bold as /F2; `tree` is empty."""
    pdf = pikepdf.new()
    fonts = pikepdf.Dictionary(F1=_font(pdf, "/Helvetica"), F2=_font(pdf, "/Helvetica-Bold"))
    for page in pages:
        made = pdf.add_blank_page(page_size=(595, 842))
        made.obj.MediaBox = pikepdf.Array([*box])
        made.obj.Rotate = rotate
        made.obj.Resources = pikepdf.Dictionary(Font=fonts)
        made.obj.Contents = pdf.make_stream(page.encode("cp1252"))
    if tree:
        pdf.Root.StructTreeRoot = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, K=pikepdf.Array([]))
        )
    return saved(pdf)


def saved(pdf: pikepdf.Pdf, **how) -> bytes:
    stream = io.BytesIO()
    pdf.save(stream, **how)
    return stream.getvalue()


def line(text: str, left: float, height: float, size: float = 11, font: str = "F1", marked: int = -1) -> str:
    """A drawing order."""
    said = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    order = f"BT /{font} {size} Tf 1 0 0 1 {left} {height} Tm ({said}) Tj ET"
    return f"/P <</MCID {marked}>> BDC {order} EMC" if marked >= 0 else order


def rule(left: float, bottom: float, right: float, top: float) -> str:
    return f"{left} {bottom} m {right} {top} l S"


def shown(read: ReadFile) -> list[object]:
    """Every block, shortened; what is left out apart from contents stands in `aside`."""
    return [_short(block) for block in read.blocks if not isinstance(block, LeftOut)]


def aside(read: ReadFile) -> list[tuple[str, str]]:
    return [(block.kind.name, block.text) for block in read.blocks if isinstance(block, LeftOut)]


def read_whole(content: bytes) -> ReadFile:
    """The reading, once every letter of the file is found in it."""
    read = read_pdf(content)
    assert not read.missing
    assert not read.invented
    return read


def letters_in(read: ReadFile) -> Counter[str]:
    words = [*words_of(read.blocks), *(one.text for one in read.left_out)]
    return Counter(sign for word in words for sign in word if not sign.isspace())


def _short(block: Block) -> object:
    match block:
        case Heading():
            return (f"h{block.level}", " ".join(block.lines))
        case Item():
            return ("-" * (block.nesting + 1), block.label, " ".join(block.lines))
        case Paragraph():
            return " ".join(block.lines)
        case Table():
            return [[_cell(cell.blocks) for cell in row] for row in block.rows]
        case Picture():
            return ("picture", block.shows)
    return block


def _cell(blocks: Iterable[Block]) -> object:
    short = [_short(block) for block in blocks]
    return short[0] if len(short) == 1 else short or ""


def _font(pdf: pikepdf.Pdf, name: str) -> pikepdf.Object:
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name(name),
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )
    )
