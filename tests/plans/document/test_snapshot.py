"""The one text that everybody sees: complete, plain JSON, and the same for the same words."""

import json
from typing import TypedDict

import pytest
from django.template.loader import render_to_string

from plans.document.make_snapshot import make_snapshot
from plans.document.models import RegisterData, SectionKind
from plans.document.obstacles import obstacles
from plans.document.snapshot import content_hash, markup, wording
from plans.document.snapshot.marks import Html, Key, Text, marks


def test_a_snapshot_holds_every_section_in_order(plan, section):
    chapter = section(
        "Indsatsområder", body="<p>Tekst</p>", closing="<p>Slut</p>", data=RegisterData.FOCUS_AREAS
    )
    section("Natteliv", chapter)
    text = make_snapshot(plan)
    assert text["title"] == "Samarbejdsplan 2027"
    assert text["district"]["slug"] == "midt-og-vestjylland"
    first, second = text["sections"]
    assert (first["number"], first["label"], first["title"], first["depth"]) == (
        "1", "1.", "1. Indsatsområder", 0,
    )  # fmt: skip
    assert (first["body"], first["closing"], first["data_kind"]) == (
        "<p>Tekst</p>",
        "<p>Slut</p>",
        "focus_areas",
    )
    assert first["data"] == {"rows": []}
    assert first["lineage"] == str(chapter.lineage)
    assert first["anchor"] == chapter.anchor
    assert (second["heading_level"], second["data"]) == (3, None)
    assert json.loads(json.dumps(text)) == text


def test_the_hash_is_of_the_words_and_nothing_else(plan, section):
    chapter = section("Natteliv", body="<p>a</p>")
    before = content_hash(make_snapshot(plan))
    assert before == content_hash(dict(reversed(make_snapshot(plan).items())))
    chapter.version = 9
    chapter.save()
    assert content_hash(make_snapshot(plan)) == before
    chapter.body = "<p>b</p>"
    chapter.save()
    assert content_hash(make_snapshot(plan)) != before


def test_every_kind_of_data_can_be_shown(plan, section):
    for kind in RegisterData.values:
        section(f"Afsnit {kind}", data=kind, body="<p>Tekst</p>")
    section("", kind=SectionKind.PART)
    text = make_snapshot(plan)
    page = render_to_string("plans/document/_plan.html", {"snapshot": text})
    for part in text["sections"]:
        assert f'id="{part["anchor"]}"' in page
    assert page.count("<section") - page.count('class="municipality"') == len(text["sections"])


def test_headings_are_escaped(plan, section):
    section("<script>alert(1)</script> & co.", body="<p>a</p>")
    page = render_to_string("plans/document/_plan.html", {"snapshot": make_snapshot(plan)})
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_the_wording_is_all_that_people_read(plan, section):
    section("Natteliv", body="<p>Første <strong>ord</strong></p>", closing="<p>Sidste</p>")
    words = list(wording(make_snapshot(plan)))
    assert {"1. Natteliv", "Første ord", "Sidste", "Samarbejdsplan 2027"} <= set(words)
    assert not any(str(plan.sections.get().lineage) in text for text in words)


def test_a_name_that_no_shape_declares_is_read_as_words(plan, section):
    section("Natteliv")
    text = make_snapshot(plan)
    text["sections"][0]["remark"] = [{"by": "Ring til 010190-1234"}]
    assert "Ring til 010190-1234" in list(wording(text))
    [found] = obstacles(text)
    assert "ligner et CPR-nummer" in found.text


def test_what_is_for_programs_is_not_read():
    assert list(wording({"slug": "a", "is_new": True, "year": 2027, "rows": [{"signed_at": "b"}]})) == []


def test_markup_is_all_that_is_written_as_html():
    row = {"title": "a", "description": "<p>b</p>"}
    text = {"body": "<p>c</p>", "heading": "d", "data": {"rows": [row]}}
    assert list(markup(text)) == ["<p>c</p>", "<p>b</p>"]


class Inner(TypedDict):
    title: Text


class Marked(TypedDict):
    year: int
    body: Html | None
    names: list[Text]
    rows: list[Inner] | None


class Unmarked(TypedDict):
    rows: list[str]


class TitleAsKey(TypedDict):
    title: Key
    inner: Inner


def test_each_string_is_declared_once():
    assert {name: mark.value for name, mark in marks(Marked).items()} == {
        "body": "markup",
        "names": "words",
        "title": "words",
    }
    with pytest.raises(TypeError, match=r"Unmarked.rows is neither Text, Html nor Key"):
        marks(Unmarked)
    with pytest.raises(TypeError, match="title"):
        marks(TitleAsKey)
