"""Writing in a real browser: with the editor, with the keyboard alone, and without JavaScript."""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from plans.document.models import RegisterData, Section
from plans.document.numbering import numbered
from plans.drafting.workflow import save_section
from tests.browser import PHONE, Portal, Visitor
from tests.looking import faults, too_wide


@pytest.fixture
def portal(transactional_db, live_server, chromium) -> Iterator[Portal]:
    portal = Portal(chromium, live_server.url)
    yield portal
    portal.close()


@pytest.fixture
def natteliv(transactional_db, plan, section, cast) -> Section:
    chapter = section("Indsatser", body="<p>Indledning.</p>")
    section("Lister", chapter, data=RegisterData.PRIORITIES)
    return section(
        "Natteliv", chapter, body="<p>Politiet går tur.</p><ul><li>a<ul><li>b</li></ul></li></ul><p>Slut.</p>"
    )


@pytest.fixture
def writer(portal, natteliv, cast) -> Visitor:
    return portal.visitor(cast.sekretariat)


@pytest.fixture
def address(natteliv) -> str:
    return reverse("edit-section", args=[natteliv.plan_id, natteliv.pk])


def stands(row: Section) -> str:
    row.refresh_from_db()
    return row.body


def test_opening_and_saving_changes_nothing(writer, natteliv, address):
    writer.opens(address)
    writer.clicks("Gem")
    assert natteliv.history.count() == 1


def test_writing_with_the_keyboard_alone(writer, natteliv, address):
    writer.opens(address)
    writer.writes("Tekst", "", "Tilføjet ")
    for keys in ("Control+b", "med fed", "Control+b"):
        press = writer.page.keyboard.press if "+" in keys else writer.page.keyboard.type
        press(keys)
    writer.presses("Indsæt tabel")
    writer.page.keyboard.press("Enter")
    writer.page.wait_for_selector(".ProseMirror-focused table")
    writer.page.wait_for_timeout(100)  # the cursor comes into the table a moment later
    writer.types("År", "Tab", "Antal")
    writer.clicks("Gem")
    body = stands(natteliv)
    assert "<p>Tilføjet <strong>med fed</strong></p>" in body
    assert "<tr><th>År</th><th>Antal</th><th></th></tr>" in body
    assert "med fed" in writer.section("Natteliv").inner_text()


def test_the_editors_buttons_are_one_stop_of_the_tab_key(writer, natteliv, address):
    writer.opens(address)
    writer.field("Overskrift").focus()
    writer.types("Tab")
    assert writer.focused_name == "Liste med punkter"
    writer.types("Tab")
    assert writer.focused_name == "Tekst"
    writer.types("Shift+Tab", "ArrowRight")
    assert writer.focused_name == "Liste med tal"
    writer.types("ArrowLeft", "ArrowLeft")
    assert writer.focused_name == "Indsæt felt"
    writer.types("ArrowRight")
    assert writer.focused_name == "Liste med punkter"
    writer.types("End", "Shift+Tab")
    assert writer.focused_name == "Overskrift"
    writer.types("Tab")
    assert writer.focused_name == "Indsæt felt", "it remembers where one was"


def test_the_editors_buttons_say_what_they_show(writer, natteliv, address):
    writer.opens(address)
    writer.writes("Tekst", "", "Begyndelse ")
    bold, undo = (writer.page.get_by_role("button", name=name) for name in ("Fed", "Gør igen"))
    expect(bold).to_have_attribute("aria-pressed", "false")
    expect(undo).to_be_disabled()
    writer.types("Shift+Tab", "ArrowRight", "ArrowRight", "ArrowRight", "Enter")
    expect(bold).to_have_attribute("aria-pressed", "true")
    writer.types("og slut.")
    writer.presses("Liste med tal")
    expect(writer.page.get_by_role("button", name="Listens tal")).to_be_visible()
    writer.types("Alt+F10", "ArrowRight")
    assert writer.focused_name == "Listens tal"
    writer.types("Escape")
    assert writer.focused_name == "Tekst"
    assert faults(writer.page) == []
    writer.clicks("Gem")
    assert "<ol><li>Begyndelse <strong>og slut.</strong></li></ol>" in stands(natteliv)


def test_the_editor_fits_a_phone_while_its_icons_are_on_their_way(portal, natteliv, address, cast):
    page = portal.visitor(cast.sekretariat, size=PHONE).page
    page.route("**/material-icons*.woff2", lambda icons: icons.abort())
    page.goto(portal.address + address)
    expect(page.get_by_role("button", name="Liste med tal")).to_be_visible()
    assert too_wide(page) == []


def test_two_writers_and_one_text(portal, writer, natteliv, address, cast):
    writer.opens(address)
    writer.writes("Tekst", "", "Min slutning.")
    save_section(
        natteliv,
        version=1,
        heading="Natteliv",
        body=natteliv.body.replace("går tur", "går runder"),
        by=cast.sekretariat,
    )
    writer.clicks("Gem")
    assert "flettet sammen" in writer.text
    writer.clicks("Gem")
    assert "går runder" in stands(natteliv)
    assert "Min slutning." in natteliv.body


def test_a_session_that_ends_while_writing(writer, natteliv, address, cast):
    writer.opens(address)
    writer.writes("Tekst", "", "Skrevet længe.")
    writer.context.clear_cookies(name="session")
    writer.complaints.clear()
    with writer.page.expect_event("load"):
        writer.page.get_by_role("button", name="Gem", exact=True).click()
    assert writer.heading == "Du er logget ud"
    assert "Skrevet længe." in writer.text
    writer.complaints.clear()  # the browser's own note of the 401
    writer.look()
    writer.is_logged_in_as(cast.sekretariat)
    writer.clicks("Gem igen")
    assert "Skrevet længe." in stands(natteliv)


def test_without_javascript(portal, natteliv, address, cast):
    writer = portal.visitor(cast.sekretariat, javascript=False)
    writer.opens(address)
    typed = writer.field("Tekst")
    typed.fill(typed.input_value() + "\n\nEn linje til\n\nog en.")
    writer.clicks("Gem")
    assert stands(natteliv).endswith("<p>Slut.</p><p>En linje til</p><p>og en.</p>")
    writer.opens(reverse("plan-outline", args=[natteliv.plan_id]))
    writer.page.get_by_role("radio", name="1.2 Natteliv").check()
    writer.clicks("Op", role="button")
    places = [place.title for place in numbered(natteliv.plan.sections.all())]
    assert places == ["1. Indsatser", "1.1 Natteliv", "1.2 Lister"]


def test_a_saved_section_says_so_where_it_stands(writer, natteliv, address):
    writer.page.set_viewport_size({"width": 1280, "height": 300})
    writer.opens(address)
    writer.fills("Overskrift", "Natteliv og torve")
    writer.clicks("Gem")
    expect(writer.page.locator("#sagt")).to_be_focused()
    expect(writer.page.locator("#sagt")).to_be_in_viewport()
    assert writer.focused_name == "»Natteliv og torve« er gemt."
    assert writer.page.locator("#sagt + .plan-section").locator("h3").inner_text() == "1.2 Natteliv og torve"
