"""A picture is chosen, dropped and pasted; without words for who cannot see it there is none."""

import base64

from django.urls import reverse
from playwright.sync_api import expect

from plans.pictures.models import Picture
from tests.browser import PHONE
from tests.editor.reading import stands
from tests.looking import faults, too_wide
from tests.plans.pictures.making import figure, sent

PASTE = """data => {
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], "skærm.png", { type: "image/png" }));
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.querySelector(".ProseMirror").dispatchEvent(event);
}"""


def test_a_picture(writer, natteliv):
    address = reverse("edit-section", args=[natteliv.plan_id, natteliv.pk])
    writer.opens(address)
    page = writer.page
    writer.writes("Tekst", "")
    writer.presses("Billede")
    dialog = page.get_by_role("dialog", name="Billede")
    send = dialog.get_by_role("button", name="Indsæt")
    send.click()
    expect(dialog).to_contain_text("Vælg et billede.")
    file = {"name": "torv.png", "mimeType": "image/png", "buffer": b"<svg onload='alert(1)'/>"}
    dialog.get_by_label("Billede", exact=True).set_input_files([file])
    send.click()
    expect(dialog).to_contain_text("Skriv, hvad billedet viser")
    dialog.get_by_label("Hvad viser billedet?").fill("Torvet om natten")
    dialog.get_by_label("Billedtekst").fill("Torvet")
    send.click()
    expect(dialog).to_contain_text("Filen er ikke et billede, som kan vises")
    assert faults(page) == []
    page.set_viewport_size(PHONE)
    assert not too_wide(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    dialog.get_by_label("Billede", exact=True).set_input_files([file | {"buffer": sent()}])
    send.click()
    expect(dialog).to_have_count(0)
    shown = page.locator(".plan-picture img")
    expect(shown).to_have_attribute("alt", "Torvet om natten")
    page.wait_for_function("() => document.querySelector('.plan-picture img').naturalWidth === 40")

    page.evaluate(PASTE, base64.b64encode(sent(colour="blue")).decode())
    dialog.get_by_label("Billedet er kun pynt").check()
    send.click()
    expect(page.locator(".plan-picture")).to_have_count(2)
    assert faults(page) == []
    writer.clicks("Gem")
    red, blue = Picture.objects.order_by("pk")
    assert figure(red, "Torvet om natten", "Torvet") in stands(natteliv)
    assert figure(blue, "") in stands(natteliv)
    before = stands(natteliv)

    writer.opens(address)
    page.wait_for_function("() => document.querySelector('.plan-picture img').naturalWidth === 40")
    writer.clicks("Gem")
    assert stands(natteliv) == before, "opening and saving changes nothing"
    writer.opens(address)
    page.locator(".plan-picture").first.dblclick()
    dialog.get_by_label("Hvad viser billedet?").fill("Torvet en lørdag nat")
    dialog.get_by_label("Billedet er kun pynt").uncheck()
    dialog.get_by_role("button", name="Gem").click()
    expect(dialog).to_have_count(0)
    writer.clicks("Gem")
    assert 'data-alt="Torvet en lørdag nat"' in stands(natteliv)
