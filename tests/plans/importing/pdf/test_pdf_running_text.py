"""Letters become running text: its spaces, its line ends, its looks."""

import pytest

from plans.importing.blocks import BREAK, WRAP, Run
from tests.plans.importing.pdf.files import drawn, line, pdf_file, read_whole, shown
from tests.plans.importing.pdf.letter_numbers import with_letter

BOTH = pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "untagged"])


def only_block(content: bytes):
    [block] = read_whole(content).blocks
    return block


@BOTH
def test_a_full_line_ends_by_a_wrap_and_a_wanted_one_by_a_break(tagged):
    long = (
        "Samarbejdsplanen er grundlaget for det forebyggende arbejde, som politiet og kommunerne gør hvert år"
    )
    block = only_block(pdf_file(f"<p>{long}<br>i hele kredsen<br>og længere ude</p>", tagged=tagged))
    assert block.text.count(WRAP) == 1
    assert block.text.replace(WRAP, " ") == f"{long}{BREAK}i hele kredsen{BREAK}og længere ude"


@BOTH
def test_names_over_titles_are_two_wanted_lines(tagged):
    content = pdf_file(
        f"<p>{'Der er meget at sige. ' * 8}</p><p>Helle Holm<br>Politidirektør</p>", tagged=tagged
    )
    assert read_whole(content).blocks[-1].text == f"Helle Holm{BREAK}Politidirektør"


@BOTH
def test_the_looks_of_letters(tagged):
    html = "<p>Vi er <b>meget</b> <i>glade</i> for m<sup>2</sup> og H<sub>2</sub>O.</p>"
    assert only_block(pdf_file(html, tagged=tagged)).runs == (
        Run("Vi er "),
        Run("meget ", bold=True),
        Run("glade ", italic=True),
        Run("for m"),
        Run("2", raised=True),
        Run(" og H"),
        Run("2", lowered=True),
        Run("O."),
    )


@BOTH
def test_divided_words_stay_divided_over_a_wrap(tagged):
    html = "<p style='width: 6cm; hyphens: manual'>Den lange samarbejds&shy;planlægning</p>"
    block = only_block(pdf_file(html, tagged=tagged))
    assert block.text in ("Den lange samarbejds\u2010\nplanlægning", "Den lange samarbejds-\nplanlægning")


def test_a_hyphen_that_ends_a_line_is_a_hyphen():
    orders = line("Vi taler om samar-", 72, 700) + line("bejde og om meget andet, som er vigtigt.", 72, 686)
    block = only_block(drawn(orders))
    assert block.text == "Vi taler om samar-\nbejde og om meget andet, som er vigtigt."


def test_words_that_no_blank_parts_are_parted_by_their_gaps():
    orders = "".join(line(word, left, 700) for word, left in (("Vi", 72), ("skal", 88), ("hjem", 114)))
    assert only_block(drawn(orders)).text == "Vi skal hjem"


def test_letters_that_stand_close_are_one_word():
    orders = "BT /F1 11 Tf 72 700 Td [(Poli) 20 (ti) -30 (et)] TJ ET"
    assert only_block(drawn(orders)).text == "Politiet"


@pytest.mark.parametrize(
    ("code", "letters"),
    [
        ("F0B7", "•"),
        ("FB01", "fi"),
        ("FB03", "ffi"),
        ("00AD", "\u00ad"),
        ("E123", "\ue123"),
        ("0000", "\ufffd"),
    ],
)
def test_what_letter_numbers_stand_for(code, letters):
    """The letter B is said to be `code`."""
    read = read_whole(with_letter("B", code, line("aBc", 72, 700)))
    assert [block.text for block in read.blocks] == [f"a{letters}c"]


def test_a_page_that_is_turned_reads_as_it_shows():
    orders = "".join(
        f"BT /F1 11 Tf 0 1 -1 0 {300 + 14 * at} 100 Tm ({text}) Tj ET "
        for at, text in enumerate(("Den staar paa den anden led,", "og alligevel kan den laeses."))
    )
    assert shown(read_whole(drawn(orders, rotate=90))) == [
        "Den staar paa den anden led, og alligevel kan den laeses."
    ]


def test_a_text_along_the_edge_is_read_by_itself():
    orders = (
        line("Oeverst paa siden.", 72, 700)
        + "BT /F1 11 Tf 0 1 -1 0 40 300 Tm (Langs kanten) Tj ET"
        + line("Laengere nede.", 72, 600)
    )
    assert sorted(shown(read_whole(drawn(orders)))) == [
        "Laengere nede.",
        "Langs kanten",
        "Oeverst paa siden.",
    ]
