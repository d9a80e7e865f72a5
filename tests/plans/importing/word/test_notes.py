"""Notes where the text calls for them, and links from them."""

import pytest

from plans.importing.blocks import Footnote, Paragraph, Run
from tests.plans.importing.word.building import left_out, p, r, read, relations, root

CALL = '<w:r><w:{}Reference w:id="2"/></w:r>'


def notes(kind: str, *said: str) -> dict[str, bytes | str]:
    inner = "".join(f'<w:{kind} w:id="{n}">{one}</w:{kind}>' for n, one in enumerate(said, 2))
    return {f"word/{kind}s.xml": root(f"{kind}s", inner)}


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_stands_where_it_is_called_for(kind):
    ref = f"<w:r><w:{kind}Ref/></w:r>"
    body = p("før") + p(r("45 m") + CALL.format(kind) + r(" bred"))
    found = read(body, notes(kind, p(ref + r(" Målt i maj")) + p("to gange")))
    inner = (Paragraph("afsnit 2", (Run("Målt i maj"),)), Paragraph("afsnit 2", (Run("to gange"),)))
    runs = (Run("45 m"), Run("", note=Footnote("afsnit 2", inner)), Run(" bred"))
    assert found.blocks[1] == Paragraph("afsnit 2", runs)


def test_a_paragraph_of_a_note_alone_is_kept():
    [block] = read(p(CALL.format("footnote")), notes("footnote", p("kilde"))).blocks
    assert [run.note is None for run in block.runs] == [False]


def test_a_note_is_read_once_and_one_that_nothing_calls_for_is_told():
    body = p(r("a") + CALL.format("footnote") + CALL.format("footnote"))
    found = read(body, notes("footnote", p("kaldt"), p("glemt") + p("væk"), p(" ")))
    assert left_out(found) == [("UNCALLED_NOTE", "glemt\nvæk")]


def test_notes_that_call_for_each_other_do_not_go_on_for_ever():
    calls = [p(r(f"n{n}") + CALL.format("footnote").replace('"2"', f'"{n}"')) for n in range(3, 400)]
    found = read(p(r("a") + CALL.format("footnote")), notes("footnote", *calls))
    assert len(left_out(found)) == 396


def test_notes_are_found_by_their_relation_whatever_their_name():
    [xml] = notes("footnote", p("kilde")).values()
    parts = {
        "word/noter/n.xml": xml,
        "word/_rels/document.xml.rels": relations(a="footnotes::noter/n.xml"),
    }
    found = read(p(r("a") + CALL.format("footnote")), parts)
    assert (found.blocks[0].runs[1].note is None, left_out(found)) == (False, [])


def test_a_link_is_of_the_part_that_it_stands_in():
    link = f'<w:hyperlink r:id="a">{r("her")}</w:hyperlink>'
    parts = notes("footnote", p(link)) | {
        "word/_rels/document.xml.rels": relations(a="https://politi.dk"),
        "word/_rels/footnotes.xml.rels": relations(a="https://dst.dk"),
    }
    [block] = read(p(link + CALL.format("footnote")), parts).blocks
    [inner] = block.runs[1].note.blocks
    assert (block.runs[0].link, inner.runs[0].link) == ("https://politi.dk", "https://dst.dk")


@pytest.mark.parametrize("target", ["javascript:x", "file:///etc/passwd", "..", ""])
def test_a_link_to_anything_else_is_none(target):
    link = f'<w:hyperlink r:id="a">{r("her")}</w:hyperlink>'
    parts = {"word/_rels/document.xml.rels": relations(a=target)}
    assert read(p(link), parts).blocks == (Paragraph("afsnit 1", (Run("her"),)),)
