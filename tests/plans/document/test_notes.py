"""Footnotes are counted through the whole plan, in reading order, and lead both ways."""

from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import escape
from lxml import html as lxml_html

from plans.document.snapshot.marks import Mark
from plans.document.snapshot.wording import MARKS
from plans.templatetags.apart import MARKUP, counted
from samarbejde.text.rich_text import clean
from samarbejde.text.rich_text_showing import shown
from tests.plans.publication.pdf import samples


def note(words: str) -> str:
    return f'<span data-footnote="">{words}</span>'


def topics(*descriptions: str):
    rows = [
        {"title": "Unge", "scope": "local", "is_new": None, "anchor": "", "description": each}
        for each in descriptions
    ]
    return {"municipalities": [{"name": "Skive", "slug": "skive", "rows": rows}]}


def plan():
    filled = topics(f"<p>c{note('tredje')}</p>")
    filled["municipalities"][0]["rows"][0]["position"] = 1
    return samples.snapshot(
        [
            samples.section(
                "1", "Først", 0, body=clean(f"<p>a{note('første, se https://politi.dk/a.')}</p>")
            ),
            samples.section("2", "Uden", 0, body="<p>b</p>"),
            samples.section(
                "3",
                "Sidst",
                0,
                body=f"<p>b{note('anden &lt;b&gt;')}</p>",
                closing=f"<p>d{note('fjerde')}</p>",
                data_kind="priorities",
                data=filled,
            ),
        ]
    )


def test_all_that_may_hold_a_note_is_looked_through():
    assert {name for name, mark in MARKS.items() if mark is Mark.MARKUP} == set(MARKUP)


def test_numbers_go_through_the_plan_in_reading_order():
    sections = counted(Context(), plan()["sections"])
    assert [[note.number for note in section["notes"]] for section in sections] == [
        [1],
        [],
        [2, 3, 4],
    ]
    words = [
        lxml_html.fragment_fromstring(each.html, create_parent="p").text_content()
        for each in sections[2]["notes"]
    ]
    assert words == ["anden <b>", "tredje", "fjerde"]
    assert "data-footnote" not in str(sections)
    assert plan()["sections"][2]["body"] == f"<p>b{note('anden &lt;b&gt;')}</p>", (
        "what is kept is not touched"
    )


def test_each_leads_to_its_note_and_back():
    page = lxml_html.fromstring(render_to_string("plans/document/_plan.html", {"snapshot": plan()}))
    for number in "1234":
        (mark,) = page.xpath(f"//a[@href='#note-{number}']")
        (back,) = page.xpath(f"//*[@id='note-{number}']/a[@href='#{mark.get('id')}']")
        assert mark.text_content() == number
        assert back.get("aria-label") == f"Tilbage til teksten fra note {number}"
    lists = page.xpath("//ol[@class='notes']")
    assert [(each.get("start"), len(each)) for each in lists] == [("1", 1), ("2", 3)]
    assert page.xpath("string(//*[@id='note-1']/a/@href)") == "https://politi.dk/a"


def test_a_text_by_itself_counts_its_own_and_has_no_ids():
    html = shown(f"<p>a{note('et')} b{note('to')}</p>")
    page = lxml_html.fragment_fromstring(html, create_parent="div")
    assert [mark.text_content() for mark in page.iter("sup")] == ["Note 1", "Note 2"]
    assert [each.text_content() for each in page.xpath("ol[@class='notes']/li")] == ["et", "to"]
    assert not page.xpath("//*[@id]")


def test_what_is_said_of_a_picture_is_words_alone():
    words = '"><script>alert(1)</script>'
    body = clean(
        f'<figure data-picture="{"a" * 64}" data-size="8x6" data-alt="{escape(words)}">'
        f"<figcaption>{escape(words)}</figcaption></figure>"
    )
    text = samples.snapshot([samples.section("1", "Først", 0, body=body)])
    for kept in ({"a" * 64: "data:image/png;base64,"}, {}):
        context = {"snapshot": text, "pictures": kept}
        page = lxml_html.fromstring(render_to_string("plans/document/_plan.html", context))
        assert not list(page.iter("script"))
        said = [*page.xpath("//img/@alt"), page.xpath("string(//figure)")]
        assert sum(each.count("<script>alert(1)</script>") for each in said) == 2
