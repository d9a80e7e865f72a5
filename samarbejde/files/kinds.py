"""What a file is by its first bytes, whatever it is called."""

from samarbejde.transitions import Refused

FILES_WITHIN = "Dokumentet har andre filer i sig. Gem det uden dem, og prøv igen."
MACRO_ENDINGS = (".docm", ".dotm")
_PDF, _PACKAGE, _JPEG, _PNG = b"%PDF-", b"PK\x03\x04", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_pdf(content: bytes) -> bool:
    return content.startswith(_PDF)


def is_package(content: bytes) -> bool:
    """Of parts, as a Word document is."""
    return content.startswith(_PACKAGE)


def is_picture(content: bytes) -> bool:
    """JPEG or PNG."""
    return content.startswith((_JPEG, _PNG))


def refuse_old_office(ending: str, content: bytes) -> None:
    """Word files that may hold macros, are locked, or are of before 2007: raises `Refused`."""
    if ending in MACRO_ENDINGS:
        raise Refused(
            "Filen kan indeholde makroer. Gem den som et almindeligt Word-dokument (.docx), og prøv igen."
        )
    if not content.startswith(_OLD_OFFICE):
        return
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Refused(
            "Filen er beskyttet med adgangskode. Fjern adgangskoden i Word, gem filen, og prøv igen."
        )
    raise Refused("Filen er gemt i et ældre Word-format. Åbn den i Word, gem den som .docx, og prøv igen.")
