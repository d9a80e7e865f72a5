"""A file is what it says it is, or it is refused with a reason."""

import io
import shutil

import pytest
from PIL import Image

from samarbejde.attachments.receiving import LONGEST_NAME, PDF, WORD, received
from samarbejde.files import apart, poppler
from samarbejde.files.remaking import JPEG, LARGEST_FILE, PNG
from samarbejde.transitions import Refused
from tests.attachments import files

HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PROGRAM = b"MZ\x90\x00" + b"\0" * 500
MACRO_TYPES = (
    '<Types><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
)
LOCKED_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
OTHER = "indholdet er noget andet"
WITHIN = "har andre filer i sig. Gem det uden dem, og prøv igen."
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relating(kind: str, target: str) -> str:
    """Of the document's main part to one more."""
    return (
        f'<Relationships><Relationship Id="rId9" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def typed(kind: str) -> str:
    return f'<Types><Default Extension="bin" ContentType="application/{kind}"/></Types>'


OBJECT = "vnd.openxmlformats-officedocument.oleObject"
RELATED = "word/_rels/document.xml.rels"

LIES = {
    "tom": ("tom.pdf", b"", "tom"),
    "for stor": ("stor.pdf", b"%PDF-1.7" + b"0" * LARGEST_FILE, "15 MB"),
    "html som pdf": ("referat.pdf", HTML, OTHER),
    "html som billede": ("kort.png", HTML, OTHER),
    "program som Word": ("referat.docx", PROGRAM, OTHER),
    "program": ("referat.pdf.exe", PROGRAM, "typen ».exe«"),
    "program bag skriveretningen": ("regnskab\u202efdp.exe", PROGRAM, "typen ».exe«"),
    "svg": ("kort.svg", SVG, "typen ».svg«"),
    "svg som png": ("kort.png", SVG, OTHER),
    "uden endelse": ("referat", files.pdf(), "typen »referat«"),
    "pdf som Word": ("referat.docx", files.pdf(), OTHER),
    "Word som pdf": ("referat.pdf", files.word(), OTHER),
    "billede som pdf": ("referat.pdf", files.picture(), OTHER),
    "docm": ("referat.docm", files.word(), "makroer"),
    "docm kaldt docx": ("referat.docx", files.word(extra={"[Content_Types].xml": MACRO_TYPES}), "makroer"),
    "makroer": ("referat.docx", files.word(extra={"word/vbaProject.bin": b"\0"}), "makroer"),
    "zip": ("referat.docx", files.package(brev=b"hej"), "ikke et Word-dokument"),
    "zip-bombe": ("referat.docx", files.word(extra={"word/media/a.bin": b"\0" * 100_000_001}), "pakkes ud"),
    "bombe af tekst": ("referat.docx", files.word_file("<w:p/>" * 900_000), "fylder for meget"),
    "ud af pakken": ("referat.docx", files.word(extra={"../../etc/passwd": b"x"}), "gået i stykker"),
    "XXE": (
        "referat.docx",
        files.word_file("", prologue='<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "gået i stykker",
    ),
    "afkortet Word": ("referat.docx", files.word()[:-200], "gået i stykker"),
    "Word med hale": ("referat.docx", files.word() + HTML, "gået i stykker"),
    "låst Word": ("referat.docx", LOCKED_OFFICE, "beskyttet med adgangskode"),
    "gammel Word": ("referat.doc", LOCKED_OFFICE[:8] + b"\0" * 99, "ældre Word-format"),
    "pdf og zip": ("referat.pdf", files.pdf() + files.word(), "ligger noget efter"),
    "pdf bag html": ("referat.pdf", HTML + files.pdf(), OTHER),
    "afkortet pdf": ("referat.pdf", files.pdf()[:-50], "skåret over"),
    "ikke en pdf": ("referat.pdf", b"%PDF-1.7\nhej\n%%EOF", "beskadiget"),
    "låst pdf": ("referat.pdf", files.pdf(owner="hemmelig", user="hemmelig"), "beskyttet med adgangskode"),
    "program i pdf": ("referat.pdf", files.pdf(script="app.alert(1)"), "programkode"),
    "fil i pdf": ("referat.pdf", files.pdf(within=PROGRAM), WITHIN),
    "fil på en side i pdf": ("referat.pdf", files.pdf(noted=PROGRAM), WITHIN),
    "fil i Word": ("referat.docx", files.word(extra={"word/embeddings/oleObject1.bin": PROGRAM}), WITHIN),
    "fil i Word, kaldt andet": (
        "referat.docx",
        files.word(extra={RELATED: relating("oleObject", "media/a.dat"), "word/media/a.dat": PROGRAM}),
        WITHIN,
    ),
    "fil i Word, af sin art": (
        "referat.docx",
        files.word(extra={"[Content_Types].xml": typed(OBJECT)}),
        WITHIN,
    ),
    "ActiveX i Word": ("referat.docx", files.word(extra={"word/activeX/activeX1.xml": "<a/>"}), WITHIN),
    "ActiveX i Word, kaldt andet": (
        "referat.docx",
        files.word(extra={RELATED: relating("control", "media/a.xml"), "word/media/a.xml": "<a/>"}),
        WITHIN,
    ),
    "Word i en skjult tegnkodning": (
        "referat.docx",
        files.word(extra={"word/settings.xml": '<?xml version="1.0" encoding="UTF-7"?><a/>'}),
        "gået i stykker",
    ),
    "pdf uden sider": ("referat.pdf", files.empty_pdf(), "ingen sider"),
    "afkortet billede": ("kort.jpg", files.photograph()[:-200], "beskadiget"),
    "CPR i navnet": ("sag 010180-1234.pdf", files.pdf(), "CPR-nummer"),
    "CPR i pdf": ("sag.pdf", files.pdf(words="Personen 010180-1234"), "CPR-nummer"),
    "CPR i Word": ("sag.docx", files.word("010180-</w:t></w:r><w:r><w:t>1234"), "CPR-nummer"),
}  # fmt: skip


@pytest.mark.parametrize("lie", LIES)
def test_what_lies_or_harms_is_refused_with_a_reason(lie):
    name, content, reason = LIES[lie]
    with pytest.raises(Refused, match=reason):
        received(name, content)


def test_a_link_to_a_page_about_controls_is_no_control():
    link = relating("hyperlink", "https://example.org/activex/oleObject")
    assert received("a.docx", files.word(extra={RELATED: link})).kind == WORD


def test_a_chart_in_word_brings_its_numbers_along():
    numbers = {"word/embeddings/Microsoft_Excel_Sheet1.xlsx": files.package(tal=b"1")}
    related = {RELATED: relating("package", "embeddings/Microsoft_Excel_Sheet1.xlsx")}
    assert received("a.docx", files.word(extra=numbers | related)).kind == WORD


HONEST = {
    "a.pdf": (files.pdf(), "a.pdf", PDF),
    "A.PDF": (files.pdf(), "A.pdf", PDF),
    "a.docx": (files.word(), "a.docx", WORD),
    "a.png": (files.picture(), "a.png", PNG),
    "a.JPG": (files.photograph(), "a.jpg", JPEG),
    "a.jpeg": (files.picture(), "a.png", PNG),  # its kind is told by what it is
}


@pytest.mark.parametrize("name", HONEST)
def test_pdf_word_and_pictures_are_kept(name):
    content, kept_name, kind = HONEST[name]
    got = received(name, content)
    assert (got.name, got.kind) == (kept_name, kind)


def test_pdf_and_word_are_kept_as_they_were_sent_and_a_picture_without_its_place():
    assert received("a.pdf", files.pdf()).content == files.pdf()
    written = files.word()
    assert received("a.docx", written).content == written
    kept = received("a.jpg", files.photograph()).content
    assert not Image.open(io.BytesIO(kept)).getexif()
    assert b"hemmelig" not in kept.lower()


def test_a_pdf_that_everybody_can_read_but_not_change_is_kept():
    assert received("a.pdf", files.pdf(owner="hemmelig")).kind == PDF


NAMES = {
    "../../etc/budget.pdf": "budget.pdf",
    r"C:\Users\mig\budget.pdf": "budget.pdf",
    "bud\u202eget\u200b.pdf": "budget.pdf",
    "bud\r\nget: \"2027\".pdf": "bud get- -2027.pdf",
    "  .pdf": "bilag.pdf",
    "...pdf": "bilag.pdf",
    "ra\u030ad.pdf": "råd.pdf",
    "tal 漢字.pdf": "tal.pdf",
    f"{'a' * 300}.pdf": f"{'a' * (LONGEST_NAME - 5)}.pdf",
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_name_is_one_that_every_system_can_keep(name):
    assert received(name, files.pdf()).name == NAMES[name]


def test_without_poppler_a_pdf_is_refused_in_words(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(Refused, match="kan ikke læse PDF"):
        received("a.pdf", files.pdf())


def test_a_word_document_that_takes_too_much_is_refused_in_words(monkeypatch):
    def too_much(*_):
        raise apart.TooMuch

    monkeypatch.setattr(apart, "run_apart", too_much)
    with pytest.raises(Refused, match="fylder for meget"):
        received("a.docx", files.word())
    monkeypatch.setattr(poppler, "run_apart", too_much)
    with pytest.raises(Refused, match="for tung"):
        received("a.pdf", files.pdf())
