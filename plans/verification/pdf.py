"""What a PDF says of itself, against the edition it is the file of."""

import io
from collections.abc import Iterator
from datetime import date

import pikepdf

from plans.document.snapshot import Snapshot

TOLD = ("Title", "Subject", "CreationDate")


def pdf_faults(content: bytes, text: Snapshot, number: int, published_on: date) -> Iterator[str]:
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            told = {name: str(pdf.docinfo.get(f"/{name}", "")) for name in TOLD}
    except pikepdf.PdfError:
        yield "PDF'en kan ikke læses"
        return
    if told["Title"] != f"{text['title']} – {text['council']}":
        yield f"PDF'en har en anden titel: »{told['Title']}«"
    if told["Subject"] != f"{text['title']}, {number}. udgave":
        yield f"PDF'en er en anden udgave: »{told['Subject']}«"
    if not told["CreationDate"].startswith(f"D:{published_on:%Y%m%d}"):
        yield f"PDF'en har en anden dato: {told['CreationDate']}"
