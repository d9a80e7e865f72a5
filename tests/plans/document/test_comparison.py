"""What changed between two versions, as a reader sees it; and two people's changes in one text."""

import pytest
from django.utils.html import escape
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from plans.document.comparison import LONGEST, difference, line_difference, merged
from samarbejde.rich_text import clean, plain_text
from tests.steps import steps


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("<p>En to tre</p>", "<p>En to tre</p>", "<p>En to tre</p>"),
        ("<p>En to tre</p>", "<p>En to tre fire</p>", "<p>En to tre <ins>fire</ins></p>"),
        ("", "<p>Ny &lt;tekst&gt;</p>", "<p><ins>Ny &lt;tekst&gt;</ins></p>"),
        ("<p>Gammel <strong>tekst</strong></p>", "", "<p><del>Gammel <strong>tekst</strong></del></p>"),
        ("<p>a</p><p>c</p>", "<p>a</p><p>b</p><p>c</p>", "<p>a</p><p><ins>b</ins></p><p>c</p>"),
        (
            "<ul><li>Et langt punkt</li></ul>",
            "<ul><li>Et langt punkt</li><li>nyt<ul><li>under</li></ul></li></ul>",
            "<ul><li>Et langt punkt</li><li><ins>nyt</ins><ul><li><ins>under</ins></li></ul></li></ul>",
        ),
    ],
)
def test_words_that_came_and_went(before, after, shown):
    assert difference(before, after).html == shown


def test_one_changed_cell_does_not_mark_its_table():
    before = (
        "<table><tbody><tr><th>År</th><th>Antal</th></tr><tr><td>2025</td><td>10</td></tr></tbody></table>"
    )
    after = before.replace("10", "12")
    shown = difference(before, after).html
    assert "<th>År</th><th>Antal</th>" in shown
    assert "<td>2025</td>" in shown
    assert "<ins>12</ins>" in shown
    assert "<del>10</del>" in shown
    assert shown.count("<ins>") == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>a b</p>", "<p>a</p><p>b</p>"),
        ("<p>a b</p>", "<p><strong>a</strong> b</p>"),
        ("<p>a</p>", "<ul><li>a</li></ul>"),
    ],
)
def test_the_same_words_otherwise_built_are_said_to_be_so(before, after):
    found = difference(before, after)
    assert found.changed
    assert found.structure_only
    assert not difference(before, before).changed


def test_headings():
    assert line_difference("Indsatser 2025", "Indsatser 2026 <b>") == (
        "Indsatser <del>2025</del> <ins>2026 &lt;b&gt;</ins>"
    )
    assert line_difference("", "Ny") == "<ins>Ny</ins>"


BASE = "<p>Indledning</p><p>Natteliv</p><p>Unge</p><p>Afslutning</p>"


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        (BASE, BASE, BASE),
        (BASE.replace("Indledning", "Forord"), BASE, BASE.replace("Indledning", "Forord")),
        (
            BASE.replace("Indledning", "Forord"),
            BASE.replace("Afslutning", "Slut"),
            BASE.replace("Indledning", "Forord").replace("Afslutning", "Slut"),
        ),
        (
            BASE + "<p>Mit</p>",
            BASE.replace("<p>Natteliv</p>", ""),
            BASE.replace("<p>Natteliv</p>", "") + "<p>Mit</p>",
        ),
        (BASE + "<p>Ens</p>", BASE + "<p>Ens</p>", BASE + "<p>Ens</p>"),
        (BASE + "<p>Mit</p>", BASE + "<p>Dit</p>", None),
        (BASE.replace("Natteliv", "Mit"), BASE.replace("Natteliv", "Dit"), None),
        (BASE.replace("Natteliv", "Mit"), BASE.replace("Unge", "Dit"), None),
    ],
)
def test_two_peoples_changes(mine, theirs, both):
    assert merged(BASE, mine, theirs) == both
    assert merged(BASE, theirs, mine) == both


WORDS = st.lists(st.sampled_from(["politi", "kommune", "unge", "&", "<"]), min_size=1, max_size=6)
BLOCKS = st.tuples(
    st.sampled_from(["p", "li", "td", "blockquote", "strong"]), WORDS.map(" ".join).map(escape)
)
TEXTS = (
    st.lists(BLOCKS.map(lambda block: "<{0}>{1}</{0}>".format(*block)), max_size=6).map("".join).map(clean)
)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_without_what_is_gone_the_new_text_is_left_and_the_other_way_round(before, after):
    shown = difference(before, after).html
    assert _without(shown, "del") == plain_text(after).split()
    assert sorted(_without(shown, "ins")) == sorted(plain_text(before).split())


def _without(html: str, mark: str) -> list[str]:
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    for element in list(root.iter(mark)):
        element.text = " "
        for child in list(element):
            element.remove(child)
    return plain_text(lxml_html.tostring(root, encoding="unicode")).split()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>afsnit {} om noget</p>", "<p>afsnit {} om alt</p>"),
        ("<p>helt{0} anden{0} tekst{0}</p>", "<p>intet{0} går{0} igen{0}</p>"),
        ("<ul><li>punkt {} om noget</li></ul>", "<ol><li>punkt {} om noget</li></ol>"),
    ],
)
def test_work_grows_with_the_length_and_not_with_its_square(before, after):
    once, four_times = (
        steps(lambda n=n: difference(*("".join(map(text.format, range(n))) for text in (before, after))))
        for n in (50, 200)
    )
    assert four_times < 5 * once


def test_a_block_too_long_to_compare_word_by_word_is_taken_out_and_put_in():
    words = " ".join(f"ord{number}" for number in range(LONGEST + 1))
    shown = difference(f"<p>{words}</p>", f"<p>{words} mere</p>").html
    assert shown == f"<p><ins>{words} mere</ins></p><p><del>{words}</del></p>"
