"""The checks can fail: each rule is broken once on a document that keeps them all."""

import io
import re

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.plans.publication.pdf.damage import (
    Break,
    added,
    added_stream,
    after_first_mark,
    broken,
    content,
    drop,
    first,
    font,
    info,
    inner_font,
    link,
    metadata,
    put,
    root,
    said_of,
)
from tests.plans.publication.pdf.reading import tags


def owners_of_page_3(pdf: Pdf) -> Array:
    return pdf.Root.StructTreeRoot.ParentTree.Nums[5]


def attached(pdf: Pdf) -> None:
    file = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("a.txt"), UF=String("a.txt")))
    pdf.Root.Names.EmbeddedFiles = Dictionary(Names=Array([String("a.txt"), file]))


def drawing(pdf: Pdf, operators: bytes) -> Stream:
    return pdf.make_stream(operators, Subtype=Name.Form)


def unreadable(pdf: Pdf) -> None:
    pdf.pages[2].Contents = Stream(pdf, b"x", Filter=Name.Nyt)


def as_field(pdf: Pdf) -> None:
    note = link(pdf)
    note.Subtype, note.FT = Name.Widget, Name.Sig
    pdf.Root.AcroForm = Dictionary(Fields=Array([note]))


def to_nowhere(pdf: Pdf) -> None:
    del link(pdf).Dest
    link(pdf).A = Dictionary(S=Name.GoTo, D=String("væk"))


CONSISTENCY: list[tuple[str, Break]] = [
    ("7.1, side 3: der er indhold, som hverken", content(b"/Span\n<</MCID 0>>\nBDC", b"/Span\nBMC")),
    (
        "7.1, side 3: der er indhold, som hverken",
        content(b"/Span\n<</MCID 0>>\nBDC", b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI\n/Span\n<</MCID 0>>\nBDC"),
    ),
    ("7.1, side 3: der er pynt inde i", after_first_mark(b"/Artifact BMC q 0 0 1 1 re f Q EMC")),
    ("7.1: dokumentet har intet træ", drop(root, "StructTreeRoot")),
    ("14.7.4, side 3: mærke 0 hører ikke til netop", content(b"/MCID 1>>", b"/MCID 0>>")),
    ("14.7.4, side 3: mærke 0, som træet nævner, findes ikke", content(b"/MCID 0>>", b"/MCID 999>>")),
    ("14.7.4.4, side 3: mærke 0", lambda pdf: owners_of_page_3(pdf).__setitem__(0, first("P")(pdf))),
    ("14.7.4.4: forældretræet mangler", drop(lambda pdf: pdf.Root.StructTreeRoot, "ParentTree")),
    ("14.6.1, side 3: noget begynder", content(b"EMC", b"")),
    ("7.8.2, side 3: indholdet kan ikke læses", unreadable),
    ("14.7.2: P peger på en anden", lambda pdf: put(first("P"), "P", first("H2")(pdf))(pdf)),
    ("7.5: en celle viser hen", lambda pdf: put(lambda _: first("TD")(pdf).A, "Headers", Array(["x"]))(pdf)),
    ("7.18.5, side 2: et link står ikke i træet", put(link, "StructParent", 9999)),
]

ACCESSIBILITY: list[tuple[str, Break]] = [
    ("5: dokumentet siger ikke", metadata(b"<pdfuaid:part>1", b"<pdfuaid:part>2")),
    ("7.1: dokumentet siger ikke, at alt", drop(root, "MarkInfo")),
    ("7.1: titlen mangler", metadata(b"dc:title", b"dc:titel")),
    ("7.1: læseren viser ikke titlen", drop(root, "ViewerPreferences")),
    ("7.2: dokumentets sprog", drop(root, "Lang")),
    ("12.3.3: bogmærker", drop(root, "Outlines")),
    ("7.4.2: overskrifterne springer fra niveau 1 til 4", put(first("H2"), "S", Name.H4)),
    ("7.1: Brev er ikke et standardmærke", put(first("P"), "S", Name.Brev)),
    ("7.2: LI holder P", put(first("LBody"), "S", Name.P)),
    ("7.2: TH står i Div", put(first("TR"), "S", Name.Div)),
    ("7.2: TR holder indhold uden mærke", lambda pdf: first("TR")(pdf).K.append(7)),
    ("7.3: et billede mangler", put(first("P"), "S", Name.Figure)),
    ("7.5: en overskriftscelle", drop(lambda pdf: first("TH")(pdf).A, "Scope")),
    ("7.2: en tabel har to hoveder", lambda pdf: put(lambda _: tags(pdf, "TBody")[-1], "S", Name.THead)(pdf)),
    ("7.2: en tabels rækker er ikke lige brede: [2, 3]", lambda pdf: first("TR")(pdf).K.__delitem__(0)),
    ("7.2: en tabels titel", lambda pdf: tags(pdf, "Table")[-1].K.insert(1, first("Caption")(pdf))),
    ("7.2: volapyk! er ikke et sprog", put(first("P"), "Lang", String("volapyk!"))),
    ("7.18.3, side 2", drop(lambda pdf: pdf.pages[1].obj, "Tabs")),
    ("7.18.5, side 2: et link siger ikke", drop(link, "Contents")),
    ("12.3.2, side 2: et link fører til væk", put(link, "Dest", String("væk"))),
    ("12.3.2, side 2: et link fører til væk", to_nowhere),
    ("7.18.4, side 2: et formularfelt står ikke i træet", as_field),
    ("7.18.1, side 2: et formularfelt siger ikke i ord", as_field),
    ("7.18.1, side 2: en note står ikke i træet", put(link, "Subtype", Name.Stamp)),
    ("7.21.4.1: skrifttypen", drop(lambda pdf: inner_font(pdf).FontDescriptor, "FontFile2")),
    ("7.21.7: skrifttypen", drop(font, "ToUnicode")),
    ("har tegn uden betydning", lambda pdf: put(font, "ToUnicode", pdf.make_stream(b"<0003> <0000>"))(pdf)),
    ("7.21.3.2: skrifttypen", drop(inner_font, "CIDToGIDMap")),
]

ARCHIVE: list[tuple[str, Break]] = [
    ("6.5.2: noget sker af sig selv", put(root, "AA", Dictionary())),
    ("6.5.1: der er JavaScript", put(lambda pdf: pdf.Root.Names, "JavaScript", Dictionary())),
    ("6.5.1: der er JavaScript", added(S=Name.Rendition, JS=String("x"))),
    ("6.4: dokumentet har en formular", put(root, "AcroForm", Dictionary(NeedAppearances=True))),
    ("6.8: den vedlagte fil a.txt hører ikke til noget", attached),
    ("6.8: den vedlagte fil uden navn siger ikke, hvad", added(Type=Name.Filespec)),
    ("6.2.3: der skal være netop én farveprofil", drop(root, "OutputIntents")),
    ("6.2.4: farveprofilen", put(lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile, "N", 4)),
    ("6.4: dokumentet har en formular", put(root, "AcroForm", Dictionary(XFA=String("x")))),
    ("6.1.12: dokumentet har rettigheder", put(root, "Perms", Dictionary(X=1))),
    ("6.2.4.3: der er trykfarver", lambda pdf: put(root, "X", drawing(pdf, b"0 0 0 1 k"))(pdf)),
    ("6.1.7.1: indhold ligger", added_stream(F=String("a"))),
    ("6.2.8.3: et billede vil", added_stream(Subtype=Name.Image, Interpolate=True)),
    ("6.2.8: et billede har", added_stream(Subtype=Name.Image, OPI=1)),
    ("6.2.4.3: et billede har", added_stream(Subtype=Name.Image, ColorSpace=Name.DeviceCMYK)),
    ("6.2.9: indhold er PostScript", added_stream(Subtype=Name.PS)),
    ("6.5.1: handlingen /Launch", added(S=Name.Launch)),
    ("6.2.5: farver omregnes", added(Type=Name.ExtGState, TR=1)),
    ("6.2.10: blandingen /Sjov", added(BM=Name.Sjov)),
    ("6.1.13: et navn eller en tekst", put(root, "X", String("x" * 40_000))),
    ("6.3.1, side 2: en note af arten Movie", put(link, "Subtype", Name.Movie)),
    ("6.3.2, side 2: et link trykkes ikke", put(link, "F", 2)),
    ("6.3.3, side 2: en note siger ikke, hvordan", put(link, "Subtype", Name.Stamp)),
    ("6.1.13, side 1: formatet", put(lambda pdf: pdf.pages[0].obj, "MediaBox", Array([0, 0, 20_000, 9]))),
    ("6.2.4.3, side 3: der er trykfarver", after_first_mark(b"0 0 0 1 k")),
    ("6.2.11.8, side 3: der er et tegn", after_first_mark(b"[<0000>] TJ")),
    ("6.1.13, side 3: der er tegnet i", after_first_mark(b"q " * 30 + b"Q " * 30)),
    ("6.6.2.1: metadata mangler", drop(root, "Metadata")),
    ("6.6.2.1: metadata er ikke XML", metadata(b"</rdf:RDF>", b"")),
    ("6.6.2.1: metadata har en forældet", metadata(b'begin=""', b'begin="" bytes="9"')),
    ("6.6.4: dokumentet siger ikke", metadata(b'part="3"', b'part="2"')),
    ("6.6.3: Title er ikke", info("Title", "En anden")),
    ("6.6.3: CreationDate er ikke", info("CreationDate", "D:20200101000000Z")),
    (
        "6.6.2.3: http://www.aiim.org/pdfua/ns/id/",
        metadata(b"URI>http://www.aiim.org/pdfua", b"URI>http://x"),
    ),
]


@pytest.mark.parametrize(
    ("said", "damage"), [pytest.param(*case, id=case[0]) for case in CONSISTENCY + ACCESSIBILITY + ARCHIVE]
)
def test_a_broken_rule_is_named(sound, said, damage):
    found = broken(sound, damage)
    assert any(said in problem for problem in found), found


def test_a_document_that_keeps_every_rule_has_no_problems(sound):
    assert broken(sound, lambda pdf: None) == []


@pytest.mark.parametrize(
    ("said", "old", "new"),
    [
        ("6.1.2: filens første linjer", rb"%PDF-1\.7\n%....", b"%PDF-2.0\n%abcd"),
        ("6.1.3: der står noget efter", rb"%%EOF\n$", b"%%EOF\nmere\n"),
        ("6.1.3: filens kendemærke", rb"/ID \[.*\]", b""),
    ],
)
def test_a_file_with_a_broken_frame_is_named(sound, said, old, new):
    damaged = re.sub(old, new, sound)
    assert damaged != sound
    assert any(said in problem for problem in said_of(damaged))


def test_a_locked_file_is_named(sound):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sound)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="x", user=""))
    assert "19005-3, 6.1.3: filen er låst" in said_of(out.getvalue())
