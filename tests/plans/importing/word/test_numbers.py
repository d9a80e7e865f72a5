"""Numbers that Word counts: of lists and of headings."""

import pytest

from plans.importing.blocks import Heading, Item
from plans.importing.word.number_formats import written
from tests.plans.importing.word.building import HEADINGS, p, read


def level(at: int, text: str, numbering: str = "decimal", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{numbering}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(identity: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identity}">{"".join(levels)}</w:abstractNum>'


def num(identity: int, of: int = 0, more: str = "") -> str:
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def again(start: int, at: int = 0) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def item(at: int = 0, list_: int = 1, text: str = "x") -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_}"/></w:numPr>')


THREE = abstract(0, level(0, "%1."), level(1, "%1.%2"), level(2, "%1.%2.%3", "lowerLetter"))


def labels(body: str, numbering: str, styles: str = HEADINGS) -> list[str]:
    blocks = read(body, numbering=numbering, styles=styles).blocks
    return [one.label if isinstance(one, Item) else getattr(one, "number", "") for one in blocks]


def test_a_deeper_level_begins_again_below_each_number():
    body = "".join(map(item, (0, 1, 1, 2, 0, 1, 2, 2)))
    assert labels(body, THREE + num(1)) == ["1.", "1.1", "1.2", "1.2.a", "2.", "2.1", "2.1.a", "2.1.b"]


def test_lists_of_one_kind_count_on_until_one_says_where_it_begins_and_it_says_so_once():
    body = item() + item(list_=2) + item(list_=3) + item(list_=2) + item(list_=3)
    assert labels(body, THREE + num(1) + num(2) + num(3, more=again(7))) == ["1.", "2.", "7.", "8.", "9."]


def test_a_list_of_another_kind_has_its_own_count():
    two = THREE + abstract(1, level(0, "%1)", "upperRoman", start=4)) + num(1) + num(2, of=1)
    assert labels(item() + item(list_=2) + item() + item(list_=2), two) == ["1.", "IV)", "2.", "V)"]


def test_a_level_that_is_skipped_shows_where_it_begins():
    assert labels(item(1) + item(1), THREE + num(1)) == ["1.1", "1.2"]


@pytest.mark.parametrize(("after", "last"), [(0, "x3"), (1, "x1"), (2, "x1"), (None, "x1")])
def test_a_level_begins_again_after_the_level_that_it_names(after, last):
    more = "" if after is None else f'<w:lvlRestart w:val="{after}"/>'
    levels = abstract(0, level(0, "%1"), level(1, "%2"), level(2, "x%3", more=more))
    body = "".join(map(item, (0, 1, 2, 2, 0, 2)))
    assert labels(body, levels + num(1))[-1] == last


def test_a_level_that_begins_again_after_the_first_one_goes_on_after_the_second():
    levels = abstract(0, level(0, "%1"), level(1, "%2"), level(2, "x%3", more='<w:lvlRestart w:val="1"/>'))
    body = "".join(map(item, (0, 1, 2, 1, 2, 0, 2)))
    assert labels(body, levels + num(1)) == ["1", "1", "x1", "2", "x2", "2", "x1"]


def test_a_number_shows_no_level_below_its_own():
    assert labels(item(), abstract(0, level(0, "%1%2.")) + num(1)) == ["1."]


def test_a_legal_number_has_no_letters():
    levels = abstract(0, level(0, "%1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert labels(item() + item(1), levels + num(1)) == ["I", "1.1"]


def test_a_list_may_borrow_its_levels_from_a_list_style():
    borrowed = (
        '<w:abstractNum w:abstractNumId="5"><w:styleLink w:val="L"/>' + level(0, "§ %1") + "</w:abstractNum>"
    )
    borrowing = '<w:abstractNum w:abstractNumId="6"><w:numStyleLink w:val="L"/></w:abstractNum>'
    assert labels(item() + item(), borrowed + borrowing + num(1, of=6)) == ["§ 1", "§ 2"]


def test_a_list_may_have_a_level_of_its_own():
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "Punkt %1", "upperLetter", start=3)}</w:lvlOverride>'
    assert labels(item() + item(), THREE + num(1, more=own)) == ["Punkt C", "Punkt D"]


def test_an_empty_paragraph_takes_a_number_and_one_whose_end_was_deleted_does_not():
    assert labels(item() + item(text="") + item(), THREE + num(1)) == ["1.", "3."]
    gone = item().replace("<w:numPr>", "<w:rPr><w:del/></w:rPr><w:numPr>")
    assert labels(item() + gone + item(), THREE + num(1)) == ["1.", "2."]


CHAPTERS = abstract(
    0,
    level(0, "Kapitel %1", "upperRoman", '<w:pStyle w:val="Overskrift1"/>'),
    level(1, "%1.%2.", more='<w:pStyle w:val="Overskrift2"/>'),
)
OF_CHAPTERS = HEADINGS.replace(
    '<w:name w:val="heading', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:name w:val="heading'
)


def heading(level_: int, look: str = "") -> str:
    return p("Møder", f'<w:pStyle w:val="Overskrift{level_}"/>{look}')


def test_headings_have_their_number_from_the_list_that_names_their_style():
    blocks = read(
        heading(1) + heading(2) + heading(2), numbering=CHAPTERS + num(1), styles=OF_CHAPTERS
    ).blocks
    assert [(one.level, one.number) for one in blocks if isinstance(one, Heading)] == [
        (1, "Kapitel I"),
        (2, "I.1"),
        (2, "I.2"),
    ]


def test_number_zero_switches_a_styles_number_off():
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    assert labels(heading(1) + heading(1, off) + heading(1), CHAPTERS + num(1), OF_CHAPTERS) == (
        ["Kapitel I", "", "Kapitel II"]
    )


def test_a_style_takes_its_list_over_from_the_one_below_it():
    below = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
    )
    assert labels(item() + p("x", '<w:pStyle w:val="B"/>'), THREE + num(1), below) == ["1.", "1.1"]


@pytest.mark.parametrize(
    ("number", "numbering", "label"),
    [
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (0, "lowerLetter", "0"),
        (10_000, "upperLetter", "10000"),
        (1999, "lowerRoman", "mcmxcix"),
        (4000, "upperRoman", "4000"),
        (7, "decimalZero", "07"),
        (3, "ordinal", "3."),
        (3, "decimalEnclosedParen", "(3)"),
        (3, "none", ""),
        (3, "japaneseCounting", "3"),
    ],
)
def test_each_way_to_write_a_number(number, numbering, label):
    assert written(number, numbering) == label


@pytest.mark.parametrize(
    ("body", "label"),
    [
        (item(999_999), "x"),
        (item(list_=10**30), ""),
        (item().replace('w:ilvl w:val="0"', 'w:ilvl w:val="-3"'), "1."),
        (item().replace('w:ilvl w:val="0"', 'w:ilvl w:val="²"'), "1."),
    ],
)
def test_a_level_or_list_that_is_none_does_no_harm(body, label):
    nine = abstract(0, level(0, "%1."), level(8, "x"), level(9, "y"), level(-1, "z"))
    assert labels(body, nine + num(1)) == [label]


def test_numbers_without_bounds_are_kept_within_them():
    levels = abstract(0, level(0, "%1" + "!" * 5_000, start=-(10**40)), *[level(1, "%1")] * 2_000)
    assert labels(item(), levels + num(1)) == ["0" + "!" * 98]
