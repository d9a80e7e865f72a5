"""Fields of the register in the editor: shown as what they stand for, stored as they are written."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.editor.reading import stands
from tests.looking import faults

FIELD = ".ProseMirror .register-field"


@pytest.fixture
def text(writer, natteliv, saves_by_the_button):
    natteliv.body = "<p>I <strong>{planens år}</strong> hos {politidirektør}.</p>"
    natteliv.save()
    writer.opens(reverse("edit-section", args=[natteliv.plan_id, natteliv.pk]))
    return writer.page.locator(".ProseMirror").first


def test_a_field_is_shown_as_what_it_stands_for_and_stored_as_it_was_written(text, writer, natteliv):
    expect(writer.page.locator(FIELD)).to_have_text(["2027"])
    expect(text).to_have_text("I 2027 hos {politidirektør}.")
    expect(writer.page.get_by_role("img", name="2027 (felt: planens år)")).to_be_visible()
    assert not writer.page.evaluate("document.querySelector('form[data-unsaved]').matches('.is-unsaved')")
    text.click()
    writer.types("Control+End", " Slut.")
    writer.clicks("Gem")
    assert stands(natteliv) == "<p>I <strong>{planens år}</strong> hos {politidirektør}. Slut.</p>"


def test_one_is_chosen_from_the_menu_typed_and_taken_out_whole(text, writer, natteliv):
    text.click()
    writer.types("Control+End", " I ")
    writer.page.get_by_role("button", name="Indsæt felt").click()
    dialog = writer.page.get_by_role("dialog", name="Indsæt felt fra registret")
    expect(dialog).to_be_visible()
    assert faults(writer.page) == []
    dialog.get_by_label("Felt").select_option("antal kommuner")
    dialog.get_by_role("button", name="Indsæt").click()
    expect(dialog).to_have_count(0)
    writer.types(" kommuner og {ukendt} i {Året før}")
    expect(writer.page.locator(FIELD)).to_have_text(["2027", "11", "2026"])
    writer.page.keyboard.press("Backspace")
    expect(writer.page.locator(FIELD)).to_have_text(["2027", "11"])
    writer.clicks("Gem")
    told = "hos {politidirektør}. I {antal kommuner} kommuner og {ukendt} i</p>"
    assert stands(natteliv).endswith(told)


def test_escape_leaves_the_text_as_it_was(text, writer):
    text.click()
    writer.page.get_by_role("button", name="Indsæt felt").click()
    writer.page.keyboard.press("Escape")
    assert writer.focused_name == "Tekst"
    expect(writer.page.locator(FIELD)).to_have_text(["2027"])


def test_without_javascript_a_field_can_be_read_and_typed(portal, natteliv, cast):
    reader = portal.visitor(cast.sekretariat, javascript=False)
    reader.opens(reverse("edit-section", args=[natteliv.plan_id, natteliv.pk]))
    reader.page.get_by_text("Felter fra registret").click()
    expect(reader.page.get_by_text("{planens år}", exact=True)).to_be_visible()
    reader.page.get_by_role("textbox", name="Tekst").fill("Vi ses i {planens år}.")
    reader.page.get_by_role("button", name="Gem").click()
    expect(reader.page.get_by_text("Vi ses i 2027.")).to_be_visible()
    assert stands(natteliv) == "<p>Vi ses i {planens år}.</p>"
