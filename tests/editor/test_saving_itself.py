"""What is typed is there afterwards: the page saves it, and until then the browser has it."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, Route, expect

from tests.browser import Visitor
from tests.cast import person, seat
from tests.editor.reading import KEPT, on_screen, stands


@pytest.fixture
def address(natteliv) -> str:
    return reverse("edit-section", args=[natteliv.plan_id, natteliv.pk])


@pytest.fixture
def opened(writer, address) -> Visitor:
    writer.opens(address)
    return writer


def says(page: Page, words: str) -> None:
    expect(page.locator("p.saving")).to_contain_text(words)


def test_it_saves_itself_shortly_after_typing_and_asks_no_question(opened, natteliv):
    opened.writes("Tekst", "", "Nye ord.")
    says(opened.page, "Gemt kl.")
    assert stands(natteliv).endswith("<p>Nye ord.</p>")
    opened.clicks("Planer", within=opened.breadcrumb)
    assert opened.heading == "Planer"


def test_the_button_after_it_is_no_conflict(opened, natteliv):
    opened.writes("Tekst", "", "Nye ord.")
    says(opened.page, "Gemt kl.")
    opened.writes("Tekst", " Og flere.")
    opened.clicks("Gem")
    assert stands(natteliv).endswith("<p>Nye ord. Og flere.</p>")


def test_the_button_waits_for_what_is_on_its_way(opened, natteliv, address):
    held: list[Route] = []
    opened.page.route(f"**{address}", lambda route: held.append(route) if not held else route.continue_())
    opened.writes("Tekst", "", "Nye ord.")
    says(opened.page, "Gemmer")
    opened.writes("Tekst", " Og flere.")
    opened.page.get_by_role("button", name="Gem", exact=True).click()
    held[0].continue_()
    opened.page.wait_for_url(f"**{reverse('plan-text', args=[natteliv.plan_id])}*")
    assert opened.heading.startswith("Samarbejdsplan 2027")
    assert stands(natteliv).endswith("<p>Nye ord. Og flere.</p>")


@pytest.mark.parametrize("answer", ["gone", "down"])
def test_without_the_portal_it_waits_and_saves_when_that_is_back(opened, natteliv, address, answer):
    """No network, or a server that answers nothing but 502."""
    page = opened.page
    answers = {"gone": lambda route: route.abort(), "down": lambda route: route.fulfill(status=502, body="-")}
    page.route(f"**{address}", answers[answer])
    opened.writes("Tekst", "", "Nye ord.")
    says(page, "ingen forbindelse")
    opened.complaints.clear()  # the browser's own of the request that failed
    page.unroute_all()
    opened.writes("Tekst", " Og flere.")
    says(page, "Gemt kl.")
    assert stands(natteliv).endswith("<p>Nye ord. Og flere.</p>")


def test_logged_out_and_in_again_in_another_window(opened, natteliv, cast):
    page = opened.page
    cookies = page.context.cookies()
    page.context.clear_cookies()
    opened.writes("Tekst", "", "Nye ord.")
    says(page, "du er logget ud")
    opened.complaints.clear()
    page.context.add_cookies(cookies)
    page.evaluate("dispatchEvent(new Event('focus'))")
    says(page, "Gemt kl.")
    assert stands(natteliv).endswith("<p>Nye ord.</p>")


def test_the_second_of_two_is_told_and_chooses(portal, opened, natteliv, cast, address):
    colleague = seat(person("kollega", "Karla Kjær"), cast.kredsraad(), "secretariat")
    other = portal.visitor(colleague)
    other.opens(address)
    expect(other.page.locator(".presence")).to_contain_text(f"{cast.sekretariat.name} skriver her")
    other.writes("Tekst", " Deres.")
    says(other.page, "Gemt kl.")
    opened.writes("Tekst", " Mit.")
    says(opened.page, "Konflikt")
    opened.complaints.clear()
    opened.clicks("Gem")
    assert "Behold det, der står nu" in opened.text
    opened.complaints.clear()
    opened.clicks("Behold det, du skrev")
    assert stands(natteliv).endswith("<p>Slut. Mit.</p>")
    assert natteliv.history.filter(body__endswith="<p>Slut. Deres.</p>").exists()


def test_what_left_with_the_page_is_no_conflict_with_oneself(opened, natteliv):
    """Back comes to what the page sent as it went away."""
    opened.writes("Tekst", "", "Nye ord.")
    opened.page.once("dialog", lambda question: question.accept())
    opened.clicks("Planer", within=opened.breadcrumb)
    opened.goes_back()
    assert on_screen(opened.page)[-1] == "Nye ord."
    opened.writes("Tekst", " Og flere.")
    says(opened.page, "Gemt kl.")
    assert stands(natteliv).endswith("<p>Nye ord. Og flere.</p>")


# --- what lies in the browser -------------------------------------------------------------------------


def test_what_was_left_behind_is_offered_with_its_changes(
    portal, saves_by_the_button, writer, natteliv, address
):
    writer.opens(address)
    writer.writes("Tekst", "", "Nye ord.")
    writer.page.wait_for_selector("form[data-kept]")
    tab = writer.page.context.new_page()  # the first one is gone without a word, as when a tab crashes
    tab.goto(portal.address + address)
    box = tab.locator("form.writing [data-left]")
    expect(box).to_contain_text("Du har tekst her, som ikke er gemt")
    expect(box.locator("[data-left-changes] ins")).to_have_text("Nye ord.")
    tab.get_by_role("button", name="Gendan den").click()
    with tab.expect_event("load"):
        tab.get_by_role("button", name="Gem", exact=True).click()
    assert stands(natteliv).endswith("<p>Nye ord.</p>")


def test_what_is_dropped_or_saved_is_not_offered_again(
    portal, saves_by_the_button, writer, natteliv, address
):
    writer.opens(address)
    writer.writes("Tekst", "", "Nye ord.")
    writer.clicks("Gem")
    writer.opens(address)
    expect(writer.page.locator("form.writing [data-left]")).to_be_hidden()
    writer.writes("Tekst", " Og flere.")
    writer.page.wait_for_selector("form[data-kept]")
    writer.page.once("dialog", lambda question: question.accept())
    writer.opens(address)
    writer.page.get_by_role("button", name="Kassér den").click()
    writer.opens(address)
    expect(writer.page.locator("form.writing [data-left]")).to_be_hidden()


def test_what_the_portal_has_is_not_in_the_browser_any_more(saves_by_the_button, writer, address):
    writer.opens(address)
    writer.writes("Tekst", "", "Nye ord.")
    writer.page.wait_for_selector("form[data-kept]")
    writer.clicks("Gem")
    assert writer.page.evaluate(KEPT) == []


LEFT = """() => ["yes", "no"].forEach(answer => localStorage.setItem(
    `typed:${answer}`, JSON.stringify({ words: { body: "Ord" }, at: 1, sent: answer === "yes" })))"""


def test_logging_out_leaves_nothing_but_what_was_never_sent(writer, address):
    """Also where nobody heard whether the portal has it."""
    writer.opens(address)
    writer.page.evaluate(LEFT)
    writer.clicks("Log ud", role="button")
    assert writer.page.evaluate(KEPT) == ["typed:no"]


def test_a_browser_that_is_killed_in_mid_sentence(saves_by_the_button, own_browser, natteliv, cast, address):
    page = own_browser(cast.sekretariat)
    page.goto(address)
    page.locator(".ProseMirror").click()  # which the text field becomes a moment later
    page.keyboard.press("Control+End")
    page.keyboard.type(" Nye ord")
    page.wait_for_selector("form[data-kept]")
    own_browser.kill()
    page = own_browser(cast.sekretariat)
    page.goto(address)
    page.get_by_role("button", name="Gendan den").click()
    with page.expect_event("load"):
        page.get_by_role("button", name="Gem", exact=True).click()
    assert stands(natteliv).endswith("<p>Slut. Nye ord</p>")
