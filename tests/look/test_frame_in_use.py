"""The frame as it is used: what stays in view, where the keyboard goes, and what forced colours leave."""

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Page, expect

from tests.look.test_behaviours import run
from tests.look.test_layout import box, shown

FIELD = '<div class="form-group"><input class="form-input" aria-label="Felt {}"></div>'
FORM = f"""
<form data-unsaved>{"".join(FIELD.format(number) for number in range(30))}
  <div class="action-row"><button class="button button-primary">Gem</button>
    <a class="button button-secondary" href="/">Fortryd</a></div>
</form>"""
MENU = """
<details class="menu"><summary class="menu-summary">Menu</summary>
  <nav class="menu-nav"><ul class="mainmenu">
    <li><a href="/">Arbejdsbord</a></li><li><a href="/" aria-current="page">Planer</a></li>
  </ul></nav>
</details>"""
SECTIONS = [{"anchor": "a", "heading": "Forord", "label": "", "depth": 0, "kind": "foreword"}]
KEY = f'<dl class="facts"><div><dt>Nøgle</dt><dd><code>{"ABCDEFGH" * 8}</code></dd></div></dl>'
CARDS = """
<div class="page-container container"><main><div class="page-grid">
  <div class="page-body"><p class="is-body">Planens tekst</p></div>
  <div class="page-rail">{}</div>
</div></main></div>"""


def test_the_buttons_of_a_long_form_stay_in_view_side_by_side(page):
    shown(page, FORM, width=360)
    bar = page.locator(".action-row")
    assert box(bar)["y"] + box(bar)["height"] == pytest.approx(900, abs=1)
    assert len({box(button)["y"] for button in bar.locator(".button").all()}) == 1


def test_the_keyboard_never_goes_behind_the_buttons(page):
    shown(page, FORM, width=360)
    for _ in range(20):
        page.keyboard.press("Tab")
        field, bar = page.locator(":focus"), page.locator(".action-row")
        assert box(field)["y"] + box(field)["height"] <= box(bar)["y"]


def test_where_the_window_is_low_the_buttons_stand_below_the_form(page):
    shown(page, FORM)
    page.set_viewport_size({"width": 740, "height": 360})
    assert box(page.locator(".action-row"))["y"] > 360


def test_escape_closes_the_menu_of_a_phone_and_gives_the_keyboard_back(page):
    shown(page, MENU, width=360)
    run(page, "menu.js")
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("link", name="Planer").focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Planer")).to_be_hidden()
    expect(page.locator("summary")).to_be_focused()


def test_the_contents_have_no_stop_that_does_nothing(page):
    shown(page, render_to_string("components/contents.html", {"sections": SECTIONS}))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Forord")).to_be_focused()


def test_contents_longer_than_the_window_are_scrolled_by_the_keyboard(page):
    shown(page, render_to_string("components/contents.html", {"sections": SECTIONS * 40}))
    run(page, "scrolled.js")
    expect(page.locator("nav.contents")).to_have_attribute("tabindex", "0")
    page.evaluate("document.querySelectorAll('nav.contents li').forEach((li, i) => i && li.remove())")
    expect(page.locator("nav.contents")).not_to_have_attribute("tabindex", "0")


def test_what_is_folded_shows_the_keyboard_as_plainly_as_a_link(page):
    shown(page, "<details class='folded'><summary>Vejledning</summary>Skriv kort.</details>")
    page.keyboard.press("Tab")
    assert page.locator("summary").evaluate("e => getComputedStyle(e).outlineWidth") == "3px"


def test_a_long_key_keeps_to_the_narrowest_phone(page):
    shown(page, KEY, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def colour(page: Page, selector: str, border: str) -> str:
    return str(page.locator(selector).evaluate(f"e => getComputedStyle(e).border{border}Color"))


def test_forced_colours_tell_the_current_page_and_a_badge_from_the_rest(page):
    page.emulate_media(forced_colors="active")
    shown(page, MENU + '<p><span class="badge">kladde</span></p>')
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colour(page, "a:not([aria-current])", "Bottom") == ground
    assert colour(page, "a[aria-current]", "Bottom") != ground
    assert page.locator(".badge").evaluate("e => getComputedStyle(e).borderTopWidth") == "1px"


@pytest.mark.parametrize("width", [992, 1280])
def test_the_rail_stands_beside_the_body_and_below_it_on_a_phone(page, width):
    shown(page, CARDS.format("<section class='side-box'><h2>Det er der sket</h2></section>"), width=width)
    body, rail = page.locator(".page-body"), page.locator(".page-rail")
    assert box(rail)["y"] == box(body)["y"]
    assert box(rail)["x"] > box(body)["x"] + box(body)["width"]
    page.set_viewport_size({"width": 768, "height": 900})
    assert box(rail)["y"] > box(body)["y"]
