"""Words found and replaced in plan text, whatever marks they stand in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samarbejde.text.rich_text import clean, plain_text
from samarbejde.text.rich_text_replacing import Sought, hits, hits_in_line, replaced, replaced_in_line

KREDS = Sought("kreds")
ALL = range(1000)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Vores kreds.</p>", "<p>Vores politikreds.</p>"),
        ("<p>En <strong>kre</strong>ds her</p>", "<p>En <strong>politikreds</strong> her</p>"),
        ("<p>En kr<em>eds</em> her</p>", "<p>En politikreds her</p>"),
        (
            '<p>I <a href="https://a.dk/kreds">kredsen</a></p>',
            '<p>I <a href="https://a.dk/kreds">politikredsen</a></p>',
        ),
        ("<p>Kreds og KREDS</p>", "<p>Politikreds og POLITIKREDS</p>"),
        ("<ul><li>kreds</li><li>kreds</li></ul>", "<ul><li>politikreds</li><li>politikreds</li></ul>"),
        ("<p>kre</p><p>ds</p>", "<p>kre</p><p>ds</p>"),
        (
            '<p>Se kre<span data-footnote="">Kreds her</span>ds</p>',
            '<p>Se kre<span data-footnote="">Politikreds her</span>ds</p>',
        ),
        ("<p>Kreds på 9 km<sup>2</sup></p>", "<p>Politikreds på 9 km<sup>2</sup></p>"),
        (
            "<table><tbody><tr><th>kreds</th><td>a</td></tr></tbody></table>",
            "<table><tbody><tr><th>politikreds</th><td>a</td></tr></tbody></table>",
        ),
    ],
)
def test_across_marks(before, after):
    assert replaced(before, KREDS, "politikreds", ALL) == after


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (Sought("råd"), ["råd", "Råd", "råd", "RÅD"]),
        (Sought("råd", whole_words=True), ["Råd", "RÅD"]),
        (Sought("råd", same_case=True), ["råd", "råd"]),
        (Sought("Råd", whole_words=True, same_case=True), ["Råd"]),
    ],
)
def test_whole_words_and_case(sought, found):
    assert [hit.words for hit in hits("<p>Lokalråd, Råd, rådet og RÅD.</p>", sought)] == found


def test_a_number_is_found_whole():
    text = "<p>480, 480. 1.480 og 480,5 og 480 mia.</p>"
    assert [hit.before for hit in hits(text, Sought("480", whole_words=True))] == [
        "",
        "480, ",
        "480, 480. 1.480 og 480,5 og ",
    ]


def test_any_white_space_between_words():
    text = "<p>et lokalt<br>råd, et lokalt\u00a0råd</p>"
    assert replaced(text, Sought("lokalt  råd"), "lokalråd", ALL) == "<p>et lokalråd, et lokalråd</p>"


def test_only_the_chosen_ones():
    text = "<p>kreds kreds</p><ul><li>kreds</li></ul>"
    assert len(hits(text, KREDS)) == 3
    assert replaced(text, KREDS, "egn", {0, 2}) == "<p>egn kreds</p><ul><li>egn</li></ul>"


def test_words_can_be_taken_out():
    assert (
        replaced("<p>den store kreds</p><p>stor</p>", Sought("store "), "", ALL)
        == "<p>den kreds</p><p>stor</p>"
    )
    assert replaced("<p>kreds</p>", KREDS, "", ALL) == ""


def test_letters_that_mean_something_in_patterns_and_pages():
    assert replaced("<p>a.b (a*b) a&amp;b</p>", Sought("(a*b)"), "<b>&</b>", ALL) == (
        "<p>a.b &lt;b&gt;&amp;&lt;/b&gt; a&amp;b</p>"
    )
    assert replaced("<p>koster 5 kr.</p>", Sought("5"), r"\1\g<0>", ALL) == r"<p>koster \1\g&lt;0&gt; kr.</p>"


def test_the_rest_of_the_paragraph_is_around_a_hit():
    (hit,) = hits("<p>Fra en</p><p>Vores <em>kreds</em> er stor.</p>", KREDS)
    assert (hit.before, hit.words, hit.after) == ("Vores ", "kreds", " er stor.")


def test_a_line():
    assert [hit.before for hit in hits_in_line("Kreds & kreds", KREDS)] == ["", "Kreds & "]
    assert replaced_in_line("Kreds & kreds", KREDS, "egn", {1}) == "Kreds & egn"


words = st.text(st.sampled_from("ab æÅ&<"), min_size=1, max_size=4)
marked = st.lists(st.tuples(st.sampled_from(["", "strong", "em"]), words), min_size=1, max_size=6)


def written(pieces: list[tuple[str, str]]) -> str:
    parts = [text.replace("&", "&amp;").replace("<", "&lt;") for _, text in pieces]
    marks = [mark for mark, _ in pieces]
    return clean(
        "<p>" + "".join(f"<{m}>{t}</{m}>" if m else t for m, t in zip(marks, parts, strict=True)) + "</p>"
    )


@given(marked, words.filter(str.strip), words)
def test_the_words_are_what_replacing_in_plain_text_gives(pieces, sought, put):
    """Marks neither hide a hit nor make one."""
    text, exact = written(pieces), Sought(sought.strip(), same_case=True)
    after = plain_text(replaced(text, exact, put, ALL))
    plainly = exact.pattern.sub(lambda _: put, plain_text(text))
    assert after.split() == plainly.split()


@given(marked, words.filter(str.strip))
def test_what_is_not_chosen_stays(pieces, sought):
    text = written(pieces)
    assert replaced(text, Sought(sought.strip()), "x", ()) == text
