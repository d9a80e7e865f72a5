"""The importer's own check that no word is lost: it sees each way a word can be, and each way it can go."""

import pytest

from plans.importing.blocks import Paragraph, Run
from plans.importing.findings import account
from plans.importing.findings.plan import ReadPlan, ReadSection
from plans.importing.text import read_text

FIRST, SECOND, THIRD = "Vi går ture i byen.", "Vi sætter lys op på stierne.", "Vi måler fart ved skolerne."
TEXT = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def paragraph(text: str) -> Paragraph:
    return Paragraph("linje 1", (Run(text),))


def missing_sentences(text: str, reading: ReadPlan) -> list[str]:
    return account.missing_sentences(read_text(text).blocks, reading)


def sentences_of(text: str) -> list[str]:
    return list(account.sentences_of(read_text(text).blocks))


def section(heading: str = "", *texts: str, written: str = "") -> ReadSection:
    blocks = [paragraph(text) for text in texts]
    return ReadSection("chapter", heading, 1, "1", written, before=blocks)


def plan(*sections: ReadSection) -> ReadPlan:
    return ReadPlan(sections=list(sections))


def test_nothing_is_missing_from_what_was_read():
    assert missing_sentences(TEXT, plan(section("", FIRST, SECOND, THIRD))) == []


@pytest.mark.parametrize("lost", [FIRST, SECOND, THIRD])
def test_each_sentence_is_missed_wherever_it_stood(lost):
    kept = [text for text in (FIRST, SECOND, THIRD) if text != lost]
    assert missing_sentences(TEXT, plan(section("", *kept))) == [lost]


def test_all_that_is_missing_is_told_in_its_order_and_each_once():
    assert missing_sentences(f"{TEXT}\n\n{FIRST}", plan(section())) == [FIRST, SECOND, THIRD]


def test_a_sentence_is_found_also_where_the_plan_has_another_order():
    assert missing_sentences(TEXT, plan(section("", THIRD, SECOND, FIRST))) == []


def test_a_single_lost_word_is_seen():
    assert missing_sentences(TEXT, plan(section("", FIRST, SECOND.replace("lys ", ""), THIRD))) == [SECOND]


def test_the_words_of_one_sentence_are_not_gathered_from_two_places():
    halves = ["Vi sætter lys", "Nogle gange", "op på stierne."]
    assert missing_sentences(SECOND, plan(section("", *halves))) == [SECOND]


def test_everything_a_plan_holds_counts_as_read():
    found = section("Lys på stierne", FIRST, written="2.")
    found.after, found.taken = [paragraph(SECOND)], [paragraph(THIRD)]
    reading = plan(found)
    reading.title, reading.not_understood = ["Samarbejdsplan 2024"], ["Kaffen er god."]
    text = f"Samarbejdsplan 2024\n\n2. Lys på stierne\n\n{TEXT}\n\nKaffen er god."
    assert missing_sentences(text, reading) == []
    for emptied in ("before", "after", "taken"):
        kept = getattr(found, emptied)
        setattr(found, emptied, [])
        assert missing_sentences(text, reading) == [kept[0].text]
        setattr(found, emptied, kept)


@pytest.mark.parametrize("part", ["title", "not_understood"])
def test_the_front_page_and_the_list_of_the_not_understood_count_as_read(part):
    reading = plan()
    assert missing_sentences(FIRST, reading) == [FIRST]
    setattr(reading, part, [FIRST])
    assert missing_sentences(FIRST, reading) == []


def test_a_heading_and_its_data_on_one_line_are_read():
    found = section("Herning Kommune")
    found.taken = [paragraph("Lys på stierne")]
    found.before = [paragraph("Sådan vælger vi")]
    assert missing_sentences("Herning Kommune: Lys på stierne", plan(found)) == []
    assert missing_sentences("Herning Kommune: Mørke stier", plan(found)) == ["Herning Kommune: Mørke stier"]


def test_a_written_number_stands_before_its_heading():
    assert missing_sentences("DEL II Steder", plan(section("Steder", written="Del II"))) == []
    assert missing_sentences("DEL II Steder", plan(section("Steder"))) == ["DEL II Steder"]


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("## Møder", "Møder"),
        ("###### Møder", "Møder"),
        ("- Lamper", "Lamper"),
        ("  ▪ Lamper", "Lamper"),
        ("1. Lamper", "Lamper"),
        ("12) Lamper", "Lamper"),
        ("Vi er **meget** glade", "Vi er meget glade"),
        ("Brudt\nover to linjer", "Brudt over to linjer"),
    ],
)
def test_marks_are_no_words(written, sentence):
    assert sentences_of(written) == [sentence]


@pytest.mark.parametrize("written", ["", "|---|:--|", "12.", "2024", "x", "1. 2. 3.", "--- | ---"])
def test_what_is_no_words_is_left_out(written):
    assert sentences_of(written) == []


def test_a_word_of_two_letters_is_one():
    assert sentences_of("Ja\n\n- Ø.\n\nNej") == ["Ja", "Nej"]


def test_sentences_are_parted_and_paragraphs_too():
    assert sentences_of(f"{FIRST} {SECOND}\n \n{THIRD}") == [FIRST, SECOND, THIRD]
