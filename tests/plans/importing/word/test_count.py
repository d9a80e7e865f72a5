"""The count of words knows nothing of the walk: what the walk forgets or runs together shows against it."""

from collections import Counter

import pytest

from plans.importing.blocks import BREAK
from plans.importing.word import besides, inside, paragraph, read_word, walk
from tests.plans.importing.word.building import cell, left_out, p, r, root, row, table, word
from tests.plans.importing.word.test_boxes import box, drawn
from tests.plans.importing.word.test_changes import LOST_END, deleted
from tests.plans.importing.word.test_notes import CALL, notes

SIMPLE_FIELD = f'<w:fldSimple w:instr="DATE">{r("FELT")}</w:fldSimple>'
BODY = (
    p(r("Vi mødes ") + SIMPLE_FIELD + r(" her") + "<w:r><w:br/></w:r>" + r("og der"))
    + p(r("noter") + CALL.format("footnote") + r(" og ") + r("skjult", "<w:vanish/>") + drawn(box(p("BOKS"))))
    + table(row(cell("CELLE")))
    + p(r("slut") + deleted("gammelt"), LOST_END)
    + p(f"<w:sdt><w:sdtContent>{r('punktum')}</w:sdtContent></w:sdt>")
)
PARTS = notes("footnote", p("NOTE")) | {"word/header1.xml": root("hdr", p("HOVED"))}


def account() -> tuple[Counter[str], Counter[str]]:
    found = read_word(word(BODY, PARTS))
    return found.missing, found.invented


def test_nothing_is_missing_and_nothing_invented():
    assert account() == (Counter(), Counter())


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("fldSimple", "FELT"),
        ("sdt", "punktum"),
        ("del", "gammelt"),
        ("drawing", "BOKS"),
        ("footnoteReference", "NOTE"),
    ],
)
def test_what_the_walk_does_not_know_is_told_by_its_own_words(tag, words, monkeypatch):
    known = {name: enter for name, enter in inside._ENTER.items() if not name.endswith(f"}}{tag}")}
    monkeypatch.setattr(inside, "_ENTER", known)
    found = read_word(word(BODY, PARTS))
    kind = "UNCALLED_NOTE" if words == "NOTE" else "UNKNOWN"
    assert (kind, words) in left_out(found)
    assert (found.missing, found.invented) == (Counter(), Counter())


def test_what_is_visited_and_not_said_is_missing(monkeypatch):
    say = paragraph.OpenParagraph.say
    monkeypatch.setattr(
        paragraph.OpenParagraph,
        "say",
        lambda self, text, around: None if around.asides else say(self, text, around),
    )
    assert account() == (Counter(["skjult", "gammelt"]), Counter())


def test_a_table_that_is_forgotten_after_the_visit_is_missing(monkeypatch):
    def forgetful(*arguments):
        real(*arguments)
        return []

    real = walk.read_table
    monkeypatch.setattr(walk, "read_table", forgetful)
    assert account() == (Counter(["CELLE"]), Counter())


def test_words_that_are_run_together_are_invented(monkeypatch):
    real = inside.letters
    monkeypatch.setattr(inside, "letters", lambda element: real(element).replace(BREAK, ""))
    assert account() == (Counter(["her", "og"]), Counter(["herog"]))


def test_words_that_are_said_twice_are_invented(monkeypatch):
    real = walk.Walk.blocks
    monkeypatch.setattr(walk.Walk, "blocks", lambda self, parent: [*real(self, parent)] * 2)
    missing, invented = account()
    assert (missing, invented["FELT"]) == (Counter(), 1)


def test_without_the_search_for_the_unknown_its_words_are_missing(monkeypatch):
    monkeypatch.setattr(besides, "_not_understood", lambda package, walk: [])
    found = read_word(word(p("a") + f"<w:nyt>{p('b')}</w:nyt>"))
    assert found.missing == Counter(["b"])
