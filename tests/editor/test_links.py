"""A link is made in a dialog that says what it may lead to, and why an address will not do."""

from django.urls import reverse
from playwright.sync_api import expect

from tests.editor.reading import stands
from tests.looking import faults

ADDRESSES = {
    "https://politi.dk/a?x=1#b": "https://politi.dk/a?x=1#b",
    "http://localhost.dk:8000/": "http://localhost.dk:8000/",
    "www.politi.dk": "https://www.politi.dk",
    "rådet.dk/møde": "https://rådet.dk/møde",
    "kreds@politi.dk": "mailto:kreds@politi.dk",
    "mailto:kreds@politi.dk": "mailto:kreds@politi.dk",
    "+45 12 34 56 78": "tel:+4512345678",
    "114": "tel:114",
}
REFUSED = {
    "": "Skriv den adresse",
    "#afsnit-1": "»Indsæt felt«",
    "/arbejdsbord/": "»Indsæt felt«",
    "javascript:alert(1)": "»javascript:«",
    "file:///c:/plan.docx": "»file:«",
    "C:\\plan.docx": "»C:«",
    "politi": "ikke hel",
    "https://politi": "ikke hel",
    "kreds@politi": "Mailadressen",
    "politi dk": "mellemrum",
}
ADDRESS_OF = """async typed => {
    const { dataset } = document.querySelector("textarea");
    const modules = JSON.parse(dataset.djangoProseEditorConfigurable).js_modules;
    const { addressOf } = await import(modules.find((address) => address.includes("editor-links")));
    return typed.map(addressOf);
}"""

BEFORE_ANY_OTHER_KEY = """async () => {
    document.querySelector("dialog[open] form").requestSubmit();
    for (let step = 0; step < 20; step++) await null;
    return document.querySelector("[contenteditable=true]").innerText;
}"""


def test_what_a_link_may_lead_to(writer, natteliv):
    writer.opens(reverse("edit-section", args=[natteliv.plan_id, natteliv.pk]))
    whole = writer.page.evaluate(ADDRESS_OF, list(ADDRESSES))
    assert whole == [[address, ""] for address in ADDRESSES.values()]
    refused = writer.page.evaluate(ADDRESS_OF, list(REFUSED))
    for typed, (address, reason) in zip(REFUSED, refused, strict=True):
        assert not address, typed
        assert REFUSED[typed] in reason, typed


def test_a_link_with_words_of_its_own(writer, natteliv):
    writer.opens(reverse("edit-section", args=[natteliv.plan_id, natteliv.pk]))
    page = writer.page
    writer.writes("Tekst", " Se ")
    writer.presses("Indsæt link")
    dialog = page.get_by_role("dialog", name="Link")
    expect(dialog).to_contain_text("en side på nettet, en mailadresse eller et telefonnummer")
    dialog.get_by_label("Ord").fill("politiets side")
    dialog.get_by_label("Adresse").fill("#afsnit")
    dialog.get_by_role("button", name="Indsæt").click()
    address = dialog.get_by_label("Adresse")
    expect(address).to_be_focused()
    expect(address).to_have_attribute("aria-invalid", "true")
    assert "»Indsæt felt«" in (dialog.inner_text())
    assert faults(page) == []
    address.fill("www.politi.dk")
    writer.types("Enter")
    expect(dialog).to_have_count(0)
    writer.types("!")
    writer.clicks("Gem")
    link = '<a href="https://www.politi.dk">politiets side</a>'
    assert stands(natteliv) == f"<p>Politiet går tur.</p><p>Slut. Se {link}!</p>"


def test_a_key_pressed_as_the_dialog_goes_comes_behind_the_link(writer, natteliv):
    writer.opens(reverse("edit-section", args=[natteliv.plan_id, natteliv.pk]))
    writer.writes("Tekst", " Se ")
    writer.presses("Indsæt link")
    dialog = writer.page.get_by_role("dialog", name="Link")
    dialog.get_by_label("Ord").fill("politiets side")
    dialog.get_by_label("Adresse").fill("www.politi.dk")
    assert writer.page.evaluate(BEFORE_ANY_OTHER_KEY).endswith("Slut. Se politiets side")
