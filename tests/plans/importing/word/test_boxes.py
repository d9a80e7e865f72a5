"""Text boxes, pictures, and the same thing twice for older programs."""

import pytest

from plans.importing.blocks import Heading, Kind, LeftOut, Paragraph, Picture, Run
from tests.plans.importing.word.building import left_out, p, r, read, styled, texts


def drawn(inner: str, says: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="{says}"/>{inner}</wp:inline></w:drawing></w:r>'
    )


def box(*paragraphs: str) -> str:
    return f"<wp:box><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></wp:box>"


def old_box(*paragraphs: str) -> str:
    return f"<w:r><w:pict><v:shape><v:textbox>{box(*paragraphs)}</v:textbox></v:shape></w:pict></w:r>"


def twice(new: str, old: str) -> str:
    branches = f"<mc:Choice>{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    return f"<mc:AlternateContent>{branches}</mc:AlternateContent>"


@pytest.mark.parametrize("make", [old_box, lambda *said: drawn(box(*said))])
def test_a_box_is_read_after_the_paragraph_that_it_hangs_on(make):
    found = read(p(r("før") + make(styled("I boksen", "Overskrift1"), p("står der")) + r("efter")) + p("så"))
    assert found.blocks == (
        Paragraph("afsnit 1", (Run("førefter"),)),
        Heading("afsnit 2", (Run("I boksen"),), 1),
        Paragraph("afsnit 3", (Run("står der"),)),
        Paragraph("afsnit 4", (Run("så"),)),
    )


def test_a_box_in_a_box_is_read_once():
    assert texts(read(p(drawn(box(p("yder"), p(drawn(box(p("inder"))))))))) == ["yder", "inder"]


@pytest.mark.parametrize("outside", [True, False])
def test_a_box_that_is_there_twice_is_read_once(outside):
    new, old = drawn(box(p("Et afsnit"), p("til"))), old_box(p("Et"), p("afsnit til"))
    both = twice(new, old) if outside else f"<w:r>{twice(new[5:-6], old[5:-6])}</w:r>"
    found = read(p(r("a") + both))
    assert (texts(found), left_out(found)) == (["a", "Et afsnit", "til"], [])


def test_what_only_the_older_form_says_is_told():
    found = read(p(twice(drawn(box(p("ny"))), old_box(p("ny og ældre")))))
    assert (texts(found), left_out(found)) == (["ny"], [("FALLBACK", "ny og ældre")])


def test_the_older_form_is_read_where_the_newer_says_nothing():
    assert texts(read(p(r("Hej ") + f"<w:r>{twice('<wp:x/>', '<w:t>😊</w:t>')}</w:r>"))) == ["Hej 😊"]


def test_a_sign_of_later_word_is_read_and_its_older_form_is_not():
    both = twice('<symex:symEx symex:font="Segoe UI Emoji" symex:char="1F60A"/>', "<w:t>😊</w:t>")
    assert texts(read(p(r("Hej ") + f"<w:r>{both}</w:r>"))) == ["Hej 😊"]


def test_what_is_neither_form_is_told():
    both = twice(r("ny"), r("ny")).replace("<mc:Fallback>", f"{r('fremmed')}<mc:Fallback>")
    found = read(p(both))
    assert (texts(found), left_out(found)) == (["ny"], [("FALLBACK", "fremmed")])


def test_whole_paragraphs_may_be_there_twice():
    assert texts(read(twice(p("ny"), p("ny")))) == ["ny"]


@pytest.mark.parametrize(("look", "kind"), [("<w:vanish/>", "HIDDEN"), ("<w:strike/>", "STRUCK")])
def test_a_box_in_a_run_that_is_left_out_is_left_out(look, kind):
    boxed = drawn(box(p("en"), p("to"))).replace("<w:r>", f"<w:r><w:rPr>{look}</w:rPr>")
    assert left_out(read(p(r("a") + boxed))) == [(kind, "en\nto")]


PICTURE, CHART = "<pic:pic/>", "<c:chart/>"


@pytest.mark.parametrize(
    ("inner", "says", "shows"),
    [
        (PICTURE, "Et kort  over kredsen", "Et kort over kredsen"),
        (PICTURE, "", ""),
        (CHART, "", ""),
        ("<wp:line/>", "En streg", "En streg"),
        ("<wp:line/>", "", None),
    ],
)
def test_a_picture_says_what_it_shows(inner, says, shows):
    blocks = read(p(r("a") + drawn(inner, says))).blocks
    assert blocks[1:] == (() if shows is None else (Picture("afsnit 1", shows),))


def test_an_old_picture_says_what_it_shows():
    old = '<w:r><w:pict><v:shape alt="Et kort"><v:imagedata/></v:shape></w:pict></w:r>'
    assert read(p(old)).blocks == (Picture("afsnit 1", "Et kort"),)


def test_a_picture_that_was_deleted_is_none():
    assert read(p(f"<w:del>{drawn(PICTURE, 'Et kort')}</w:del>")).blocks == ()


@pytest.mark.parametrize("tag", ["altChunk", "subDoc"])
def test_another_file_in_the_document_is_told(tag):
    found = read(p("før") + f'<w:{tag} r:id="x"/>' + p("efter"))
    assert found.blocks[1] == LeftOut("efter afsnit 1", Kind.INSERTED_FILE, "")
    assert texts(found) == ["før", "efter"]
