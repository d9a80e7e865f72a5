"""What the screen shows is what is sent, also after Back, when the browser fills in what was typed."""

import shutil
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.urls import reverse
from playwright.sync_api import Browser

from plans.document.models import Scope
from plans.drafting.workflow import add_focus_area, save_section
from samarbejde.site import headers
from tests.browser import Portal, Visitor
from tests.conftest import CHROMIUM
from tests.editor.reading import on_screen, stands
from tests.plans.proposals import stages

pytestmark = pytest.mark.usefixtures("saves_by_the_button")

TYPED = ["Politiet går tur.", "Slut.", "Nye ord."]


def edit(section) -> str:
    return reverse("edit-section", args=[section.plan_id, section.pk])


def leaves(visitor: Visitor) -> None:
    """With a link, saying yes to leaving what is not saved."""
    asked: list[str] = []
    visitor.page.once("dialog", lambda question: (asked.append(question.type), question.accept()))
    visitor.clicks("Planer", within=visitor.breadcrumb)
    assert asked == ["beforeunload"]


def leaves_and_comes_back(visitor: Visitor) -> None:
    leaves(visitor)
    visitor.goes_back()


def test_the_screen_shows_what_is_sent(writer, natteliv):
    writer.opens(edit(natteliv))
    writer.writes("Tekst", "", "Nye ord.")
    writer.fills("Overskrift", "Natteliv nu")
    leaves_and_comes_back(writer)
    assert on_screen(writer.page) == TYPED
    leaves_and_comes_back(writer)
    assert on_screen(writer.page) == TYPED
    writer.writes("Tekst", " Og flere.")
    writer.clicks("Gem")
    assert stands(natteliv) == "<p>Politiet går tur.</p><p>Slut.</p><p>Nye ord. Og flere.</p>"
    assert natteliv.heading == "Natteliv nu"


FILL_IN = "words => { document.getElementById('id_body').value = words; }"
SHOW_PAGE = "() => { dispatchEvent(new PageTransitionEvent('pageshow')); }"


def test_words_that_come_after_the_editor_are_shown_or_not_sent(writer, natteliv):
    """The browser fills them in without a word, when the page is shown; nothing else may do so at all."""
    writer.opens(edit(natteliv))
    writer.page.evaluate(FILL_IN, "<p>Fra før.</p>")
    writer.page.evaluate(SHOW_PAGE)
    assert on_screen(writer.page) == ["Fra før."]
    writer.page.evaluate(FILL_IN, "<p>Set af ingen.</p>")
    writer.clicks("Gem")
    assert stands(natteliv) == "<p>Fra før.</p>"


def test_what_another_saved_meanwhile_is_not_overwritten(writer, natteliv, cast):
    writer.opens(edit(natteliv))
    writer.writes("Tekst", "", "Nye ord.")
    newer = natteliv.body.replace("går tur", "går runder")
    save_section(natteliv, version=1, heading="Natteliv", body=newer, by=cast.sekretariat)
    leaves_and_comes_back(writer)
    assert on_screen(writer.page) == TYPED
    writer.clicks("Gem")
    assert stands(natteliv) == newer
    assert "flettet sammen" in writer.text
    writer.clicks("Gem")
    assert stands(natteliv) == "<p>Politiet går runder.</p><p>Slut.</p><p>Nye ord.</p>"


def test_nor_are_ones_own_words_when_only_the_heading_came_back(writer, natteliv, cast):
    writer.opens(edit(natteliv))
    writer.fills("Overskrift", "Natteliv nu")
    save_section(natteliv, version=1, heading="Aftenliv", body=natteliv.body, by=cast.sekretariat)
    leaves_and_comes_back(writer)
    writer.clicks("Gem")
    natteliv.refresh_from_db()
    assert natteliv.heading == "Aftenliv"


def test_going_on_writing_after_saving_and_back_meets_nobody(writer, natteliv):
    writer.opens(edit(natteliv))
    writer.writes("Tekst", "", "Nye ord.")
    writer.clicks("Gem")
    writer.goes_back()
    assert on_screen(writer.page) == TYPED
    writer.writes("Tekst", " Og flere.")
    writer.clicks("Gem")
    assert "flettet sammen" not in writer.text
    assert stands(natteliv).endswith("<p>Nye ord. Og flere.</p>")


def test_every_form_with_the_editor(portal, natteliv, cast):
    """A topic, a proposal, answers to questions, and what is taken into the plan."""
    plan, herning = natteliv.plan, cast.lokalraad("Herning")
    area = add_focus_area(
        plan, title="Stationen", text="<p>Tekst.</p>", scope=Scope.LOCAL, council=herning, by=cast.sekretariat
    )
    round_ = stages.a_round(cast, plan)
    asked = stages.changes_requested(cast, round_)
    sent = stages.submitted(cast, round_, place="Struer", of=stages.words("Tryg ved havnen"))
    secretariat, chair = portal.visitor(cast.sekretariat), portal.visitor(cast.formand("Herning"))
    for visitor, label, address in [
        (secretariat, "Tekst", reverse("edit-focus-area", args=[plan.pk, area.pk])),
        (secretariat, "Tekst", reverse("add-focus-area", args=[plan.pk])),
        (secretariat, "Teksten i planen", f"{reverse('decide-proposal', args=[sent.pk])}?valg=optag"),
        (chair, "Baggrund", reverse("write-proposal", args=[plan.pk, herning.pk])),
        (chair, "Baggrund", reverse("edit-proposal", args=[asked.pk])),
    ]:
        visitor.opens(address)
        visitor.writes(label, "", f"Nye ord {uuid4()}.")
        typed = on_screen(visitor.page, label)
        leaves_and_comes_back(visitor)
        assert on_screen(visitor.page, label) == typed, address


@pytest.fixture
def with_back_forward_cache(chromium) -> Iterator[Browser]:
    """The browser without windows has none."""
    path = shutil.which("chromium")
    if not path:
        pytest.skip("the whole Chromium is not installed")
    launched = chromium.browser_type.launch(
        executable_path=path, args=CHROMIUM, ignore_default_args=["--disable-back-forward-cache"]
    )
    yield launched
    launched.close()


def test_a_page_that_the_browser_kept(with_back_forward_cache, live_server, natteliv, cast, monkeypatch):
    monkeypatch.setattr(headers, "KEPT_BY_NOBODY", "private, max-age=0")
    portal = Portal(with_back_forward_cache, live_server.url)
    writer = portal.visitor(cast.sekretariat)
    writer.opens(edit(natteliv))
    writer.writes("Tekst", "", "Nye ord.")
    writer.page.evaluate("window.isTheSamePage = true")
    leaves(writer)
    writer.page.go_back(wait_until="commit")
    assert writer.page.evaluate("window.isTheSamePage"), "the page was fetched anew"
    assert on_screen(writer.page) == TYPED
    writer.clicks("Gem")
    assert stands(natteliv).endswith("<p>Nye ord.</p>")
    portal.close()
