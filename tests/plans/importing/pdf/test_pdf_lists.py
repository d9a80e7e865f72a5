"""Items with their labels, numbers and nesting."""

import pytest

from plans.importing.blocks import Item
from plans.importing.pdf.labels import begins_item, label_of, numbering_of
from tests.plans.importing.pdf.files import MEETING, drawn, line, pdf_file, read_whole, shown

BOTH = pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "untagged"])


@BOTH
def test_a_list_in_a_list_in_a_list(tagged):
    html = (
        "<p>Vi vil:</p><ul><li>Lys på stierne<ul><li>Ved skolen<ul><li>Bagved</li></ul></li>"
        "<li>Ved havnen</li></ul></li><li>Hegn</li></ul><p>Slut på det.</p>"
    )
    assert shown(read_whole(pdf_file(html, tagged=tagged))) == [
        "Vi vil:",
        ("-", "•", "Lys på stierne"),
        ("--", "◦", "Ved skolen"),
        ("---", "▪", "Bagved"),
        ("--", "◦", "Ved havnen"),
        ("-", "•", "Hegn"),
        "Slut på det.",
    ]


@BOTH
def test_numbers_of_every_kind(tagged):
    html = "".join(
        f"<ol style='list-style: {kind}; counter-reset: list-item {start - 1}'>"
        f"<li>Først</li><li>Så</li></ol><p>{MEETING}</p>"
        for kind, start in (
            ("decimal", 9),
            ("lower-alpha", 1),
            ("upper-alpha", 8),
            ("lower-roman", 1),
            ("upper-roman", 4),
        )
    )
    items = [block for block in read_whole(pdf_file(html, tagged=tagged)).blocks if isinstance(block, Item)]
    assert [(one.label, one.numbering, one.number, one.nesting) for one in items] == [
        ("9.", "decimal", 9, 0),
        ("10.", "decimal", 10, 0),
        ("a.", "lower-alpha", 1, 0),
        ("b.", "lower-alpha", 2, 0),
        ("H.", "upper-alpha", 8, 0),
        ("I.", "upper-alpha", 9, 0),
        ("i.", "lower-roman", 1, 0),
        ("ii.", "lower-roman", 2, 0),
        ("IV.", "upper-roman", 4, 0),
        ("V.", "upper-roman", 5, 0),
    ]
    assert all(one.is_typed for one in items)


@BOTH
def test_a_long_item_is_one_and_the_text_after_the_list_is_none(tagged):
    html = f"<ul><li>{MEETING}</li><li>{MEETING} {MEETING}</li></ul><p>{MEETING}</p>"
    assert shown(read_whole(pdf_file(html, tagged=tagged))) == [
        ("-", "•", MEETING),
        ("-", "•", f"{MEETING} {MEETING}"),
        MEETING,
    ]


@BOTH
def test_labels_that_are_typed(tagged):
    html = "<p>Vi vil:</p><p>a) lys på stierne</p><p>b) hegn</p><p>- Ro i havnen</p><p>1. Møder</p>"
    read = read_whole(pdf_file(html, tagged=tagged))
    if tagged:  # there it says that they are paragraphs
        assert shown(read) == ["Vi vil:", "a) lys på stierne", "b) hegn", "- Ro i havnen", "1. Møder"]
    else:
        assert shown(read)[1:] == [
            ("-", "a)", "lys på stierne"),
            ("-", "b)", "hegn"),
            ("-", "-", "Ro i havnen"),
            ("-", "1.", "Møder"),
        ]


def test_bullets_that_are_drawn_after_the_page_are_paired_by_place():
    texts = (
        line("Lys", 90, 700) + line("Hegn", 90, 680) + line("Ro", 90, 660) + line("Og det var det.", 72, 600)
    )
    bullets = "".join(line("•", 72, height) for height in (680, 660, 700))
    assert shown(read_whole(drawn(texts + bullets))) == [
        ("-", "•", "Lys"),
        ("-", "•", "Hegn"),
        ("-", "•", "Ro"),
        "Og det var det.",
    ]


def test_a_bullet_is_not_paired_over_the_wall_of_a_cell():
    walls = (
        "".join(f"{at} 640 m {at} 720 l S " for at in (60, 100, 300))
        + "60 640 m 300 640 l S 60 720 m 300 720 l S"
    )
    orders = walls + line("1.", 72, 700) + line("Lys", 110, 700)
    assert shown(read_whole(drawn(orders))) == [[["1.", "Lys"]]]


def test_a_dash_that_a_full_line_ends_before_is_no_label():
    long = "Politiet og kommunerne arbejder sammen om at forebygge kriminalitet"
    orders = line(long, 72, 700) + line("- og om meget andet, som er lige saa vigtigt.", 72, 686)
    assert shown(read_whole(drawn(orders))) == [f"{long} - og om meget andet, som er lige saa vigtigt."]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("• Lys", "•"),
        ("•Lys", "•"),
        ("- Lys", "-"),
        ("-Lys", ""),
        ("1. Lys", "1."),
        ("12) lys", "12)"),
        ("(3) lys", "(3)"),
        ("1.1 Lys", ""),
        ("1. januar begynder det", ""),
        ("3. kvartal", ""),
        ("iv) lys", "iv)"),
        ("a) lys", "a)"),
        ("o Lys", "o"),
        ("o lys", ""),
        ("Lys", ""),
        ("•", ""),
    ],
)
def test_labels(text, label):
    assert label_of(text) == label


def test_half_a_word_that_begins_a_line_is_no_label():
    assert not begins_item("r. øget samarbejde")
    assert begins_item("1. Øget samarbejde")


@pytest.mark.parametrize(
    ("label", "before", "found"),
    [
        ("i)", ("", 0), ("lower-roman", 1)),
        ("i)", ("lower-alpha", 8), ("lower-alpha", 9)),
        ("v)", ("lower-roman", 4), ("lower-roman", 5)),
        ("v)", ("", 0), ("lower-alpha", 22)),
        ("c.", ("", 0), ("lower-alpha", 3)),
        ("ix.", ("", 0), ("lower-roman", 9)),
        ("(2)", ("", 0), ("decimal", 2)),
        ("•", ("", 0), ("", 0)),
        ("o", ("", 0), ("", 0)),
    ],
)
def test_numberings(label, before, found):
    assert numbering_of(label, before) == found
