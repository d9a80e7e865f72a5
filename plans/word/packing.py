"""The file's bytes, the same for the same document."""

import io
import zipfile

from docx.document import Document

_FIRST = "[Content_Types].xml"
_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP file can tell


def packed(document: Document) -> bytes:
    made, told = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as written, zipfile.ZipFile(told, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in sorted(written.namelist(), key=lambda name: (name != _FIRST, name)):
            kept.writestr(zipfile.ZipInfo(name, _DAY), written.read(name), zipfile.ZIP_DEFLATED)
    return told.getvalue()
