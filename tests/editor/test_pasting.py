"""What comes from the clipboard: made-up pieces as Word, Word Online and Google Docs put them there."""

from pathlib import Path

from django.urls import reverse
from playwright.sync_api import Page

from tests.editor.reading import stands

CLIPBOARD = Path(__file__).parent / "clipboard"
PASTE = """html => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    const text = document.querySelector(".ProseMirror");
    text.editor.commands.clearContent();
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    text.dispatchEvent(event);
}"""
HEADINGS = "Overskrifter er sat med fed. Vælg »Del«, når du har gemt, hvis de skal være afsnit for sig."
PASTED = {
    "word-lists": (
        "<p>Kredsrådet gør tre ting:</p><ol><li>Lytter til borgerne"
        '<ol type="a"><li>på torvet</li><li>på skolen, <strong>hver</strong> måned'
        '<ol type="i"><li>i udskolingen</li></ol></li></ol></li><li>Skriver planen</li></ol>'
        '<p>Og et ophold.</p><ol start="3"><li>Følger op</li></ol>'
        "<ul><li>Punkt<ul><li>Underpunkt</li></ul></li></ul>",
        "",
    ),
    "word-notes-and-changes": (
        "<p><strong>4.1 Tryghed om natten</strong></p>"
        "<p>Politiet er til stede"
        '<span data-footnote="">Fredag og lørdag efter kl. 22.</span> i syv byer. '
        "Forbruget er 12 m<sup>2</sup>.</p>",
        f"Slettet tekst er ikke taget med. Skjult tekst er ikke taget med. {HEADINGS}",
    ),
    "word-table": (
        "<p><strong>Nøgletal</strong></p><table><tbody>"
        '<tr><th>Kommune</th><th colspan="2">Anmeldelser</th></tr>'
        "<tr><td>Herning</td><td>12</td><td><ul><li>heraf 3 natlige</li></ul></td></tr></tbody></table>"
        "<p>Kilde: politiet.</p>",
        f"Billeder er ikke taget med. Læg dem op hver for sig. {HEADINGS}",
    ),
    "word-online": (
        "<p><strong>Møder</strong></p>"
        "<ol><li><strong>Forår</strong><ol><li>dagsorden</li></ol></li><li>Efterår</li></ol>",
        HEADINGS,
    ),
    "google-docs": (
        "<p><strong>Indsatser</strong></p>"
        "<p>Vi har <strong>tre</strong><em> faste</em> indsatser, 4 km<sup>2</sup>.</p>"
        '<ul><li>Unge<ul><li>SSP</li></ul></li><li>Natteliv</li></ul><ol type="a"><li>Aften</li></ol>',
        HEADINGS,
    ),
    "word-odds": (
        '<ol start="3" type="a"><li>begynder på andet niveau</li></ol>'
        '<ol start="4" type="I"><li>fire</li></ol>'
        '<p>Se afsnit 4, <a href="https://www.politi.dk/">politi.dk</a> og style="x" i teksten.</p>'
        "<p>Slut[9]</p>",
        "Kommentarer er ikke taget med.",
    ),
}


def said(page: Page) -> str:
    return page.locator(".form-group", has=page.locator(".ProseMirror")).get_by_role("status").inner_text()


def test_it_is_shown_and_saved_as_it_was_meant(writer, natteliv):
    """No complaint of the security policy either: the visitor would say so."""
    for source, (expected, told) in PASTED.items():
        writer.opens(reverse("edit-section", args=[natteliv.plan_id, natteliv.pk]))
        writer.page.evaluate(PASTE, (CLIPBOARD / f"{source}.html").read_text())
        assert said(writer.page) == told, source
        writer.clicks("Gem")
        assert stands(natteliv) == expected, source


def test_where_nothing_is_split_headings_are_told_of_alone(writer, natteliv):
    writer.opens(reverse("edit-section", args=[natteliv.plan_id, natteliv.pk]))
    writer.page.evaluate("document.querySelector('[data-splits]').remove()")
    writer.page.evaluate(PASTE, (CLIPBOARD / "word-online.html").read_text())
    assert said(writer.page) == "Overskrifter er sat med fed."
