"""The form field for plan text: with the editor, without JavaScript, and when the text cannot be."""

import json

import pytest
from django import forms
from django.template import Context, Template
from hypothesis import given, settings
from lxml import html

from samarbejde.forms.rich_text import RichTextField, RichTextWidget
from samarbejde.text.rich_text import EXTENSIONS, clean
from tests.text.test_rich_text_properties import SOUP


class Form(forms.Form):
    body = RichTextField(label="Tekst", required=False)
    must = RichTextField(label="Begrundelse")


def cleaned(typed: str) -> str:
    form = Form({"body": typed, "must": "x"})
    assert form.is_valid(), form.errors
    return form.cleaned_data["body"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("<p>Fra <strong>editoren</strong></p>", "<p>Fra <strong>editoren</strong></p>"),
        ("Uden kode\n\nto afsnit", "<p>Uden kode</p><p>to afsnit</p>"),
        ("5 < 6 og <dig> og a & b", "<p>5 &lt; 6 og &lt;dig&gt; og a &amp; b</p>"),
        ("<p>Før</p>\n\nTilføjet\n\nto gange", "<p>Før</p><p>Tilføjet</p><p>to gange</p>"),
        ("  \n\u00a0 ", ""),
        ("<p></p>", ""),
        ("<p>Ord</p><script>alert(1)</script>", "<p>Ord</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
    ],
)
def test_what_was_typed(typed, kept):
    assert cleaned(typed) == kept


@pytest.mark.parametrize("blank", ["", " ", "<p></p>", "<p>&nbsp;</p>", "\u200b", "<p><img src=x></p>"])
def test_a_text_without_words_is_missing(blank):
    form = Form({"must": blank})
    assert form.errors["must"] == ["Feltet skal udfyldes."]


def test_a_refused_text_is_an_error_in_words_and_comes_back():
    form = Form({"body": "<p>" + "x" * 200_001, "must": "x"})
    assert "kan højst rumme 200.000" in form.errors["body"][0]
    assert "xxx" in str(form["body"])


def test_the_textarea_is_the_editor_of_exactly_what_is_cleaned():
    area = html.fromstring(str(Form({"body": "<p>a & b</p><script>"})["body"]))
    [textarea] = area.xpath("descendant-or-self::textarea")
    assert textarea.text.strip() == "<p>a & b</p>\n<script>"
    config = json.loads(textarea.get("data-django-prose-editor-configurable"))
    offered = {name for name, wanted in EXTENSIONS.items() if wanted}
    assert offered <= set(config["extensions"])
    assert "HTML" not in config["extensions"]
    assert textarea.get("lang") == "da"


def test_the_scripts_have_the_nonce_and_come_in_order():
    page = Template("{% load rich_text %}{% rich_text_editor %}").render(Context({"CSP_NONCE": "n0nce"}))
    scripts = html.fragment_fromstring(page, create_parent="div").findall("script")
    assert scripts[0].get("type") == "importmap"
    assert {script.get("nonce") for script in scripts} == {"n0nce"}
    theirs = ["/django_prose_editor/" in script.get("src") for script in scripts[1:]]
    assert theirs == [False, False, False, False, False, True, True], "ours listen before the editor speaks"
    assert scripts[1].get("src").endswith("prose-editor-words.js")
    assert not Form().media.render()  # nothing beside what the tag gives a nonce


def test_a_textarea_without_javascript_has_a_block_a_line_and_saving_it_changes_nothing():
    table = "<table><tbody><tr><td>e</td></tr></tbody></table>"
    text = f"<p>a</p><ul><li>b</li><li>c<ul><li>d</li></ul></li></ul>{table}"
    [area] = html.fragments_fromstring(str(Form(initial={"body": text})["body"]))[:1]
    assert area.text.strip().count("\n") == 7
    assert cleaned(area.text) == text


@settings(max_examples=200, deadline=None)
@given(SOUP)
def test_whatever_stands_is_saved_as_it_stood(soup):
    stands = clean(soup)
    assert clean(RichTextWidget().format_value(stands) or "") == stands
