"""What is typed into any form with room for more than a line lies in the browser until the portal has it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from plans.comments.models import Comment, CommentReply
from plans.consultation.models import ConsultationReply
from plans.document.models import FocusArea
from plans.follow_up.models import DutyAnswer
from plans.proposals.models import Proposal
from plans.suggestions.models import Suggestion
from samarbejde.accounts.models import User
from tests.browser import Portal, Visitor
from tests.cast import Cast
from tests.editor.reading import KEPT
from tests.looking import wait_for_editors
from tests.making import a_focus_area, a_plan
from tests.plans.comments import stages as comments
from tests.plans.consultation import stages as consultation
from tests.plans.follow_up import stages as follow_up
from tests.plans.partners import stages as partners
from tests.plans.proposals import stages as proposals

NEW = "Ord fra i går."


@dataclass(frozen=True)
class Written:
    """A form, who writes in it, and where its words stand once they are sent."""

    address: str
    by: User | None
    label: str
    button: str
    stands: Callable[[], str]
    is_rich: bool = False
    folded_under: str = ""


def a_topic(cast: Cast) -> Written:
    plan = a_plan(cast.kredsraad())
    area = a_focus_area(plan, "Torvet", cast.lokalraad("Herning"))
    address = reverse("edit-focus-area", args=[plan.pk, area.pk])

    def stands() -> str:
        return FocusArea.objects.get(pk=area.pk).description

    return Written(address, cast.sekretariat, "Tekst", "Gem", stands, is_rich=True)


def a_proposal(cast: Cast) -> Written:
    proposal = proposals.drafted(cast)
    return Written(
        reverse("edit-proposal", args=[proposal.pk]),
        cast.formand_herning,
        "Forslag til planens tekst",
        "Gem kladde",
        lambda: Proposal.objects.get().text,
        is_rich=True,
    )


def a_decision(cast: Cast) -> Written:
    proposal = proposals.recommended(cast)
    return Written(
        proposals.decide(proposal, "afvis"),
        cast.sekretariat,
        "Begrundelse",
        "Afvis forslaget",
        lambda: Proposal.objects.get().pending_decision.reason,
    )


def an_answer(cast: Cast) -> Written:
    duty, herning = follow_up.published(cast).duties.get(), follow_up.herning(cast)
    return Written(
        reverse("answer-duty", args=[duty.pk, herning.pk]),
        cast.formand_herning,
        "Jeres svar",
        "Gem kladden",
        lambda: DutyAnswer.objects.get().text,
    )


def a_comment(cast: Cast) -> Written:
    at = comments.nightlife(cast)
    return Written(
        reverse("section-comments", args=[at.plan_id, at.pk]),
        cast.kontaktudvalg,
        "Kommentar",
        "Kommentér",
        lambda: Comment.objects.get().text,
        folded_under="Skriv en kommentar",
    )


def an_answer_to_a_comment(cast: Cast) -> Written:
    at = comments.nightlife(cast)
    comments.write(at, cast.kontaktudvalg, "Hvem går turen?")
    return Written(
        reverse("section-comments", args=[at.plan_id, at.pk]),
        cast.sekretariat,
        "Svar",
        "Gem svaret",
        lambda: CommentReply.objects.get().text,
        folded_under="Svar",
    )


def a_suggestion(cast: Cast) -> Written:
    at = comments.nightlife(cast)
    return Written(
        reverse("suggest-change", args=[at.plan_id, at.pk]),
        cast.kontaktudvalg,
        "Tekst",
        "Send forslaget",
        lambda: Suggestion.objects.get().body,
        is_rich=True,
    )


def a_remark(cast: Cast) -> Written:
    heard = consultation.being_heard(cast)
    return Written(
        consultation.page(heard, cast.formand_herning),
        cast.formand_herning,
        "Bemærkning til udkastet",
        "Send bemærkning",
        lambda: ConsultationReply.objects.get().text,
    )


def a_partners_reply(cast: Cast) -> Written:
    return Written(
        partners.reply_page(partners.invited(cast)),
        None,
        "Jeres svar",
        "Send svaret",
        lambda: ConsultationReply.objects.get().text,
    )


FORMS = [
    *(a_topic, a_proposal, a_decision, an_answer, a_comment, an_answer_to_a_comment, a_suggestion),
    *(a_remark, a_partners_reply),
]


def opened(visitor: Visitor, written: Written, page: Page) -> None:
    page.goto(visitor.portal.address + written.address)
    wait_for_editors(page)
    if written.folded_under:
        page.locator("summary", has_text=written.folded_under).first.click()


def write(visitor: Visitor, written: Written) -> None:
    if written.is_rich:
        visitor.writes(written.label, NEW)
    else:
        visitor.field(written.label).first.fill(NEW)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_it_is_offered_when_the_form_is_opened_again_until_it_is_sent(
    form, portal: Portal, cast, saves_by_the_button
):
    written = form(cast)
    visitor = portal.visitor(written.by)
    opened(visitor, written, visitor.page)
    write(visitor, written)
    visitor.page.wait_for_selector("form[data-kept]")
    tab = visitor.context.new_page()  # the first one is gone without a word, as when a tab crashes
    tab.goto(portal.address + written.address)
    left = tab.locator("[data-left]:visible")
    expect(left).to_contain_text("Du har tekst her, som ikke er gemt")
    expect(left.locator("[data-left-changes]")).to_contain_text(NEW)
    left.get_by_role("button", name="Gendan den").click()
    tab.get_by_role("button", name=written.button, exact=True).click()
    tab.locator("[data-done], .alert-success").first.wait_for()
    assert NEW in written.stands()
    tab.goto(portal.address + written.address)
    expect(tab.locator("h1")).to_be_visible()
    assert tab.evaluate(KEPT) == []
    expect(tab.locator("[data-left]:visible")).to_have_count(0)


def test_what_was_refused_stays_though_something_else_is_done_after_it(portal, cast, saves_by_the_button):
    written = an_answer(cast)
    visitor = portal.visitor(written.by)
    opened(visitor, written, visitor.page)
    visitor.fills("Jeres svar", NEW)
    visitor.fills("Tal, hvis I har nogen", "mange")  # no figure: refused
    visitor.presses("Gem kladden")
    visitor.page.locator(".form-error-message").first.wait_for()
    visitor.page.once("dialog", lambda question: question.accept())
    visitor.page.goto(portal.address + reverse("mfa_index"))
    visitor.page.locator("form[action$='gem-undervejs/'] button").first.click()
    visitor.page.locator("[data-done]").first.wait_for()
    opened(visitor, written, visitor.page)
    expect(visitor.page.locator("[data-left-changes]")).to_contain_text(NEW)


# --- those that save themselves -------------------------------------------------------------------------


SAVE_THEMSELVES = pytest.mark.parametrize(
    "form", [a_topic, a_proposal, an_answer], ids=lambda form: form.__name__
)
LOST = {"network": lambda route: route.abort(), "portal": lambda route: route.fulfill(status=502, body="-")}


def says(page: Page, words: str) -> None:
    expect(page.locator("p.saving")).to_contain_text(words, timeout=15_000)


@SAVE_THEMSELVES
@pytest.mark.parametrize("lost", LOST)
def test_it_is_saved_when_the_portal_can_be_reached_again(form, lost, portal, cast):
    written = form(cast)
    visitor = portal.visitor(written.by)
    opened(visitor, written, visitor.page)
    visitor.page.route("**/arbejdsbord/**", LOST[lost])
    write(visitor, written)
    says(visitor.page, "ingen forbindelse")
    visitor.page.unroute_all()
    says(visitor.page, "Gemt kl.")
    assert NEW in written.stands()


@SAVE_THEMSELVES
def test_it_is_saved_when_one_has_logged_in_again_in_another_window(form, portal, cast):
    written = form(cast)
    visitor = portal.visitor(written.by)
    opened(visitor, written, visitor.page)
    cookies = visitor.context.cookies()
    visitor.context.clear_cookies()
    write(visitor, written)
    says(visitor.page, "du er logget ud")
    visitor.context.add_cookies(cookies)
    visitor.page.evaluate("dispatchEvent(new Event('focus'))")
    says(visitor.page, "Gemt kl.")
    assert NEW in written.stands()


@SAVE_THEMSELVES
def test_it_outlives_a_browser_that_is_killed(form, own_browser, cast, saves_by_the_button):
    written = form(cast)
    page = own_browser(written.by)
    page.goto(written.address)
    wait_for_editors(page)
    page.get_by_role("textbox", name=written.label).focus()
    page.wait_for_timeout(100)  # the editor puts the cursor where it thinks it was, a moment later
    page.keyboard.type(NEW)
    page.wait_for_selector("form[data-kept]")
    own_browser.kill()
    page = own_browser(written.by)
    page.goto(written.address)
    page.get_by_role("button", name="Gendan den").click()
    page.get_by_role("button", name=written.button, exact=True).click()
    page.locator("[data-done]").first.wait_for()
    assert NEW in written.stands()
