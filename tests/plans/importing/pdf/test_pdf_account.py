"""Every letter of a PDF stands in its reading, and none besides; words are not run together."""

import random
from collections import Counter
from contextlib import suppress

import pytest

from plans.importing.blocks import ReadFile, words_of
from plans.importing.pdf import read_pdf, running_text, tagged
from samarbejde.transitions import Refused
from tests.plans.importing.pdf.files import MEETING, drawn, letters_in, line, pdf_file, read_whole

BOTH = pytest.mark.parametrize("with_tags", [True, False], ids=["tagged", "untagged"])
EVERYTHING = (
    "<h1>Samarbejdsplan 2026</h1><p>1. Møder ..... 2</p><h2>1. Møder</h2>"
    f"<p>{MEETING} <b>Husk</b> m<sup>2</sup>.</p>"
    "<ul><li>Lys<ol><li>Ude</li><li>Inde</li></ol></li><li>Hegn</li></ul>"
    "<table><tr><th>Navn<th>Tal</tr><tr><td>Herning<td>1.234</tr></table>"
    f"<div style='columns: 2'>{f'<p>{MEETING}</p>' * 9}</div>{f'<p>{MEETING}</p>' * 30}"
)
STYLE = (
    "@page { @top-left { content: 'Politi' } @bottom-right { content: counter(page) } }"
    " td { border: 1px solid }"
)


@BOTH
def test_all_letters_once(with_tags):
    read = read_whole(pdf_file(EVERYTHING, STYLE, tagged=with_tags))
    text = (
        "Samarbejdsplan 2026 1.Møder.....2 1. Møder Husk m2. •Lys 1.Ude 2.Inde •Hegn Navn Tal Herning 1.234"
    )
    text = [*text.split(), *MEETING.split() * 40, "Politi", *"1234"[: pages_in(read)]]
    assert read.by_letters
    assert sum(letters_in(read).values()) == sum(len(word) for word in text)


@BOTH
def test_no_words_are_run_together(with_tags):
    read = read_whole(pdf_file(EVERYTHING, STYLE, tagged=with_tags))
    said = {
        "Samarbejdsplan",
        "2026",
        "1.",
        "Møder",
        "Husk",
        "m2.",
        "Lys",
        "Ude",
        "Inde",
        "Hegn",
        "Navn",
        "Tal",
    }
    known = said | {"Herning", "1.234", "2.", "•"} | set(MEETING.split())
    assert set(words_of(read.blocks)) <= known


def test_letters_are_counted_without_blanks_and_with_the_letters_of_ligatures():
    read = read_pdf(drawn(line("En plan, en", 72, 700)))
    assert letters_in(read) == Counter("Enplan,en")


def pages_in(read: ReadFile) -> int:
    return max(int(block.place.removeprefix("side ")) for block in read.blocks)


@BOTH
def test_what_the_reading_forgets_shows(with_tags, monkeypatch):
    real = running_text.rows_of
    monkeypatch.setattr(running_text, "rows_of", lambda pieces: real(pieces)[:1])
    read = read_pdf(pdf_file(f"<p>{MEETING}</p>", tagged=with_tags))
    assert read.missing
    assert not read.invented


def test_letters_that_no_block_takes_are_told(monkeypatch):
    monkeypatch.setattr(tagged, "_rows", lambda node: ([], []))
    html = f"{f'<p>{MEETING}</p>' * 9}<h1>Plan</h1><table><tr><td>Herning</tr></table>"
    read = read_pdf(pdf_file(html, tagged=True))
    assert [one.text for one in read.left_out] == ["Herning"]
    assert not read.missing


@BOTH
def test_whatever_is_broken_is_read_or_refused(with_tags):
    content, chance = pdf_file(EVERYTHING, STYLE, tagged=with_tags), random.Random(7)
    for _ in range(60):
        damaged = bytearray(content)
        for _ in range(chance.randint(1, 30)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        with suppress(Refused):
            read_pdf(bytes(damaged[: chance.choice([None, chance.randrange(len(damaged))])]))
