"""A list of contents that has lost its lines: what is one, what is none, and what it says."""

import pytest

from plans.importing.blocks.contents import Entry, entry_in, inline_contents
from tests.plans.importing.reading import plan_of

FOUR = "Indhold Forord 2 Møder 3 Emner 4 Tal 5"


def entries(text: str) -> list[tuple[str, int | None]]:
    found = inline_contents(text)
    return [(entry.title, entry.page) for entry in found[1]] if found else []


def test_four_entries_are_a_list_and_three_are_not():
    assert entries(FOUR) == [("Forord", 2), ("Møder", 3), ("Emner", 4), ("Tal", 5)]
    assert entries("Indhold Forord 2 Møder 3 Emner 4") == []


def test_pages_may_stand_before_the_titles():
    assert entries("Indhold 2 Forord 3 Møder 4 Emner i byen 5 Tal") == [
        ("Forord", 2),
        ("Møder", 3),
        ("Emner i byen", 4),
        ("Tal", 5),
    ]


def test_the_line_is_given_back_whole():
    text = f"Samarbejdsplan 2012\n\n## {FOUR}\n\nForord Vi vil samarbejde."
    found = inline_contents(text)
    assert found is not None
    assert found[0] == f"## {FOUR}"


def test_several_titles_on_one_page_are_several_entries():
    assert entries("Indhold Forord 2 Møder 2 Emner 2 Tal 3")[1] == ("Møder", 2)


@pytest.mark.parametrize(
    "line",
    [
        "Indhold Forord 12 Møder 11 Emner 10 Tal 9",  # pages that fall
        "Indhold Forord 2 Møder 33 Emner 64 Tal 95",  # pages that leap: 31 at a time
        "Indhold Forord 31 Møder 32 Emner 33 Tal 34",  # pages that begin beyond the thirtieth
        "Indhold i 2012 var 2013 som 2014 og 2015 og 2016",  # years
        "Om indhold Forord 2 Møder 3 Emner 4 Tal 5",  # in the midst of a line
    ],
)
def test_other_numbers_make_no_list(line):
    assert entries(line) == []


def test_pages_may_leap_by_thirty():
    assert [page for _, page in entries("Indhold Forord 30 Møder 60 Emner 90 Tal 120")] == [30, 60, 90, 120]


def test_a_list_without_end_is_none():
    words = " ".join("Emne 1" for _ in range(300))
    assert len(entries(f"Indhold {words}")) == 300
    assert entries(f"Indhold {words} Emne 1") == []


def test_an_appendix_without_a_page_is_an_entry_of_its_own():
    assert entries("Indhold 2 Forord 3 Møder 4 Emner 6 Tal BILAG 1")[-2:] == [("Tal", 6), ("BILAG 1", None)]


def test_words_after_the_last_page_are_an_entry_without_one():
    assert entries(f"{FOUR} Efterskrift")[-1] == ("Efterskrift", None)


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("1. Møder ..... 3", Entry("1. Møder", 3)),
        ("Møder … 12", Entry("Møder", 12)),
        ("Møder . . . 12", Entry("Møder", 12)),
        ("Møder ____ 7", Entry("Møder", 7)),
        ("Møder\t7", None),
        ("Møder   7", None),
        ("Møder 7", None),
        ("Møder .....", None),
        ("..... 7", None),
        (f"{'Ord ' * 97}..... 123", Entry(("Ord " * 97).strip(), 123)),
        (f"{'Ord ' * 98}..... 123", None),
    ],
)
def test_a_line_of_contents_has_a_title_leaders_and_a_page(line, entry):
    assert entry_in(line, loose=False) == entry


@pytest.mark.parametrize("line", ["Møder\t7", "Møder   7"])
def test_within_a_list_a_tab_or_three_spaces_do(line):
    assert entry_in(line, loose=True) == Entry("Møder", 7)
    assert entry_in("Møder  7", loose=True) is None


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("1. Møder", "Møder"),
        ("1.2 Møder i 2024", "Møder i 2024"),
        ("Bilag 2. Tal", "Tal"),
        ("Møder", "Møder"),
    ],
)
def test_an_entry_is_known_without_its_number(title, bare):
    assert Entry(title, 3).bare == bare


@pytest.mark.parametrize(
    ("listed", "written", "is_heading"),
    [
        ("1. Nattelivet", "Nattelivet", True),
        ("Nattelivet", "Nattelivsk", True),  # 8 letters of 10
        ("Natteliv", "Natteløb", False),  # 6 of 8
    ],
)
def test_a_line_nearly_like_an_entry_is_a_heading(listed, written, is_heading, places):
    text = (
        f"Samarbejdsplan 2024\n\nIndhold\n{listed} .... 2\nMål .... 3\n\nMål\n\nRo.\n\n{written}\n\nVi mødes."
    )
    headings = [section.heading for section in plan_of(text, places).sections]
    assert headings == (["Mål", written] if is_heading else ["Mål"])
