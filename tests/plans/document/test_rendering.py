"""The one text that everybody sees: complete, plain JSON, and the same for the same words."""

import json

from django.template.loader import render_to_string

from plans.document.models import RegisterData, SectionKind
from plans.document.rendering import content_hash, snapshot
from plans.document.wording import wording


def test_a_snapshot_holds_every_section_in_order(plan, section):
    chapter = section(
        "Indsatsområder", body="<p>Tekst</p>", closing="<p>Slut</p>", data=RegisterData.FOCUS_AREAS
    )
    section("Natteliv", chapter)
    text = snapshot(plan)
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
    before = content_hash(snapshot(plan))
    assert before == content_hash(dict(reversed(snapshot(plan).items())))
    chapter.version = 9
    chapter.save()
    assert content_hash(snapshot(plan)) == before
    chapter.body = "<p>b</p>"
    chapter.save()
    assert content_hash(snapshot(plan)) != before


def test_every_kind_of_data_can_be_shown(plan, section):
    for kind in RegisterData.values:
        section(f"Afsnit {kind}", data=kind, body="<p>Tekst</p>")
    section("", kind=SectionKind.PART)
    text = snapshot(plan)
    page = render_to_string("plans/document/_plan.html", {"snapshot": text})
    for part in text["sections"]:
        assert f'id="{part["anchor"]}"' in page
    assert page.count("<section") - page.count('class="municipality"') == len(text["sections"])


def test_headings_are_escaped(plan, section):
    section("<script>alert(1)</script> & co.", body="<p>a</p>")
    page = render_to_string("plans/document/_plan.html", {"snapshot": snapshot(plan)})
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_the_wording_is_all_that_people_read(plan, section):
    section("Natteliv", body="<p>Første <strong>ord</strong></p>", closing="<p>Sidste</p>")
    words = list(wording(snapshot(plan)))
    assert {"1. Natteliv", "Første ord", "Sidste", "Samarbejdsplan 2027"} <= set(words)
    assert not any(str(plan.sections.get().lineage) in text for text in words)
