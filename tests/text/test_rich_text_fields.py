"""Fields in plan text are words until they are filled, and then what they stand for."""

import pytest

from samarbejde.text.rich_text import clean
from samarbejde.text.rich_text_fields import Value, filled, filled_in_line, renamed, renamed_in_line
from samarbejde.text.rich_text_replacing import Sought, hits, replaced

VALUES = {
    "planens år": Value("2027"),
    "lov": Value("retsplejeloven § 113", "https://a.dk/", "<blockquote><p>Ordlyd</p></blockquote>"),
    "lov uden ordlyd": Value("politiloven § 1", needs_a_line=True),
    "kommuner": Value("Herning & Skive", alone="<ul><li>Herning</li><li>Skive</li></ul>"),
}
PICTURE = f'<figure data-picture="{"a" * 64}" data-size="8x6" data-alt="Et kort"><figcaption>'
BELOW = "</figcaption></figure>"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<p>I {planens år} er vi</p>", "<p>I 2027 er vi</p>"),
        ("<p>I { Planens\xa0 År } er vi</p>", "<p>I 2027 er vi</p>"),
        ("<p>I <strong>{planens</strong> år} er vi</p>", "<p>I <strong>2027</strong> er vi</p>"),
        ("<p>Et<br>{planens år}</p>", "<p>Et<br>2027</p>"),
        ("<p>{planens år}</p>", "<p>2027</p>"),
        (
            '<p>Se<span data-footnote="">Efter {lov} i {planens år}.</span> {planens år}</p>',
            '<p>Se<span data-footnote="">Efter retsplejeloven § 113 i 2027.</span> 2027</p>',
        ),
        (f"{PICTURE}{{lov}} i {{planens år}}{BELOW}", f"{PICTURE}retsplejeloven § 113 i 2027{BELOW}"),
        ("<p>{{planens år}} og {{ Planens år }}</p>", "<p>2027 og 2027</p>"),
        ("<p>{ukendt} {planens år}</p>", "<p>{ukendt} 2027</p>"),
        ("<p>Efter {lov}.</p>", '<p>Efter <a href="https://a.dk/">retsplejeloven § 113</a>.</p>'),
        ("<p>Før</p><p>{lov}</p>", "<p>Før</p><blockquote><p>Ordlyd</p></blockquote>"),
        ("<p>{lov uden ordlyd}</p>", "<p>{lov uden ordlyd}</p>"),
        ("<p>Efter {lov uden ordlyd}</p>", "<p>Efter politiloven § 1</p>"),
        ("<ul><li>{kommuner}</li></ul>", "<ul><li><ul><li>Herning</li><li>Skive</li></ul></li></ul>"),
        (
            "<table><tbody><tr><td>{kommuner}</td></tr></tbody></table>",
            "<table><tbody><tr><td>Herning &amp; Skive</td></tr></tbody></table>",
        ),
    ],
)
def test_a_field_is_filled_where_it_stands(written, shown):
    assert clean(written).replace("&nbsp;", "\xa0") == written, "stored as it was typed"
    assert filled(written, VALUES.get) == shown


def test_a_text_without_fields_is_left_as_it_is():
    text = "<p>Et  {2027} {planens år:x} &amp; to</p>"
    assert filled(text, VALUES.get) == text.replace("  ", " ")


def test_a_heading_has_the_words():
    assert filled_in_line("Mål for {planens år} og {ukendt}", VALUES.get) == "Mål for 2027 og {ukendt}"
    assert filled_in_line("{kommuner}", VALUES.get) == "Herning & Skive"


def test_fields_get_other_names_and_stay_fields():
    names = {"planens år": "årstal", "lov": "§ 113"}
    text = "{Planens  år}, {{lov}} og {kommuner}"
    assert renamed(f"<p>{text}</p>", names) == "<p>{årstal}, {{§ 113}} og {kommuner}</p>"
    assert renamed_in_line(text, names) == "{årstal}, {{§ 113}} og {kommuner}"


def test_words_in_the_name_of_a_field_are_not_replaced():
    text = "<p>Året er planens år: {planens år}.</p>"
    assert len(hits(text, Sought("planens år"))) == 1
    assert replaced(text, Sought("år"), "aar", range(9)) == "<p>Aaret er planens aar: {planens år}.</p>"
    assert replaced(text, Sought("{planens år}"), "2027", range(9)) == "<p>Året er planens år: 2027.</p>"
