"""A form that saves itself: what the portal answers the page, and what is left of it in the history."""

from datetime import timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from plans.document.models import EditMode, Plan, Scope
from plans.document.states import PlanState
from plans.drafting.workflow import add_focus_area, save_section
from plans.proposals.models import Proposal
from samarbejde.events.models import Event
from tests.cast import person, seat
from tests.making import a_focus_area
from tests.plans.proposals import stages

JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def natteliv(section):
    return section("Natteliv", body="<p>Før.</p>")


@pytest.fixture
def address(natteliv) -> str:
    return reverse("edit-section", args=[natteliv.plan_id, natteliv.pk])


@pytest.fixture
def secretary(cast, as_user):
    return as_user(cast.sekretariat)


def typed(body: str, version: int = 1, **more: object) -> dict[str, Any]:
    return {
        "heading": "Natteliv",
        "body": body,
        "kind": "chapter",
        "register_data": "",
        "version": version,
    } | more


def test_the_page_hears_which_version_stands_and_when_it_was_saved(secretary, address, natteliv):
    moment = timezone.now() + timedelta(minutes=1)
    with time_machine.travel(moment, tick=False):
        answer = secretary.post(address, typed("<p>Nu.</p>"), **JSON)
    at = moment.astimezone(ZoneInfo("Europe/Copenhagen"))
    assert answer.json() == {"version": 2, "at": f"{at:%H.%M}", "address": ""}
    natteliv.refresh_from_db()
    assert (natteliv.body, natteliv.version) == ("<p>Nu.</p>", 2)


def test_the_same_words_again_are_what_stands(secretary, address, natteliv):
    secretary.post(address, typed("<p>Nu.</p>"), **JSON)
    assert secretary.post(address, typed("<p>Nu.</p>"), **JSON).json()["version"] == 2
    assert natteliv.history.count() == 2


def test_what_another_saved_is_not_overwritten_and_said_in_a_line(secretary, address, natteliv, cast):
    save_section(natteliv, version=1, heading="Natteliv", body="<p>Deres.</p>", by=cast.sekretariat)
    answer = secretary.post(address, typed("<p>Mit.</p>"), **JSON)
    assert answer.status_code == 409
    assert answer.json()["stale"] is True
    assert "er ændret af en anden" in answer.json()["text"]
    natteliv.refresh_from_db()
    assert natteliv.body == "<p>Deres.</p>"


def test_what_is_refused_or_wrong_is_said_there_and_nowhere_else(secretary, address):
    answer = secretary.post(address, typed("<p>Nu.</p>", heading=""), **JSON)
    assert (answer.status_code, answer.json()["text"]) == (
        422,
        "Skriv en overskrift. Kun en del kan stå uden.",
    )
    Plan.objects.update(state=PlanState.SIGNED)
    answer = secretary.post(address, typed("<p>Nu.</p>"), **JSON)
    assert (answer.status_code, answer.json()["stale"]) == (409, False)
    assert "ligger fast" in answer.json()["text"]
    assert not list(secretary.get(reverse("plans")).context["messages"])


def test_whoever_is_logged_out_is_told(client, address, natteliv):
    assert client.post(address, typed("<p>Nu.</p>"), **JSON).status_code == 401
    natteliv.refresh_from_db()
    assert natteliv.body == "<p>Før.</p>"


def test_a_topic_saves_itself(plan, cast, secretary):
    herning = cast.lokalraad("Herning")
    area = add_focus_area(
        plan, title="Torvet", text="", scope=Scope.LOCAL, council=herning, by=cast.sekretariat
    )
    form = {"title": "Torvet", "text": "<p>Nu.</p>", "version": area.version}
    answer = secretary.post(reverse("edit-focus-area", args=[plan.pk, area.pk]), form, **JSON)
    area.refresh_from_db()
    assert (area.description, area.version) == ("<p>Nu.</p>", answer.json()["version"])


def test_a_new_proposal_becomes_a_draft_and_goes_on_as_that(cast, as_user):
    round_ = stages.a_round(cast)
    chair, council = as_user(cast.formand_herning), cast.lokalraad("Herning")
    form = {"title": "Torvet", "scope": "local", "background": "", "text": "", "form_key": uuid4()}
    answer = chair.post(reverse("write-proposal", args=[round_.plan_id, council.pk]), form, **JSON).json()
    proposal = Proposal.objects.get()
    assert answer["address"] == reverse("edit-proposal", args=[proposal.pk])
    form |= {"text": "<p>Nu.</p>", "version": answer["version"]}
    assert chair.post(answer["address"], form, **JSON).status_code == 200
    proposal.refresh_from_db()
    assert (proposal.text, proposal.state) == ("<p>Nu.</p>", "draft")


def test_it_can_be_switched_off(secretary, address, cast):
    assert "data-autosave" in secretary.get(address).content.decode()
    answer = secretary.post(reverse("save-while-writing"), {"on": "0"})
    assert [str(said) for said in get_messages(answer.wsgi_request)] == [
        "Det, du skriver, bliver nu kun gemt, når du trykker Gem."
    ]
    page = secretary.get(address).content.decode()
    assert "data-autosave" not in page
    assert f'data-keep="{cast.sekretariat.pk}:afsnit:' in page
    secretary.post(reverse("save-while-writing"), {"on": "1"})
    assert "data-autosave" in secretary.get(address).content.decode()


def test_a_page_with_something_to_decide_does_not_save_itself(secretary, address, natteliv, cast):
    save_section(natteliv, version=1, heading="Natteliv", body="<p>Deres.</p>", by=cast.sekretariat)
    page = secretary.post(address, typed("<p>Mit.</p>")).content.decode()
    assert "data-not-saved" in page
    assert "data-autosave" not in page


# --- one entry for a spell of writing ---------------------------------------------------------------


@pytest.fixture
def writes(address, as_user, natteliv, monkeypatch):
    """`writes(person, "<p>…</p>", minute)` saves itself at that minute, or by the button."""

    def save(by, body: str, minute: int, *, button: bool = False) -> None:
        natteliv.refresh_from_db()
        nine = timezone.now().replace(hour=9, minute=0) + timedelta(days=1)
        with time_machine.travel(nine + timedelta(minutes=minute)):
            as_user(by).post(address, typed(body, natteliv.version), **({} if button else JSON))

    return save


def entries(client, natteliv) -> list[str]:
    page = client.get(reverse("section-history", args=[natteliv.plan_id, natteliv.pk]))
    return [version.body.html for version in page.context["versions"]]


def test_a_spell_of_writing_is_one_entry(writes, cast, secretary, natteliv):
    for minute, body in enumerate(["En", "En to", "En to tre"]):
        writes(cast.sekretariat, f"<p>Før.</p><p>{body}</p>", minute)
    assert entries(secretary, natteliv) == ["<p>Før.</p><p><ins>En to tre</ins></p>", "<p>Før.</p>"]
    assert natteliv.history.count() == 4


def test_the_button_ends_it_and_so_do_a_pause_and_another_person(writes, cast, secretary, natteliv):
    colleague = seat(person("kollega", "Karla Kjær"), cast.kredsraad(), "secretariat")
    writes(cast.sekretariat, "<p>1</p>", 0)
    writes(cast.sekretariat, "<p>2</p>", 1, button=True)
    writes(cast.sekretariat, "<p>3</p>", 2)
    writes(colleague, "<p>4</p>", 3)
    writes(colleague, "<p>5</p>", 40)
    shown = [html.count("ins") // 2 for html in entries(secretary, natteliv)]
    assert len(shown) == 5  # 5, 4, 3, 2 and what stood before: 1 was on the way to 2


def test_what_refers_to_a_heading_that_is_being_typed_follows_and_nobody_is_told_of_each_try(
    secretary, address, natteliv, section
):
    other = section("Fora", body="<p>{afsnit: Natteliv}</p>")
    for version, heading in enumerate(("Aften", "Aftenliv"), start=1):
        secretary.post(address, typed("<p>Før.</p>", version, heading=heading), **JSON)
    other.refresh_from_db()
    assert other.body == "<p>{afsnit: Aftenliv}</p>"
    assert not Event.objects.filter(verb="text.followed").exists()
    assert not list(secretary.get(reverse("plans")).context["messages"])


def test_a_section_that_refers_to_itself_is_as_it_is_on_the_screen_until_the_button(
    secretary, address, natteliv
):
    body = "<p>Se {afsnit: Natteliv}.</p>"
    for version, heading in enumerate(("Aften", "Aftenliv"), start=1):
        answer = secretary.post(address, typed(body, version, heading=heading), **JSON)
        natteliv.refresh_from_db()
        assert (natteliv.body, natteliv.version) == (body, answer.json()["version"])
    page = secretary.post(address, typed(body, natteliv.version, heading="Aftenliv"), follow=True).text
    natteliv.refresh_from_db()
    assert natteliv.body == "<p>Se {afsnit: Aftenliv}.</p>"
    assert page.count("Én henvisning er rettet.") == 1


def test_the_button_says_where_the_old_heading_stands_still(secretary, address, natteliv, section):
    section("Fora", body="<p>{afsnit: Natteliv}</p>", mode=EditMode.LOCKED)
    secretary.post(address, typed("<p>Før.</p>", heading="Aftenliv"), **JSON)
    page = secretary.post(address, typed("<p>Før.</p>", 2, heading="Aftenliv"), follow=True).text
    assert "Det gamle navn står stadig i »Fora« (låst)." in page


def test_a_title_that_is_being_typed_is_no_event_each_time(plan, secretary, section):
    other = section("Fora", body="<p>{afsnit: Trivsel for unge}</p>")
    area = a_focus_area(plan, "Trivsel for unge", section=section("Trivsel for unge"))
    form = {"title": "Unge i trivsel", "text": "", "version": area.section.version}
    address = reverse("edit-focus-area", args=[plan.pk, area.pk])
    assert secretary.post(address, form, **JSON).status_code == 200
    other.refresh_from_db()
    assert other.body == "<p>{afsnit: Unge i trivsel}</p>"
    assert not Event.objects.filter(verb="text.followed").exists()
    assert not list(secretary.get(reverse("plans")).context["messages"])


# --- two at once --------------------------------------------------------------------------------------


def test_a_hundred_rounds_of_two_have_one_winner_each_and_lose_nothing(address, cast, as_user, natteliv):
    colleague = seat(person("kollega", "Karla Kjær"), cast.kredsraad(), "secretariat")
    two = [as_user(cast.sekretariat), as_user(colleague)]
    for number in range(100):
        first, second = two if number % 2 else reversed(two)
        natteliv.refresh_from_db()
        seen = natteliv.version
        won = first.post(address, typed(f"<p>{number} a</p>", seen), **JSON)
        lost = second.post(address, typed(f"<p>{number} b</p>", seen), **JSON)
        assert (won.status_code, lost.status_code) == (200, 409)
        assert won.json()["version"] == seen + 1
    kept = set(natteliv.history.values_list("body", flat=True))
    assert {f"<p>{number} a</p>" for number in range(100)} <= kept


def test_one_click_for_either_text(secretary, address, natteliv, cast):
    save_section(natteliv, version=1, heading="Natteliv", body="<p>Deres.</p>", by=cast.sekretariat)
    answer = secretary.post(address, typed("<p>Mit.</p>"))
    page = answer.content.decode()
    assert f'href="{address}"' in page
    assert "Behold det, der står nu" in page
    mine = dict(answer.context["conflict"].typed)
    assert secretary.post(address, mine).status_code == 302
    natteliv.refresh_from_db()
    assert (natteliv.body, natteliv.version) == ("<p>Mit.</p>", 3)


def test_what_a_copy_changes_is_drawn(secretary, client):
    form = {
        "label": ["Tekst"],
        "before": ["<p>Det er nat.</p>"],
        "after": ["<p>Det er dag.</p><script>x</script>"],
    }
    page = secretary.post(reverse("compare-typed"), form).content.decode()
    assert "<ins> dag</ins>" in page
    assert "script" not in page
    assert client.post(reverse("compare-typed"), form).status_code == 302
