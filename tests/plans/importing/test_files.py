"""Files of each kind are read, and those of other kinds refused in words."""

import io
import zipfile

import pikepdf
import pytest
from weasyprint import HTML

from plans.importing.files import read_file
from plans.importing.findings.reading import read_plan
from plans.importing.markup import as_html
from samarbejde.transitions import Refused

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONSHIPS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)
STYLES = (
    f'<?xml version="1.0"?><w:styles {NAMESPACE}>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Overskrift{n}"><w:name w:val="heading {n}"/></w:style>'
        for n in (1, 2, 3)
    )
    + '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>'
)
STYLES_OF_DOCUMENT = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"'
    ' Target="styles.xml"/></Relationships>'
)


def word_file(body: str, extra: dict[str, bytes | str] | None = None, *, prologue: str = "") -> bytes:
    document = f'<?xml version="1.0"?>{prologue}<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONSHIPS,
        "word/document.xml": document,
        "word/styles.xml": STYLES,
        "word/_rels/document.xml.rels": STYLES_OF_DOCUMENT,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (parts | (extra or {})).items():
            package.writestr(name, content)
    return stream.getvalue()


def paragraph(text: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def as_word(markdown: str) -> bytes:
    """The miniature as a Word document: headings by style, everything else a paragraph a line."""
    styles = {"# ": "Overskrift1", "## ": "Overskrift2", "### ": "Overskrift3", "#### ": "Overskrift3"}
    body = ""
    for line in filter(str.strip, markdown.split("\n")):
        mark = next((mark for mark in sorted(styles, key=len, reverse=True) if line.startswith(mark)), "")
        body += paragraph(line.removeprefix(mark).strip(), styles.get(mark, ""))
    return word_file(body)


def html_of(content: bytes) -> str:
    return as_html(read_file("plan.docx", content).blocks)


def package(name: str, said: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr(name, said)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("plan.txt", b"", "Filen er tom"),
        ("plan.txt", b" \n\t ", "Filen er tom"),
        ("plan.txt", "\u200b\u200b\ufeff".encode(), "indeholder ingen tekst"),
        ("plan.txt", bytes(range(256)) * 20, "ikke en tekstfil"),
        ("plan.txt", b"\x01\x02\x03\x04abc" * 50, "ikke en tekstfil"),
        ("plan.odt", b"hvad som helst", "et OpenDocument-dokument.*LibreOffice eller Word.*\\.docx"),
        (
            "plan.docx",
            package("mimetype", "application/vnd.oasis.opendocument.text"),
            "et OpenDocument-dokument",
        ),
        ("plan.rtf", b"{\\rtf1 Plan}", "en RTF-fil.*\\.docx"),
        ("plan.txt", b"{\\rtf1 Samarbejdsplan 2024}", "en RTF-fil.*\\.docx"),
        ("plan.txt", b"\n<!DOCTYPE HTML><p>Samarbejdsplan 2024", "en webside.*\\.docx"),
        ("plan.md", b"<?xml version='1.0'?>\n<html><p>Plan</p></html>", "en webside"),
        ("plan.htm", b"<p>Plan", "en webside"),
        ("plan.pages", b"PK\x03\x04", "et Pages-dokument.*Pages"),
        ("plan.xyz", b"hvad som helst", "»\\.xyz« kan ikke læses"),
        ("plan.txt", "Samarbejdsplan for lokalrÃ¥d ☃".encode(), "æ, ø og å er gået i stykker"),
        ("plan", b"hvad som helst", "»plan« kan ikke læses"),
        ("plan.docm", b"PK\x03\x04", "makroer"),
        ("plan.txt", b"%PDF-1.7 noget", "indholdet er noget andet"),
        ("plan.pdf", b"<html>hej</html>", "en webside"),
        ("plan.docx", b"ren tekst", "ikke sådan en fil"),
        ("plan.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "ældre Word-format"),
        (
            "plan.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "er beskyttet med adgangskode",
        ),
        ("plan.txt", b"a" * 20_000_001, "mere end 20 MB"),
        ("plan.txt", b"ord " * 300_000, "for lang"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(name, content, reason):
    with pytest.raises(Refused, match=reason):
        read_file(name, content)


def test_a_word_document_is_read_as_the_same_plan(miniature, miniature_text, places):
    plan = read_plan(read_file("plan.docx", as_word(miniature_text)), places)
    assert [(s.kind, s.number, s.heading) for s in plan.sections] == [
        (s.kind, s.number, s.heading) for s in miniature.sections
    ]
    assert plan.priorities == miniature.priorities
    assert plan.signatories == miniature.signatories
    assert plan.prevention_areas == miniature.prevention_areas


def test_word_lists_tables_and_bold_words_are_kept():
    body = (
        '<w:p><w:r><w:t xml:space="preserve">Vi er </w:t></w:r>'
        "<w:r><w:rPr><w:b/></w:rPr><w:t>meget</w:t></w:r>"
        '<w:r><w:t xml:space="preserve"> glade</w:t><w:br/><w:t>i dag</w:t></w:r></w:p>'
        "<w:tbl><w:tr><w:tc>"
        + paragraph("Sted")
        + "</w:tc><w:tc>"
        + paragraph("Tal")
        + "</w:tc></w:tr></w:tbl>"
    )
    assert html_of(word_file(body)) == (
        "<p>Vi er <strong>meget</strong> glade<br>i dag</p>"
        "<table><tbody><tr><td>Sted</td><td>Tal</td></tr></tbody></table>"
    )


def test_a_table_in_a_table_is_read_once():
    def table(*cells: str) -> str:
        return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"

    body = table(paragraph("Ydre"), table(paragraph("Indre")) + paragraph("Mere"))
    assert html_of(word_file(body)).count("Indre") == 1


def test_word_lists_keep_their_marks_and_their_order():
    def item(text: str, kind: int, level: int = 0) -> str:
        look = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{kind}"/></w:numPr></w:pPr>'
        return paragraph(text).replace("<w:r>", f"{look}<w:r>", 1)

    def numbering(kind: int, look: str) -> str:
        shown = "•" if look == "bullet" else "%1."
        levels = "".join(
            f'<w:lvl w:ilvl="{n}"><w:numFmt w:val="{look}"/><w:lvlText w:val="{shown}"/></w:lvl>'
            for n in (0, 1)
        )
        return f'<w:abstractNum w:abstractNumId="{kind}">{levels}</w:abstractNum>'

    parts = {
        "word/numbering.xml": f'<?xml version="1.0"?><w:numbering {NAMESPACE}>'
        + numbering(1, "bullet")
        + numbering(2, "decimal")
        + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
        + "</w:numbering>",
        "word/_rels/document.xml.rels": STYLES_OF_DOCUMENT.replace(
            "</Relationships>",
            '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"'
            ' Target="numbering.xml"/></Relationships>',
        ),
    }
    body = item("Ude", 1) + item("Inde", 1, 1) + item("Atter ude", 1) + item("Et", 2) + item("To", 2)
    assert html_of(word_file(body, parts)) == (
        "<ul><li>Ude<ul><li>Inde</li></ul></li><li>Atter ude</li></ul><ol><li>Et</li><li>To</li></ol>"
    )


def test_a_word_document_of_empty_paragraphs_is_refused():
    with pytest.raises(Refused, match="ingen tekst"):
        read_file("plan.docx", word_file("<w:p/>" * 700_000))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (as_word("# A\n\nB")[:400], "gået i stykker"),
        (word_file(paragraph("x"), {"word/vbaProject.bin": b"\0"}), "makroer"),
        (word_file(paragraph("x"), {f"word/media/{n}": b"" for n in range(2100)}), "pakkes ud"),
        (word_file(paragraph("x"), {"word/media/a.bmp": b"\0" * 100_000_001}), "pakkes ud"),
        (word_file("<w:p/>" * 900_000), "fylder for meget"),
        (
            word_file(paragraph("&a;"), prologue='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
            "gået i stykker",
        ),
        (word_file("<w:p><w:r>"), "gået i stykker"),
        (word_file("<w:sdt>" * 20_000 + "</w:sdt>" * 20_000), "gået i stykker|ingen tekst"),
        (word_file(""), "ingen tekst"),
    ],
    ids=["truncated", "macros", "many parts", "bomb", "long", "entity", "broken", "deep", "empty"],
)
def test_a_harmful_word_document_is_refused(content, reason):
    with pytest.raises(Refused, match=reason):
        read_file("plan.docx", content)


def test_a_zip_that_is_no_word_document_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("../../noget.txt", "hej")
    with pytest.raises(Refused, match="ikke et Word-dokument"):
        read_file("plan.docx", stream.getvalue())


def pdf_file(html: str, base_url: str | None = None) -> bytes:
    return HTML(string=f"<html lang=da><body>{html}</body></html>", base_url=base_url).write_pdf()


def test_a_pdf_is_read_with_its_headings_and_without_its_page_numbers(places):
    page = "@page { size: A5; @bottom-center { content: counter(page) } } h2 { margin: 2em 0 1em }"
    filler = "".join(f"<p>Afsnit {n} handler om noget nyt, og det skal med.</p>" for n in range(40))
    content = pdf_file(
        f"<style>{page}</style><h1>SAMARBEJDSPLAN 2024</h1><p>Nordjyllands Politi</p>"
        f"<h2>1. Møder</h2>{filler}"
        "<h2>2. Emner</h2><p>Blå lys på stierne.</p><ul><li>Lamper</li><li>Hegn</li></ul>"
    )
    plan = read_plan(read_file("plan.pdf", content), places)
    assert [(section.number, section.heading) for section in plan.sections] == [
        ("1", "Møder"),
        ("2", "Emner"),
    ]
    assert plan.sections[1].body == "<p>Blå lys på stierne.</p><ul><li>Lamper</li><li>Hegn</li></ul>"
    assert plan.sections[0].body.count("skal med.") == 40
    assert "<p>2</p>" not in plan.sections[0].body


def test_what_stands_above_and_below_the_text_of_every_page_is_read_once(places):
    page = (
        "@page { size: A5; @top-left { content: 'Nordjyllands Politi' }"
        " @bottom-center { content: 'Samarbejdsplan 2024 · Side ' counter(page) ' af ' counter(pages) } }"
    )
    filler = "".join(
        f"<p>Afsnit {n} handler om noget nyt, som ingen har set før, og det</p>" for n in range(60)
    )
    content = pdf_file(f"<style>{page}</style><h1>SAMARBEJDSPLAN 2024</h1><h2>1. Møder</h2>{filler}")
    plan = read_plan(read_file("plan.pdf", content), places)
    assert plan.sections[0].body.count("og det") == 60
    assert "Side" not in plan.sections[0].body
    assert plan.left_out[0] == "Sidehoved (1): »Nordjyllands Politi«"
    assert plan.left_out[1].startswith("Sidefod (")


@pytest.mark.parametrize(
    ("change", "reason"),
    [(lambda pdf: pdf[: len(pdf) // 3], "beskadiget"), (lambda pdf: pdf, "nok skannet")],
    ids=["truncated", "scanned"],
)
def test_a_pdf_without_text_is_refused(change, reason):
    content = pdf_file('<div style="background: navy; width: 9cm; height: 9cm"></div>')
    with pytest.raises(Refused, match=reason):
        read_file("plan.pdf", change(content))


def test_a_locked_pdf_is_refused():
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_file("<p>Hemmeligt</p>"))) as pdf:
        pdf.save(stream, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(Refused, match="beskyttet med adgangskode"):
        read_file("plan.pdf", stream.getvalue())
