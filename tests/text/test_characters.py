"""What cannot be printed is refused where it is written, in words that name it."""

import re
from pathlib import Path

import pytest
from django import forms
from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont

from plans.publication.pdf.typesetting import LONGEST_WORD as LONGEST_IN_PRINT
from samarbejde.forms.plain_text import LineField, TextField
from samarbejde.forms.rich_text import RichTextField
from samarbejde.text.characters import LONGEST_WORD, complaint, printable, unprinted
from samarbejde.text.rich_text import clean
from samarbejde.transitions import Refused


class Form(forms.Form):
    line = LineField(required=False)
    lines = TextField(required=False)
    text = RichTextField(required=False)


def test_every_character_of_the_typeface_is_allowed_and_no_other():
    css = Path(finders.find("css/plan-print.css")).read_text()
    files = [finders.find(name) for name in re.findall(r'url\("\.\./([^"]+\.ttf)"\)', css)]
    assert len(files) == 4
    printed = set.intersection(*(set(TTFont(file).getBestCmap()) for file in files))
    seen = {code for code in range(0x110000) if printable(chr(code)) == chr(code) and not chr(code).isspace()}
    assert {code for code in seen if not unprinted(chr(code))} == printed & seen


def test_the_longest_word_is_the_longest_that_is_printed():
    assert LONGEST_WORD == LONGEST_IN_PRINT


@pytest.mark.parametrize(
    "text",
    [
        "æøåÆØÅ éüß",
        "»«„“”’ – — …",
        "§ 115 € ½ m² 20 °C",
        "→ ← ↑ ↓ ≤ ≥ × ✓ •",
        "Ωαβγ Жя Đặng",
        "a\tb\nc\u00a0d",
    ],
)
def test_what_danes_write_is_printed(text):
    assert complaint(text) == ""


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Midt\u2011 og", "Midt- og"),
        ("2020\u20122021", "2020–2021"),
        ("●▪◦\uf0b7", "••••"),
        ("✔", "✓"),
        ("e\ufb03cient o\ufb01ciel", "efficient oficiel"),
        ("a\u2003b\u2009c", "a b c"),
        ("1\u202f000", "1\u00a0000"),
    ],
)
def test_what_word_and_pdf_write_otherwise_is_written_as_it_is_printed(written, kept):
    assert printable(written) == kept
    assert clean(f"<p>{written}</p>") == f"<p>{kept}</p>".replace("\u00a0", "&nbsp;")


@pytest.mark.parametrize("sign", ["☐", "😀", "👍🏽", "漢字", "⇒", "★"])
@pytest.mark.parametrize("field", ["line", "lines", "text"])
def test_what_is_not_printed_is_named_and_everything_typed_stays(field, sign):
    form = Form({field: f"Vi går ture {sign} hver uge"})
    assert form.errors == {
        field: [
            f"Teksten har tegn, som planens PDF ikke kan vise: »{sign}«. "
            "Erstat dem med ord eller almindelige tegn."
        ]
    }
    assert f"Vi går ture {sign} hver uge" in str(form[field])


def test_many_of_them_are_named_once_each_and_no_more_than_five():
    assert "»☐«, »★«, »☎«, »⇒« og »☂«." in complaint("☐ a ☐ b ★ c ☎ d ⇒ e ☂ f ☃")


@pytest.mark.parametrize("field", ["line", "lines", "text"])
def test_a_word_that_no_line_can_hold_is_refused(field):
    form = Form({field: f"En {'x' * 1001} til"})
    assert form.errors == {
        field: [
            f"Et ord i teksten har 1.001 tegn: »{'x' * 30}…«. "
            "Del det med mellemrum, så intet ord har over 1.000."
        ]
    }
    assert "x" * 1001 in str(form[field])
    assert Form({field: "x" * 1000}).is_valid()


def test_markup_does_not_part_a_word():
    with pytest.raises(Refused, match=r"1\.002 tegn"):
        clean(f"<p>{'x' * 501}<b>{'y' * 501}</b></p>")


def test_an_address_in_a_link_may_be_long():
    assert "x" * 1500 in clean(f'<p><a href="https://a.dk/{"x" * 1500}">ord</a></p>')
