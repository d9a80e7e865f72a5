"""The small scripts, in a real browser; each improves a page that already works without it."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template
from playwright.sync_api import Page, expect

from tests.look.forms import EveryControl

SCRIPTS = Path(settings.BASE_DIR) / "static" / "js"
TALL = "<style>.form-group { height: 900px }</style>"


def run(page: Page, script: str) -> None:
    """Returns when the script has run: a module does so a moment after it is added."""
    page.add_script_tag(content=(SCRIPTS / script).read_text() + "\nwindow.hasRun = true;", type="module")
    page.wait_for_function("window.hasRun")


def shown(page: Page, body: str) -> None:
    page.set_content(f"<!doctype html><html lang='da'><body>{body}</body></html>")


@pytest.fixture
def refused(page) -> Page:
    form = Template("{% load crispy_forms_tags %}{{ form|crispy }}").render(
        Context({"form": EveryControl({"title": "", "version": "1"})})
    )
    shown(page, TALL + form)
    run(page, "error-summary.js")
    return page


def test_the_keyboard_starts_at_the_error_summary(refused):
    expect(refused.locator("[data-error-summary]")).to_be_focused()


def test_a_link_in_the_summary_moves_to_the_field_with_its_label_in_view(refused):
    refused.get_by_role("link", name="Hvem gælder det?").click()
    expect(refused.get_by_label("Hele kredsen")).to_be_focused()
    expect(refused.locator("legend", has_text="Hvem gælder det?")).to_be_in_viewport()


FORM = "<!doctype html><form method=post action=/send/><input name=a value=1><button>Indsend</button></form>"


@pytest.fixture
def posted(page) -> list[str | None]:
    """What reaches the server from a form that stays on the screen."""
    sent: list[str | None] = []

    def answer(route) -> None:
        sent.append(route.request.post_data)
        route.fulfill(status=204)

    page.route("**/send/", answer)
    page.route("**/form/", lambda route: route.fulfill(body=FORM, content_type="text/html"))
    page.goto("http://portal.test/form/")
    return sent


def click_eight_times(page: Page) -> None:
    for _ in range(8):
        page.get_by_role("button").click()
    page.wait_for_timeout(200)


def test_eight_clicks_send_once(page, posted):
    run(page, "submit-once.js")
    click_eight_times(page)
    assert posted == ["a=1"]


def test_without_the_script_eight_clicks_would_send_more(page, posted):
    click_eight_times(page)
    assert len(posted) > 1


@pytest.mark.parametrize(("types", "asked"), [("et ord", True), ("", False)])
def test_text_that_is_not_saved_is_not_left_unasked(page, types, asked):
    questions = []
    page.on("dialog", lambda dialog: (questions.append(dialog.type), dialog.accept()))
    shown(page, "<form data-unsaved><label>Tekst <textarea></textarea></label></form>")
    run(page, "unsaved.js")
    page.get_by_label("Tekst").click()
    page.keyboard.type(types)
    page.goto("about:blank")
    assert questions == (["beforeunload"] if asked else [])


FIELD = """
<div class="form-group">
  <label for="id_body">Afsnittets tekst</label>
  <span id="id_body_helptext">Kort</span>
  <div class="prose-editor">
    <textarea id="id_body" aria-describedby="id_body_helptext" hidden></textarea>
    <div contenteditable="true" role="textbox">Hej</div>
  </div>
</div>"""
READY = "new CustomEvent('prose-editor:ready', {bubbles: true})"


def test_the_editor_takes_the_name_and_hint_of_its_field(page):
    shown(page, FIELD)
    run(page, "prose-editor.js")
    page.evaluate(f"document.querySelector('textarea').dispatchEvent({READY})")
    editor = page.get_by_role("textbox", name="Afsnittets tekst")
    expect(editor).to_have_accessible_description(re.compile("^Kort Alt.F10 går til knapperne"))
    page.locator("label").click()
    expect(editor).to_be_focused()
