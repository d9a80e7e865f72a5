"""Words are selected and commented beside the editor; nothing that is being written is lost by it."""

from collections.abc import Iterator

import pytest
from django.urls import reverse

from plans.comments.models import Channel, Comment
from plans.document.models import Section
from tests.browser import PHONE, Portal, Visitor
from tests.plans.comments import stages

SELECT = """([words]) => {
    const editor = document.querySelector(".ProseMirror");
    const walker = document.createTreeWalker(editor ?? document.querySelector("main"), NodeFilter.SHOW_TEXT);
    let node = null;
    while (walker.nextNode()) if (walker.currentNode.data.includes(words)) node = walker.currentNode;
    const start = node.data.indexOf(words);
    editor?.focus();
    getSelection().setBaseAndExtent(node, start, node, start + words.length);
}"""
MARKED = "() => [...(CSS.highlights.get('commented') ?? [])].map(range => range.toString())"


@pytest.fixture
def portal(transactional_db, live_server, chromium) -> Iterator[Portal]:
    portal = Portal(chromium, live_server.url)
    yield portal
    portal.close()


@pytest.fixture
def natteliv(transactional_db, cast):
    return stages.nightlife(cast)


def test_words_are_commented_beside_the_editor_and_what_is_written_stays(portal, natteliv, cast):
    writer: Visitor = portal.visitor(cast.sekretariat)
    writer.opens(reverse("edit-section", args=[natteliv.plan_id, natteliv.pk]))
    page = writer.page
    writer.writes("Tekst", " Ikke gemt endnu.")
    page.evaluate(SELECT, ["går tur"])
    writer.presses("Kommentér")
    panel = page.locator("[data-comments]")
    panel.get_by_label("Kommentar", exact=True).fill("Hvem går turen?")
    panel.get_by_label("Delt").check()
    panel.locator("button", has_text="Kommentér").click()
    page.wait_for_selector("[data-comment]")
    assert "Kommentaren er gemt." in writer.focused_name
    comment = Comment.objects.get()
    assert (comment.exact, comment.channel) == ("går tur", Channel.SHARED)
    assert comment.prefix.endswith("Skolerne ")
    assert "Ikke gemt endnu." in page.locator(".ProseMirror").inner_text()
    assert page.evaluate(MARKED) == ["går tur"]
    assert "<mark" not in page.locator(".ProseMirror").inner_html()
    panel.locator("summary", has_text="Svar").first.click()
    panel.get_by_label("Svar", exact=True).fill("Det gør vi.")
    writer.presses("Gem svaret")
    page.get_by_text("Svaret er gemt.").wait_for()
    panel.get_by_role("button", name="Markér som løst").click()
    page.get_by_text("Løste (1)").wait_for()
    assert page.evaluate(MARKED) == []
    assert "Ikke gemt endnu." in page.locator(".ProseMirror").inner_text()


def test_a_mayor_comments_words_of_the_whole_plan_on_a_phone(portal, natteliv, cast):
    Section.objects.filter(pk=natteliv.pk).update(body="<p>I {planens år} går vi tur på torvet.</p>")
    stages.in_consultation(natteliv.plan_id)
    mayor = portal.visitor(cast.borgmester("Skive"), size=PHONE)
    mayor.opens(reverse("plan-text", args=[natteliv.plan_id]))
    mayor.page.evaluate(SELECT, ["2027 går vi"])
    with mayor.page.expect_event("load"):
        mayor.page.locator(".comment-here").click()
    mayor.look()
    mayor.fills("Kommentar", "Hvem?")
    mayor.page.locator("[data-comments] button", has_text="Kommentér").click()
    mayor.page.get_by_text("Kommentaren er gemt.").wait_for()
    assert Comment.objects.get().exact == "2027 går vi"
    assert mayor.page.evaluate(MARKED) == ["2027 går vi"]


def test_without_javascript_a_mayor_comments_on_a_phone(portal, natteliv, cast):
    stages.in_consultation(natteliv.plan_id)
    mayor = portal.visitor(cast.borgmester("Skive"), size=PHONE, javascript=False)
    mayor.opens(reverse("plan-text", args=[natteliv.plan_id]))
    mayor.clicks("Kommentér", within=mayor.page.locator(".section-tools").last)
    mayor.page.get_by_text("Skriv en kommentar").click()
    mayor.fills("Sted i teksten", "de unge\npå torvet")
    mayor.fills("Kommentar", "Hvad med de gamle?")
    mayor.clicks("Kommentér", role="button")
    assert "Kommentaren er gemt." in mayor.text
    assert Comment.objects.get().exact == "de unge på torvet"
