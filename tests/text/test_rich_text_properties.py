"""What holds for plan text whatever is pasted into it."""

from contextlib import suppress
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from samarbejde.text.rich_text import clean, from_plain, plain_text
from samarbejde.transitions import Refused
from tests.text.test_rich_text import TABLE

TAGS = """p div h2 b strong i em span a ul ol li table thead tbody tr td th caption blockquote br hr pre dl dt
    dd script style template svg math textarea title o:p font center img iframe form body head html xml
    sup sub del ins s figure figcaption"""
ATTRIBUTES = """ href='https://a.dk/'| href=javascript:x| colspan="3"| rowspan="2"| rowspan="x"| start=3|
     class="x"| <| style="font-weight:700"| style="font-style:italic"| onclick=x()| title="<p>"|
     style="vertical-align:sub"| data-footnote| data-footnote=""|
     data-picture="PICTURE" data-size="9x9" data-alt="&quot;&lt;"| data-alt=""|"""
ATTRIBUTE_NAMES = {"href", "title", "colspan", "rowspan", "start", "type"}
ATTRIBUTE_NAMES |= {"data-footnote", "data-picture", "data-size", "data-alt"}
INLINE = {"a", "strong", "em", "sup", "sub", "br", "span"}
BLOCK = {"p", "ul", "ol", "li", "blockquote", "figure", "figcaption"}
WORDS = st.text(
    st.characters(codec="iso8859-1") | st.sampled_from(" \n\t<>&\"'æøåÆØÅ€Ωя→\u200b\u202e\x00\u030a"),
    max_size=12,
)
PIECES = st.one_of(
    WORDS,
    st.builds(
        "<{}{}>".format,
        st.sampled_from(TAGS.split()),
        st.sampled_from(ATTRIBUTES.replace("PICTURE", "a" * 64).split("|")),
    ),
    st.builds("</{}>".format, st.sampled_from(TAGS.split())),
    st.sampled_from(
        ["<!--", "-->", "<![if x]>", "<![CDATA[", "]]>", "<?xml ?>", "&amp;", "&lt;", "&nbsp;", "&#8238;"]
    ),
)
SOUP = st.lists(PIECES, max_size=30).map("".join)


@settings(max_examples=400, deadline=None)
@given(SOUP)
def test_cleaning_twice_changes_nothing(html):
    once = clean(html)
    assert clean(once) == once


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_whatever_is_sent_is_cleaned_or_refused(text):
    for given_text in (text, from_plain(text)):
        with suppress(Refused):
            once = clean(given_text)
            assert clean(once) == once


@settings(max_examples=200, deadline=None)
@given(SOUP)
def test_what_is_kept_is_what_the_editor_offers(html):
    kept = clean(html)
    for element in lxml_html.fragment_fromstring(kept, create_parent="div").iterdescendants():
        assert element.tag in INLINE | BLOCK | TABLE
        assert set(element.attrib) <= ATTRIBUTE_NAMES
        if element.tag in ("ul", "ol"):
            assert {child.tag for child in element} == {"li"}
        if element.tag == "tbody":
            assert {child.tag for child in element} == {"tr"}
        if element.tag == "li":
            assert element.text_content().strip() or element.find(".//figure") is not None


BLOCKS = st.sampled_from(["p", "div", "li", "td", "h3", "blockquote", "dd", "center"])
LETTERS = st.text("abcæøå", min_size=1, max_size=6)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(BLOCKS, st.lists(LETTERS, min_size=1, max_size=4)), min_size=1, max_size=8))
def test_no_word_is_lost_or_joined_to_another(blocks):
    html = "".join(f"<{tag}>{' '.join(words)}</{tag}>" for tag, words in blocks)
    expected = [word for _, words in blocks for word in words]
    assert plain_text(clean(html)).split() == expected
    assert unescape(plain_text(clean(f"<ul>{html}</ul>"))).split() == expected
