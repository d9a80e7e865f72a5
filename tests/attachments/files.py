"""Files as people attach them, honest and otherwise."""

import io
import zipfile

import pikepdf

from tests.plans.importing.test_files import paragraph, word_file
from tests.plans.pictures.making import photograph, sent

BUDGET = "Budget for natteravnene"


def pdf(
    *,
    owner: str | None = None,
    user: str | None = None,
    script: str = "",
    words: str = BUDGET,
    within: bytes = b"",
    noted: bytes = b"",
) -> bytes:
    """One page that says a few words; a file `within` it, or one `noted` on its page."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(300, 300))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.Contents = document.make_stream(f"BT /F1 12 Tf 20 200 Td ({words}) Tj ET".encode("latin-1"))
    if script:
        document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=script)
    if within:
        _put_within(document, within)
    if noted:
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FileAttachment)
        note.Rect, note.FS = pikepdf.Array([0, 0, 20, 20]), _file_within(document, noted)
        page.Annots = pikepdf.Array([document.make_indirect(note)])
    into = io.BytesIO()
    locked = pikepdf.Encryption(owner=owner or "", user=user or "") if owner or user else False
    document.save(into, encryption=locked, deterministic_id=not locked)
    return into.getvalue()


def _put_within(document: pikepdf.Pdf, content: bytes) -> None:
    file = _file_within(document, content)
    document.Root.Names = pikepdf.Dictionary(
        EmbeddedFiles=pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("spil.exe"), file]))
    )


def _file_within(document: pikepdf.Pdf, content: bytes) -> pikepdf.Object:
    named = pikepdf.String("spil.exe")
    stream = document.make_stream(content, Type=pikepdf.Name.EmbeddedFile)
    within = pikepdf.Dictionary(F=stream)
    return document.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F=named, UF=named, EF=within)
    )


def empty_pdf() -> bytes:
    into = io.BytesIO()
    pikepdf.new().save(into)
    return into.getvalue()


def word(words: str = BUDGET, extra: dict[str, bytes | str] | None = None) -> bytes:
    return word_file(paragraph(words), extra)


def picture(colour: str = "red") -> bytes:
    return sent(colour=colour)


def package(**parts: bytes) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return into.getvalue()


__all__ = ["BUDGET", "empty_pdf", "package", "pdf", "photograph", "picture", "word", "word_file"]
