"""The plan's contents in a real browser: by mouse, by keyboard, on a page that stays where it is."""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from plans.document.models import Plan, Section
from plans.document.numbering import numbered
from tests.browser import PHONE, Portal, Visitor
from tests.looking import faults, too_wide

FORTY = [f"Afsnit {number}" for number in range(1, 41)]


@pytest.fixture
def portal(live_server, chromium) -> Iterator[Portal]:
    portal = Portal(chromium, live_server.url)
    yield portal
    portal.close()


@pytest.fixture
def long_plan(transactional_db, plan, section, cast) -> Plan:
    for heading in FORTY:
        section(heading)
    return plan


@pytest.fixture
def writer(portal, long_plan, cast) -> Visitor:
    visitor = portal.visitor(cast.sekretariat)
    visitor.opens(reverse("plan-outline", args=[long_plan.pk]))
    return visitor


def order(plan: Plan) -> list[str]:
    return [entry.title for entry in numbered(plan.sections.all())]


def test_ten_places_are_ten_presses_of_one_key_on_a_page_that_stays(writer, long_plan):
    chosen = writer.page.get_by_role("radio", name="30. Afsnit 30", exact=True)
    chosen.check()
    up = writer.page.get_by_role("button", name="Op", exact=True)
    up.focus()
    writer.page.evaluate("window.stayed = true")
    for place in range(29, 19, -1):
        writer.page.keyboard.press("Enter")
        expect(writer.page.locator("#outline-said")).to_contain_text(f"Flyttet op: {place}. Afsnit 30")
    assert writer.page.evaluate("window.stayed"), "no page was loaded"
    assert writer.focused_name == "Op"
    expect(writer.page.get_by_role("radio", name="20. Afsnit 30", exact=True)).to_be_checked()
    assert order(long_plan)[19] == "20. Afsnit 30"
    writer.page.evaluate("scrollTo(0, 0)")  # no row lies half below the bar
    assert faults(writer.page) == []


def test_the_moved_row_stays_under_the_eye(writer):
    chosen = writer.page.get_by_role("radio", name="30. Afsnit 30", exact=True)
    chosen.check()
    before = chosen.bounding_box()["y"]
    writer.presses("Ned")
    moved = writer.page.get_by_role("radio", name="31. Afsnit 30", exact=True)
    expect(moved).to_be_checked()
    assert abs(moved.bounding_box()["y"] - before) < 3


def test_a_section_is_dragged_to_its_place_and_back_by_a_click(writer, long_plan):
    writer.page.locator("#outline-rows > li").nth(4).drag_to(
        writer.page.locator("#outline-rows > li").nth(1), target_position={"x": 200, "y": 3}
    )
    expect(writer.page.locator("#outline-said")).to_contain_text("Flyttet: 2. Afsnit 5")
    assert order(long_plan)[1] == "2. Afsnit 5"
    writer.page.locator("#outline-rows > li").nth(3).drag_to(
        writer.page.locator("#outline-rows > li").nth(0), target_position={"x": 200, "y": 24}
    )
    expect(writer.page.locator("#outline-said")).to_contain_text("Flyttet: 1.1 Afsnit 3")
    writer.presses("Fortryd flytningen")
    expect(writer.page.locator("#outline-said")).to_contain_text("Flyttet: 4. Afsnit 3")
    assert writer.focused_name == "4. Afsnit 3"
    assert writer.complaints == []


def test_a_refusal_is_said_and_nothing_moves(writer, long_plan):
    before = order(long_plan)
    writer.presses("Op")
    expect(writer.page.locator("#outline-said")).to_contain_text("Vælg først et afsnit i listen.")
    writer.page.get_by_role("radio", name="1. Afsnit 1", exact=True).check()
    writer.presses("Op")
    expect(writer.page.locator("#outline-said")).to_contain_text("kan ikke komme længere op")
    assert order(long_plan) == before


def test_without_a_connection_it_says_so(writer):
    writer.page.get_by_role("radio", name="2. Afsnit 2", exact=True).check()
    writer.context.set_offline(True)
    writer.presses("Op")
    expect(writer.page.locator("#outline-said")).to_contain_text("der er ingen forbindelse")
    writer.complaints.clear()  # the browser's own note
    writer.context.set_offline(False)
    writer.presses("Op")
    expect(writer.page.locator("#outline-said")).to_contain_text("Flyttet op: 1. Afsnit 2")


def test_without_javascript_and_on_a_phone(portal, long_plan, cast):
    writer = portal.visitor(cast.sekretariat, javascript=False, size=PHONE)
    writer.opens(reverse("plan-outline", args=[long_plan.pk]))
    assert too_wide(writer.page) == []
    writer.page.get_by_role("radio", name="3. Afsnit 3", exact=True).check()
    writer.clicks("Flyt til …", role="button")
    writer.page.get_by_label("Hvilket afsnit?").select_option(label="40. Afsnit 40")
    writer.clicks("Flyt afsnittet", role="button")
    assert "Flyttet: 40. Afsnit 3" in writer.text
    writer.clicks("Fortryd flytningen", role="button")
    assert order(long_plan)[2] == "3. Afsnit 3"


def test_a_section_is_deleted_and_the_deletion_taken_back(writer, long_plan):
    writer.page.get_by_role("radio", name="2. Afsnit 2", exact=True).check()
    writer.clicks("Slet", role="button")
    writer.clicks("Slet afsnittet", role="button")
    assert not Section.objects.filter(heading="Afsnit 2").exists()
    writer.clicks("Fortryd sletningen", role="button")
    assert order(long_plan)[1] == "2. Afsnit 2"
