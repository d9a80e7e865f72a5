"""The page on which a section is written: its bar, the way to the next, and words that are found in it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from plans.document.models import RegisterData, Section
from tests.browser import PHONE, Portal, Visitor
from tests.editor.reading import stands
from tests.making import section

IN_VIEW = """node => {
    const { top, bottom } = node.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
}"""
LONG = "<p>Politiet går tur i byen.</p>" * 60


@pytest.fixture
def three(natteliv) -> list[Section]:
    """Natteliv, with one section before and one after it, and words of its own after what is filled in."""
    natteliv.body = "<p>Et mø<strong>de</strong> i maj.</p>" + LONG
    natteliv.data, natteliv.closing = RegisterData.DUTIES, "<p>Næste MØDE er i juni.</p>"
    natteliv.save()
    return [natteliv, section(natteliv.plan, "Unge", "<p>Skole.</p>")]


def edit(row: Section) -> str:
    return reverse("edit-section", args=[row.plan_id, row.pk])


def test_saving_and_going_on_are_always_at_hand(writer, three):
    natteliv, after = three
    writer.opens(edit(natteliv))
    page = writer.page
    assert page.locator("details[open]").count() == 0, "the text comes first"
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    save = page.get_by_role("button", name="Gem", exact=True)
    assert save.evaluate(IN_VIEW)
    writer.writes("Tekst", " Nu.")
    page.keyboard.press("Control+s")
    expect(page.locator("p.saving")).to_contain_text("Gemt kl.")
    assert stands(natteliv).endswith("byen. Nu.</p>")
    assert page.url.endswith(edit(natteliv)), "nobody is sent away"
    page.keyboard.press("Control+s")
    expect(page.locator("[role=status][data-saving]")).to_contain_text("Gemt kl.")
    writer.writes("Tekst", " Og nu.")
    page.get_by_role("link", name="Næste").click()
    page.wait_for_url(f"**{edit(after)}")  # without a question
    writer.look()
    assert stands(natteliv).endswith("Nu. Og nu.</p>")
    writer.clicks("Forrige")
    assert page.url.endswith(edit(natteliv))


@pytest.mark.usefixtures("saves_by_the_button")
def test_ctrl_s_is_the_button_where_nothing_saves_itself(writer, natteliv):
    writer.opens(edit(natteliv))
    writer.writes("Tekst", " Nu.")
    with writer.page.expect_event("load"):
        writer.page.keyboard.press("Control+s")
    assert stands(natteliv).endswith("Slut. Nu.</p>")


def finds(visitor: Visitor, words: str) -> None:
    visitor.page.get_by_role("searchbox", name="Find i afsnittet").fill(words)


def test_words_are_found_in_all_of_the_section(writer, three):
    """Across bold, in capitals or not; in the folded text too; and nothing of it is saved."""
    natteliv = three[0]
    before = natteliv.body
    writer.opens(edit(natteliv))
    page = writer.page
    writer.presses("Find")
    count = page.locator("#find-in-section output")
    finds(writer, "møde")
    expect(count).to_have_text("2 steder")
    writer.types("Enter")
    expect(count).to_have_text("1 af 2")
    expect(page.locator(".found.is-here")).to_have_text(["mø", "de"])
    page.keyboard.press("Shift+Enter")
    expect(count).to_have_text("2 af 2")
    here = page.locator(".found.is-here")
    expect(here).to_have_text("MØDE")
    expect(here).to_be_visible()
    finds(writer, "byen")
    writer.types("Enter", "Enter", "Enter")
    expect(count).to_have_text("3 af 60")
    assert page.locator(".found.is-here").evaluate(IN_VIEW)
    finds(writer, "vinter")
    expect(count).to_have_text("Ingen steder")
    writer.types("Escape")
    expect(page.get_by_role("search", name="Find i afsnittet")).to_be_hidden()
    assert writer.focused_name == "Find"
    expect(page.locator(".found")).to_have_count(0)
    writer.clicks("Gem")
    assert stands(natteliv) == before


def test_the_bar_fits_a_phone(portal: Portal, three, cast):
    visitor = portal.visitor(cast.sekretariat, size=PHONE)
    visitor.opens(edit(three[0]))
    visitor.presses("Find")
    bar = visitor.page.locator(".writing-bar")
    assert bar.evaluate("bar => bar.offsetHeight") < PHONE["height"] / 4
    finds(visitor, "byen")
    visitor.look()
