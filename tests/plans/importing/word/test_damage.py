"""Damaged, foreign and hostile packages: read as far as they go, or refused in words."""

import inspect
import io
import random
import sys
import zipfile
from contextlib import suppress

import pytest

from plans.importing.blocks import Heading, Paragraph, Run
from plans.importing.word import read_word
from samarbejde.files.word_packages import DAMAGED
from samarbejde.transitions import Refused
from tests.plans.importing.test_files import RELATIONSHIPS
from tests.plans.importing.word.building import (
    HEADINGS,
    SPACES,
    cell,
    p,
    packed,
    r,
    read,
    relations,
    root,
    row,
    styled,
    table,
    texts,
    word,
)
from tests.plans.importing.word.test_boxes import box, drawn
from tests.plans.importing.word.test_notes import CALL, notes

WHOLE = word(
    styled("Møder", "Overskrift1") + p(r("Vi mødes") + CALL.format("footnote")), notes("footnote", p("ofte"))
)


ENTITY = '<!DOCTYPE x [<!ENTITY e "bombe">]>'


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def refused(content: bytes) -> str:
    with pytest.raises(Refused) as told:
        read_word(content)
    return str(told.value)


@pytest.mark.parametrize(
    "missing",
    ["[Content_Types].xml", "_rels/.rels", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"],
)
def test_a_package_can_do_without_most_of_its_parts(missing):
    found = read_word(packed({name: part for name, part in parts(WHOLE).items() if name != missing}))
    assert texts(found) == ["Møder", "Vi mødes"]
    assert (found.missing, found.invented) == ({}, {})


def test_the_document_is_found_by_its_relation_whatever_its_name():
    document = root("document", f"<w:body>{p('Møder')}</w:body>")
    every = {
        "_rels/.rels": RELATIONSHIPS.replace("word/document.xml", "/word/Document7.xml"),
        "word/document7.xml": document,
        "word/document.xml": root("document", f"<w:body>{p('en anden')}</w:body>"),
    }
    found = read_word(packed(every))
    assert texts(found) == ["Møder"]
    assert [one.text for one in found.left_out] == ["en anden"]


def strict(content: bytes, encoding: str) -> bytes:
    said = content.decode().replace('<?xml version="1.0"?>', f'<?xml version="1.0" encoding="{encoding}"?>')
    said = said.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006",
        "http://purl.oclc.org/ooxml/wordprocessingml",
    )
    return said.encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_strict_form_of_the_format_is_read_in_any_encoding(encoding):
    changed = {
        name: strict(part, encoding) if name.startswith("word/") else part
        for name, part in parts(WHOLE).items()
    }
    found = read_word(packed(changed))
    assert found.blocks[0] == Heading("afsnit 1", (Run("Møder"),), 1)
    assert found.blocks[1].runs[1].note.blocks == (Paragraph("afsnit 2", (Run("ofte"),)),)
    assert (found.missing, found.invented) == ({}, {})


@pytest.mark.parametrize(
    "document",
    [
        "",
        "ikke xml",
        root("document", "<w:body>").encode(),
        root("styles", ""),
        f"{ENTITY}<w:document {SPACES}><w:body/></w:document>",
        f'<?xml version="1.0" encoding="UTF-7"?>{ENTITY}<w:document {SPACES}/>'.replace("<!", "+ADwAIQ-"),
        root(
            "document", "<w:body>" + "<w:customXml>" * 300 + p("dybt") + "</w:customXml>" * 300 + "</w:body>"
        ),
    ],
)
def test_a_document_that_cannot_be_read_is_refused(document):
    assert refused(packed(parts(WHOLE) | {"word/document.xml": document})) == DAMAGED


@pytest.mark.parametrize(
    "open_",
    [
        ("<w:customXml>", "</w:customXml>", 240),
        ("<w:p><w:r><w:drawing><w:txbxContent>", "</w:txbxContent></w:drawing></w:r></w:p>", 60),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 80),
    ],
)
def test_what_stands_as_deep_as_it_can_is_read(open_):
    begin, end, times = open_
    assert [one.text for one in read(begin * times + p("dybt") + end * times).left_out] == []


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7", WHOLE[: len(WHOLE) // 2], WHOLE[100:]])
def test_what_is_no_whole_package_is_refused(content):
    assert refused(content)


def test_a_package_that_is_damaged_anywhere_is_read_or_refused():
    chance = random.Random(113)
    for _ in range(300):
        content = bytearray(WHOLE)
        for _ in range(chance.choice((1, 3, 20))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        content = content[: chance.choice((len(content), chance.randrange(len(content))))]
        with suppress(Refused):
            found = read_word(bytes(content))
            assert (found.missing, found.invented) == ({}, {})


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_package_may_be_packed_in_any_way_and_be_damaged_there(packing):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as package:
        for name, part in parts(WHOLE).items():
            package.writestr(name, part)
    content = bytearray(stream.getvalue())
    assert texts(read_word(bytes(content))) == ["Møder", "Vi mødes"]
    at = content.index(b"word/document.xml") + 40
    content[at : at + 20] = bytes(20)
    assert refused(bytes(content)) == DAMAGED


@pytest.mark.parametrize("target", ["..", "/", "", "../../etc/passwd", "document.xml", "styles.xml", "x:y"])
def test_a_relation_to_something_else_does_no_harm(target):
    kinds = {kind: f"{kind}::{target}" for kind in ("styles", "numbering", "footnotes", "endnotes")}
    found = read(p("a"), {"word/_rels/document.xml.rels": relations(**kinds)})
    assert texts(found) == ["a"]


def test_an_element_in_the_place_of_another_does_no_harm():
    wrong = f"<w:tr>{cell('a')}</w:tr>{r('b')}<w:tbl>{table(row(cell('c')))}</w:tbl><w:body>{p('d')}</w:body>"
    found = read_word(word(wrong + table(row(cell("e"))) + p(drawn(box()))))
    assert sorted(word_ for one in found.left_out for word_ in one.text.split()) == ["a", "b", "c", "d"]
    assert (found.missing, found.invented) == ({}, {})


def test_a_document_with_two_bodies_is_read_whole():
    found = read("a</w:body><w:body>".replace("a", p("a")) + p("b"))
    assert texts(found) == ["a", "b"]


def test_what_is_too_deep_for_the_program_that_reads_is_refused():
    deep = word("<w:customXml>" * 200 + p("dybt") + "</w:customXml>" * 200)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 150)
    try:
        assert refused(deep) == DAMAGED
    finally:
        sys.setrecursionlimit(limit)


def test_a_chain_of_styles_may_be_long_or_a_ring_and_a_document_large():
    chain = "".join(
        f'<w:style w:styleId="s{n}"><w:name w:val="s{n}"/><w:basedOn w:val="s{n + 1}"/></w:style>'
        for n in range(2_000)
    )
    body = "".join(styled(f"ord{n}", f"s{n}") for n in range(2_000))
    assert len(read(body, styles=HEADINGS + chain).blocks) == 2_000
