"""What holds of every redline, whatever was written."""

from django.utils.html import escape
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from samarbejde.text.redline import NOTE, difference
from samarbejde.text.rich_text import clean, plain_text

WORDS = st.lists(st.sampled_from(["politi", "kommune", "unge", "&", "<"]), min_size=1, max_size=6)
BLOCKS = st.tuples(
    st.sampled_from(["p", "li", "td", "blockquote", "strong"]), WORDS.map(" ".join).map(escape)
)
TEXTS = (
    st.lists(BLOCKS.map(lambda block: "<{0}>{1}</{0}>".format(*block)), max_size=6).map("".join).map(clean)
)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
@example(
    "<p>kommune</p><p>politi politi</p><p>politi</p><p>politi politi</p>",
    "<p>politi</p><ul><li>kommune</li></ul><p>politi</p>",
)
@example("<p>politi politi</p>", "<p><strong>politi&amp;</strong></p>")
@example("<p><strong>politi&amp;</strong></p>", "<p>politi unge<strong>&amp;</strong></p>")
@example(
    "<p><strong>politi kommune politi&lt; kommune</strong></p>",
    "<p>kommune politi</p><p><strong>politi&lt; politi kommune</strong></p>",
)
def test_without_what_is_gone_the_new_text_is_left_and_the_other_way_round(before, after):
    shown = difference(before, after).html
    assert _without(shown, "del") == plain_text(after).split()
    assert sorted(_without(shown, "ins")) == sorted(plain_text(before).split())


def _without(html: str, mark: str) -> list[str]:
    """The words as they were or as they are; notes are neither."""
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    for element in [*root.iter(mark), *root.find_class(NOTE)]:
        element.text = ""
        for child in list(element):
            element.remove(child)
    return plain_text(lxml_html.tostring(root, encoding="unicode")).split()


RICH = st.lists(
    st.one_of(
        WORDS.map(" ".join).map("<p>{}</p>".format),
        WORDS.map("</li><li>".join).map("<ul><li>{}</li></ul>".format),
        WORDS.map("</p><p>".join).map("<blockquote><p>{}</p></blockquote>".format),
        WORDS.map("</strong> <a href='/plan'>og</a><br><strong>".join).map(
            "<p><strong>{}</strong></p>".format
        ),
        st.lists(WORDS.map(lambda row: "<td>" + "</td><td>".join(row) + "</td>"), min_size=1, max_size=4).map(
            lambda rows: "<table><tr>" + "</tr><tr>".join(rows) + "</tr></table>"
        ),
    ),
    max_size=5,
).map(lambda parts: clean("".join(parts).replace("&", "&amp;").replace("< ", "&lt; ")))


@settings(max_examples=80, deadline=None)
@given(RICH, RICH)
def test_so_it_is_with_lists_quotes_links_and_tables(before, after):
    shown = difference(before, after).html
    assert sorted(_without(shown, "del")) == sorted(plain_text(after).split())
    assert sorted(_without(shown, "ins")) == sorted(plain_text(before).split())


PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(["politi", "kommune", "unge", "natteliv", "møde"]), min_size=4, max_size=8),
    min_size=1,
    max_size=7,
).map(lambda rows: [[f"nr{n}", *row] for n, row in enumerate(rows)])


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, st.data())
def test_a_word_that_did_not_change_is_never_marked(rows, data):
    """One word of one paragraph is another, and one paragraph stands elsewhere: nothing else is marked."""
    at = data.draw(st.integers(0, len(rows) - 1))
    word = data.draw(st.integers(1, len(rows[at]) - 1))
    changed = [list(row) for row in rows]
    changed[at][word] = "Ny"
    before, after = (["<p>" + " ".join(row) + "</p>" for row in version] for version in (rows, changed))
    put = data.draw(st.integers(0, len(rows) - 1))
    taken = data.draw(st.integers(0, len(rows) - 1).filter(lambda n: n != at or len(rows) == 1))
    after.insert(put, after.pop(taken))
    root = lxml_html.fragment_fromstring(
        difference("".join(before), "".join(after)).html, create_parent="div"
    )
    marked = [(one.tag, one.text_content()) for one in root.iter("ins", "del")]
    assert marked == [("del", rows[at][word]), ("ins", "Ny")]


@settings(max_examples=50, deadline=None)
@given(st.permutations([f"<p>afsnit {n} om emne {n}</p>" for n in range(7)]))
def test_what_only_moved_is_told_in_words_and_not_marked(order):
    before = "".join(sorted(order))
    shown = difference(before, "".join(order)).html
    assert "<ins>" not in shown
    assert "<del>" not in shown
    assert shown.count("Flyttet hertil:") == shown.count("Flyttet herfra:")
    assert ("Flyttet hertil:" in shown) == (before != "".join(order))
