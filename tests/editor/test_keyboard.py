"""The editor by keyboard, and what its parts are called."""

from django.urls import reverse
from playwright.sync_api import expect

from plans.document.models import RegisterData
from tests.looking import faults


def test_tab_goes_through_a_table_and_out_of_it(writer, natteliv):
    table = "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"
    natteliv.body = f"<p>Før</p>{table}"
    natteliv.save()
    writer.opens(reverse("edit-section", args=[natteliv.plan_id, natteliv.pk]))
    writer.page.locator(".ProseMirror td").first.click()
    writer.page.wait_for_timeout(100)  # the editor learns a moment later of where it is
    writer.types("End", "1", "Tab", "ArrowRight", "2", "Tab")
    assert writer.focused_name == "Felter fra registret"
    writer.page.locator(".ProseMirror td").first.click()
    writer.page.wait_for_timeout(100)  # the editor learns a moment later of where it is
    writer.types("Shift+Tab")
    assert writer.page.evaluate("document.activeElement.closest('[role=toolbar]') !== null")
    expect(writer.page.get_by_role("textbox", name="Tekst")).to_have_accessible_description(
        "Alt+F10 går til knapperne og Esc tilbage. "
        "I en tabel går Tab fra celle til celle og efter den sidste videre på siden."
    )
    writer.clicks("Gem")
    natteliv.refresh_from_db()
    assert natteliv.body == "<p>Før</p><table><tbody><tr><td>a1</td><td>b2</td></tr></tbody></table>"


def test_each_toolbar_and_each_dialog_has_a_name_of_its_own(writer, natteliv):
    natteliv.data, natteliv.closing = RegisterData.DUTIES, "<p>Slut.</p>"
    natteliv.save()
    writer.opens(reverse("edit-section", args=[natteliv.plan_id, natteliv.pk]))
    writer.page.locator("summary", has_text="Tekst efter oplysningerne").click()
    bars = writer.page.get_by_role("toolbar")
    assert [bar.get_attribute("aria-label") for bar in bars.all()] == [
        "Formatering af Tekst",
        "Formatering af Tekst efter oplysningerne",
    ]
    writer.writes("Tekst efter oplysningerne", "")
    writer.types("Shift+ArrowLeft")
    writer.page.wait_for_timeout(100)
    writer.types("Control+k")
    dialog = writer.page.get_by_role("dialog", name="Link")
    expect(dialog).to_be_visible()
    assert faults(writer.page) == []
    writer.types("Escape")
    expect(dialog).to_have_count(0)
    assert writer.focused_name == "Tekst efter oplysningerne"
    writer.types("Control+k", "https://www.politi.dk/", "Enter")
    expect(dialog).to_have_count(0)
    assert writer.focused_name == "Tekst efter oplysningerne"
    writer.clicks("Gem")
    natteliv.refresh_from_db()
    assert natteliv.closing == '<p>Slut<a href="https://www.politi.dk/">.</a></p>'
