"""What plan text may hold, against everything that is pasted into it."""

import re

import pytest
from lxml import html as lxml_html

from samarbejde.text.rich_text import clean, from_plain, line, plain_text
from samarbejde.transitions import Refused

WORD_PASTE = """
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {mso-style-name:x}</style>
<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--></head><body lang=DA>
<p class=MsoNormal style='mso-margin-top-alt:auto'><b style='mso-bidi-font-weight:normal'>Fed</b> og
<i>kursiv</i><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·</span><![endif]>Punkt
</p>
<p><span style='font-weight:bold'>Også fed</span><span style='color:red;font-style:italic'> og skrå</span></p>
</body></html>"""


def note(words: str) -> str:
    return f'<span data-footnote="">{words}</span>'


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", ""),
        (" \u00a0\n", ""),
        ("<p></p><p> </p><p>&nbsp;</p>", ""),
        ("<p>Ord</p>", "<p>Ord</p>"),
        ("Ord uden kode", "<p>Ord uden kode</p>"),
        (
            "<p>Et <b>fedt</b> og <i>skråt</i> ord</p>",
            "<p>Et <strong>fedt</strong> og <em>skråt</em> ord</p>",
        ),
        ("<h2>Overskrift</h2><p>Tekst</p>", "<p><strong>Overskrift</strong></p><p>Tekst</p>"),
        ("<div>En</div><div>To</div>", "<p>En</p><p>To</p>"),
        ("<p>En<br><br>to<br></p>", "<p>En<br><br>to</p>"),
        ("<p>For  mange\n   mellemrum </p>", "<p>For mange mellemrum</p>"),
        ("<p>a < b & c</p>", "<p>a &lt; b &amp; c</p>"),
        ("<blockquote>Citat</blockquote>", "<blockquote><p>Citat</p></blockquote>"),
        ("<pre>En\nto</pre>", "<p>En<br>to</p>"),
        ("<dl><dt>SSP</dt><dd>Skole</dd></dl>", "<p>SSP</p><p>Skole</p>"),
        ("<strong><strong>a</strong>b</strong>", "<p><strong>ab</strong></p>"),
        ("<p>a</p>\n\nSkrevet\nuden editor\n \nto", "<p>a</p><p>Skrevet uden editor</p><p>to</p>"),
        ("<p>a\n\nb</p><div>c\n\nd</div>", "<p>a b</p><p>c d</p>"),
        ("<p>En <br> to</p>", "<p>En<br>to</p>"),
        ("<p>En<b> </b><br>to</p>", "<p>En<br>to</p>"),
        ("<p>En <b>to </b></p>", "<p>En <strong>to</strong></p>"),
        ("<p> <b> en</b></p>", "<p><strong>en</strong></p>"),
        (
            "<p>12 m<sup>2</sup>, <b>CO<sub>2</sub></b></p>",
            "<p>12 m<sup>2</sup>, <strong>CO<sub>2</sub></strong></p>",
        ),
        ('<p>km<span style="vertical-align: super">2</span></p>', "<p>km<sup>2</sup></p>"),
        ("<p>et<sup>a<sub>b</sub></sup></p>", "<p>et<sup>a</sup><sub>b</sub></p>"),
        ('<p>a <span data-footnote="7">n <b>b</b><br>c</span> b</p>', f"<p>a{note('n b c')} b</p>"),
        ("<p>a<span data-footnote> </span>b</p>", "<p>ab</p>"),
        (f"<p>{note('a')}{note('b')}</p>", f"<p>{note('a')}{note('b')}</p>"),
        (
            f'<p><a href="https://a.dk">a{note("n")}b</a></p>',
            f'<p><a href="https://a.dk">a</a>{note("n")}<a href="https://a.dk">b</a></p>',
        ),
        (
            "<ul><li>a<span data-footnote><p>b</p><ul><li>c</li></ul></span></li></ul>",
            f"<ul><li>a{note('b c')}</li></ul>",
        ),
        ("<p>i <del>fem</del><ins>syv</ins> byer<s>ne</s></p>", "<p>i syv byer</p>"),
    ],
)
def test_text(given, kept):
    assert clean(given) == kept


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("<ul><li>En</li><li><p>To</p></li></ul>", "<ul><li>En</li><li>To</li></ul>"),
        ("<li>Løs</li><li>to</li>", "<ul><li>Løs</li><li>to</li></ul>"),
        ("<ul>Uden punkt<li>med</li></ul>", "<ul><li>Uden punkt</li><li>med</li></ul>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<ul><li></li></ul><p>a</p>", "<p>a</p>"),
        ("<ul></ul>", ""),
        ('<ol start="4" type="a"><li>a</li></ol>', '<ol start="4" type="a"><li>a</li></ol>'),
        ('<ol start="-1" type="disc" class="x"><li>a</li></ol>', "<ol><li>a</li></ol>"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>"),
    ],
)
def test_lists_hold_items_alone(given, kept):
    assert clean(given) == kept


def row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (row("a", "b") + row("c"), row("a", "b") + row("c", "")),
        ("<tr></tr>" + row("a"), row("a")),
        ("<thead><tr><th>H</th></tr></thead>" + row("a"), "<tr><th>H</th></tr>" + row("a")),
        (
            '<tr><td rowspan="9">a</td><td>b</td></tr>' + row("c"),
            '<tr><td rowspan="2">a</td><td>b</td></tr>' + row("c"),
        ),
        ('<tr><td colspan="100000">a</td></tr>', row("a")),
        ('<tr><td colspan="0">a</td><td colspan="x">b</td></tr>', row("a", "b")),
        (
            '<tr><td>a</td><td rowspan="2">b</td></tr><tr><td colspan="2">c</td></tr>',
            '<tr><td>a</td><td rowspan="2">b</td></tr>' + row("c"),
        ),
        ("<td>a</td><td>b</td>", row("a", "b")),
        (row("a", "b") + row("", ""), row("a", "b")),
        (row("a") + row("&nbsp;") + row("<p> </p>") + row("<br>"), row("a")),
        (row("a") + row("") + row("b"), row("a") + row("") + row("b")),
        (row("a") + row("b<br>c"), row("a") + row("b<br>c")),
        (
            '<tr><td rowspan="2">a</td><td>b</td></tr>' + row("") + row("", ""),
            row("a", "b"),
        ),
    ],
)
def test_tables_are_rectangles(given, kept):
    assert clean(f"<table>{given}</table>") == f"<table><tbody>{kept}</tbody></table>"


def test_words_beside_the_cells_stand_before_the_table():
    assert clean("<table><caption>Navn</caption>løst<tr><td>a</td></tr></table>").startswith(
        "<p>Navn</p><p>løst</p><table>"
    )


def test_words_beside_the_cells_of_an_inner_table_stand_before_that_one():
    inner = "<table><caption>Navn</caption>løst<tr><td>b</td></tr></table>"
    inside = f"<p>a</p><p>Navn</p><p>løst</p><table><tbody>{row('b')}</tbody></table>"
    for around, kept in (
        ("<table><tr><td>a{}</td></tr></table>", f"<table><tbody>{row(inside)}</tbody></table>"),
        ("<ul><li>a{}</li></ul>", f"<ul><li>{inside}</li></ul>"),
        (
            "<table><tr><td><ul><li>a{}</li></ul></td></tr></table>",
            f"<table><tbody>{row(f'<ul><li>{inside}</li></ul>')}</tbody></table>",
        ),
    ):
        assert clean(around.format(inner)) == kept


def test_a_table_without_rows_is_gone():
    assert clean("<p>a</p><table></table>") == "<p>a</p>"


def test_a_table_as_wide_as_a_sheet_is_refused():
    with pytest.raises(Refused, match="30 kolonner"):
        clean(f"<table>{row(*'x' * 31)}</table>")


@pytest.mark.parametrize(
    "payload",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<a href='javascript:alert(1)'>klik</a>",
        "<a href=' java\tscript:alert(1)'>klik</a>",
        "<a href='&#106;avascript:alert(1)'>klik</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>klik</a>",
        "<a href='//evil.example'>klik</a>",
        "<a href='file:///etc/passwd'>klik</a>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=x()&gt;'>",
        "<p style='background:url(//evil.example)' onclick='x()' class='y' id='z'>ord</p>",
        "<form action='//evil.example'><input name=x><button>ok</button></form>",
        "<style>@import '//evil.example'</style>",
        "<link rel=stylesheet href='//evil.example'><meta http-equiv=refresh content='0;url=//evil.example'>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<template><img src=x onerror=alert(1)></template>",
        '<p>"><script>alert(1)</script></p>',
        "<object data='//evil.example'></object><embed src='//evil.example'><video src='//e'></video>",
    ],
)
def test_nothing_active_is_left(payload):
    kept = clean(f"<p>før</p>{payload}<p>efter</p>")
    tags = {element.tag for element in lxml_html.fragment_fromstring(kept, create_parent="div").iter()}
    assert tags <= {"div", "p", "a", "strong", "em", "br", "ul", "ol", "li", "blockquote"} | TABLE
    attributes = set(re.findall(r"<\w+ ([\w-]+)=", kept))
    assert not attributes
    assert "alert(1)</script" not in kept
    assert "før" in kept


TABLE = {"table", "tbody", "tr", "td", "th"}


@pytest.mark.parametrize(
    "href",
    ["https://politi.dk/a?x=1&y=2#z", "http://politi.dk", "mailto:a@b.dk", "tel:114", "https://a.dk/a\u030a"],
)
def test_links_that_may_stand(href):
    found = lxml_html.fromstring(
        clean(f'<p><a href="{href}" title="&quot;T&quot;" target="_blank">ord</a></p>')
    )
    assert dict(found.find("a").attrib) == {"href": href, "title": '"T"'}


@pytest.mark.parametrize(
    "href",
    [
        "#_ftn1",
        "#_Toc12345",
        "#afsnit-1a2b3c4d",
        "#",
        "",
        "plan.html",
        "/arbejdsbord/",
        "../",
        "?side=2",
        "//a.dk",
        "http://[",
        "https://:8000/",
        "https:///intet",
    ],
)
def test_a_link_to_a_place_on_the_page_or_beside_it_is_words_alone(href):
    assert clean(f'<p>Se <a href="{href}">[1]</a></p>') == "<p>Se [1]</p>"


def test_word_paste_keeps_bold_and_italic_and_nothing_of_word():
    assert clean(WORD_PASTE) == (
        "<p><strong>Fed</strong> og <em>kursiv</em></p><p>·Punkt</p>"
        "<p><strong>Også fed</strong><em> og skrå</em></p>"
    )


def test_bold_that_says_it_is_not_stays_plain():
    assert (
        clean('<b style="font-weight:normal"><p>Fra et andet dokument</p></b>')
        == "<p>Fra et andet dokument</p>"
    )


@pytest.mark.parametrize(
    "code", ["\x00", "\x07", "\u200b", "\u202e", "\u2066", "\ufeff", "\ue000", "\ud800", "\u00ad"]
)
def test_characters_that_nobody_sees_are_gone(code):
    assert clean(f"<p>Sam{code}arbejde</p>") == "<p>Samarbejde</p>"
    assert line(f"Sam{code}arbejde") == "Samarbejde"
    assert from_plain(f"Sam{code}arbejde") == "<p>Samarbejde</p>"


@pytest.mark.parametrize("entity", ["&#8203;", "&#x202e;", "&#xe000;", "&#0;", "&shy;", "&zwj;"])
def test_nor_do_they_come_in_as_entities(entity):
    assert clean(f"<p>Sam{entity}arbejde</p>") == "<p>Samarbejde</p>"


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>A\u030alborg</p>", "<p>Ålborg</p>"),
        ("<p>A<span>\u030a</span>lborg</p>", "<p>Ålborg</p>"),
        ("<p>A&#778;lborg</p>", "<p>Ålborg</p>"),
        (
            '<p><a href="https://a.dk" title="A\u030a">b</a></p>',
            '<p><a href="https://a.dk" title="Å">b</a></p>',
        ),
    ],
)
def test_a_letter_is_one_character(html, kept):
    assert clean(html) == kept


def test_markup_is_not_composed_with_what_follows_it():
    with pytest.raises(Refused, match="»\u0338«"):
        clean("<p>\u0338a</p>")


def test_so_it_is_in_plain_words():
    assert line("A\u030alborg") == "Ålborg"
    assert from_plain("A\u030alborg") == "<p>Ålborg</p>"
    assert plain_text("<p>A<strong>\u030a</strong>lborg</p>") == "Ålborg"


def test_a_line_separator_parts_words():
    assert clean("<p>En\u2028to</p>") == "<p>En to</p>"
    assert line("En\u2029to") == "En to"


# --- the small ones --------------------------------------------------------------------------------------


def test_plain_text_is_a_line_a_block():
    html = (
        "<p>En <strong>f</strong><br>linje</p><ul><li>a<ul><li>b</li></ul></li></ul><p>x &lt;&nbsp;&amp;</p>"
    )
    assert plain_text(html) == "En f\nlinje\na\nb\nx < &"


def test_notes_are_read_after_the_text_and_part_no_word():
    html = f"<p>Af{note('Den &lt;første&gt;.')}ten.</p><ul><li>b{note('Den anden.')}</li></ul>"
    assert plain_text(html) == "Aften.\nb\nDen <første>.\nDen anden."


PICTURE = f'<figure data-picture="{"a" * 64}" data-size="800x600"'


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (f'<p>a</p>{PICTURE} data-alt="En &quot;vej&quot;"></figure>',) * 2,
        (
            f'{PICTURE} data-alt=" En  vej"><img src=x onerror=x()><figcaption><b>V</b>ej</figcaption>',
            f'{PICTURE} data-alt="En vej"><figcaption>Vej</figcaption></figure>',
        ),
        (f'<ul><li>{PICTURE} data-alt=""></figure></li></ul>',) * 2,
        (f'<p>a{PICTURE} data-alt=""></figure>b</p>', f'<p>a</p>{PICTURE} data-alt=""></figure><p>b</p>'),
        ('<figure data-picture="../x" data-size="8x6" data-alt="a">b</figure>', "<p>b</p>"),
        (f'{PICTURE.replace("800", "9999")} data-alt="a">b</figure>', "<p>b</p>"),
    ],
)
def test_pictures_are_named_and_described(given, kept):
    assert clean(given) == kept


LONG = "x " * 299 + "xx"  # 600 letters


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (f' data-alt="{LONG}"><figcaption>{LONG}', None),
        (f' data-alt="{LONG}x"><figcaption>a', "Det, der siges om et billede, kan højst have 600 tegn"),
        (f' data-alt="a"><figcaption>{LONG}x', "En billedtekst kan højst have 600 tegn"),
        (' data-alt=""><figcaption>a', "Et billede mangler ord om, hvad det viser"),
        ("><figcaption>", "Et billede mangler ord om, hvad det viser"),
    ],
)
def test_a_picture_has_words_and_not_too_many(words, refused):
    html = f"{PICTURE}{words}</figcaption></figure>"
    if refused:
        with pytest.raises(Refused, match=refused):
            clean(html)
    else:
        assert clean(html) == html


def test_what_a_picture_shows_is_words():
    html = f'<p>a</p>{PICTURE} data-alt="En vej"><figcaption>Vejen</figcaption></figure><p>b</p>'
    assert plain_text(clean(html)) == "a\nEn vej\nVejen\nb"


def test_a_note_as_long_as_a_section_is_refused():
    with pytest.raises(Refused, match="2.000 tegn"):
        clean(f"<p>a{note('x ' * 1001)}</p>")


def test_plain_text_becomes_paragraphs():
    assert (
        from_plain("En & to\r\nsamme\r\n\r\n\r\nnæste <b>")
        == "<p>En &amp; to<br>samme</p><p>næste &lt;b&gt;</p>"
    )
    assert from_plain(" \n \n") == ""


def test_a_line_is_one_line():
    assert line("  To\r\nord\u00a0 og\tet ") == "To ord og et"
