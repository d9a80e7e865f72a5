"""Tracked changes: carried out and counted, or left out and told."""

from plans.importing.blocks import Kind, LeftOut, Paragraph, Run
from tests.plans.importing.word.building import cell, left_out, p, r, read, root, row, running, table, texts


def deleted(text: str) -> str:
    return f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def inserted(text: str) -> str:
    return f"<w:ins>{r(text)}</w:ins>"


LOST_END = "<w:rPr><w:del/></w:rPr>"


def test_new_words_are_text_and_old_ones_are_left_out():
    found = read(p(r("for ") + inserted("tolv") + deleted("elleve") + r(" kommuner")))
    assert found.blocks == (
        Paragraph("afsnit 1", (Run("for tolv kommuner"),)),
        LeftOut("afsnit 1", Kind.DELETED, "elleve"),
    )
    assert found.followed == {"sporet tilføjelse": 1}


def test_what_was_moved_stands_where_it_is_now():
    away, here = f"<w:moveFrom>{r('før')}</w:moveFrom>", f"<w:moveTo>{r('nu')}</w:moveTo>"
    found = read(p(r("her ") + away) + p(here))
    assert (texts(found), left_out(found)) == (["her", "nu"], [("MOVED_AWAY", "før")])
    assert found.followed == {"flyttet tekst, hvor den står nu": 1}


def test_a_change_of_whole_paragraphs():
    found = read(f"<w:ins>{p('ny')}</w:ins><w:del>{p('en')}{p('to')}</w:del>{p('ved')}")
    assert (texts(found), left_out(found)) == (["ny", "ved"], [("DELETED", "en\nto")])
    assert found.followed == {"sporet tilføjelse": 1}


def test_what_was_inserted_and_deleted_again_is_not_followed():
    found = read(p(r("a") + f"<w:ins>{deleted('b')}</w:ins>"))
    assert (texts(found), left_out(found), found.followed) == (["a"], [("DELETED", "b")], {})


def test_a_deletion_in_a_word_leaves_one_word_and_in_pieces_is_one_deletion():
    found = read(p(r("kreds") + deleted("rå") + deleted("ds") + r("råd")))
    assert (texts(found), left_out(found)) == (["kredsråd"], [("DELETED", "råds")])


def test_words_between_two_deletions_part_them_and_a_sign_that_shows_nothing_does_not():
    found = read(p(deleted("a") + r("x") + deleted("b") + "<w:r><w:softHyphen/></w:r>" + deleted("c")))
    assert (texts(found), left_out(found)) == (["x"], [("DELETED", "a"), ("DELETED", "bc")])


def test_a_deleted_paragraph_end_joins_two_paragraphs_without_glueing_their_words():
    found = read(p(r("Vi mødes") + deleted("ofte"), LOST_END) + p(deleted("nu"), LOST_END) + p("i maj."))
    assert found.blocks == (
        Paragraph("afsnit 1", (Run("Vi mødes i maj."),)),
        LeftOut("afsnit 1", Kind.DELETED, "ofte"),
        LeftOut("afsnit 1", Kind.DELETED, "nu"),
    )


def test_a_deleted_paragraph_end_at_the_end_loses_nothing():
    found = read(
        p("før", LOST_END)
        + table(row(cell("inde").replace("<w:pPr>", f"<w:pPr>{LOST_END}")))
        + p("a", LOST_END)
    )
    assert [type(block).__name__ for block in running(found)] == ["Paragraph", "Table", "Paragraph"]
    assert texts(found) == ["før", "a"]


def test_earlier_looks_that_were_tracked_hide_nothing():
    look = "<w:rPrChange><w:rPr><w:vanish/><w:b/></w:rPr></w:rPrChange>"
    assert read(p(r("Møder", look))).blocks == (Paragraph("afsnit 1", (Run("Møder"),)),)


def test_a_note_whose_call_was_deleted_is_deleted():
    notes = f'<w:footnote w:id="2">{p("Se bilag")}</w:footnote>'
    call = '<w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:del>'
    found = read(p(r("a") + call), {"word/footnotes.xml": root("footnotes", notes)})
    assert left_out(found) == [("DELETED", "Se bilag")]
