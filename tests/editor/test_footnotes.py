"""A footnote is written where it is called for, opened again, moved, taken out and brought back."""

from django.urls import reverse
from playwright.sync_api import expect

from tests.editor.reading import stands
from tests.looking import faults


def test_a_footnote(writer, natteliv):
    writer.opens(reverse("edit-section", args=[natteliv.plan_id, natteliv.pk]))
    page = writer.page
    writer.writes("Tekst", " Se her")
    writer.presses("Fodnote")
    dialog = page.get_by_role("dialog", name="Fodnote")
    dialog.get_by_role("button", name="Indsæt").click()
    expect(dialog.get_by_label("Notens tekst")).to_have_attribute("aria-invalid", "true")
    dialog.get_by_label("Notens tekst").fill("Efter kl. 22.\nSe https://politi.dk/natteliv.")
    dialog.get_by_role("button", name="Indsæt").click()
    expect(dialog).to_have_count(0)
    writer.types(" og der.")
    note = page.get_by_role("img", name="Fodnote: Efter kl. 22. Se https://politi.dk/natteliv.")
    expect(note).to_have_count(1)
    assert faults(page) == []
    note.click()
    writer.types("Enter")
    dialog.get_by_label("Notens tekst").fill("Efter kl. 23.")
    dialog.get_by_role("button", name="Gem").click()
    expect(page.get_by_role("img", name="Fodnote: Efter kl. 23.")).to_have_count(1)
    page.keyboard.press("Backspace")
    expect(page.get_by_role("img", name="Fodnote")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(page.get_by_role("img", name="Fodnote: Efter kl. 23.")).to_have_count(1)
    writer.clicks("Gem")
    assert stands(natteliv) == (
        '<p>Politiet går tur.</p><p>Slut. Se her<span data-footnote="">Efter kl. 23.</span> og der.</p>'
    )
    natteliv.refresh_from_db()
    written = natteliv.version
    writer.opens(reverse("edit-section", args=[natteliv.plan_id, natteliv.pk]))
    writer.clicks("Gem")
    natteliv.refresh_from_db()
    assert natteliv.version == written, "opening and saving changes nothing"
