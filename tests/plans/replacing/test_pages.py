"""The page with every place, ticked, as it will be."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml.html import fromstring

from plans.document.models import Plan, Section, SectionKind
from plans.document.states import PlanState
from plans.drafting.workflow import save_section
from plans.replacing import views
from plans.replacing.models import Replacement


@pytest.fixture
def address(plan) -> str:
    return reverse("find-and-replace", args=[plan.pk])


@pytest.fixture
def secretary(cast, as_user):
    return as_user(cast.sekretariat)


def test_each_place_in_its_context_as_it_will_be(address, secretary):
    page = secretary.get(address, {"q": "kreds", "put": "egn"}).content.decode()
    assert "5 steder i 3 afsnit" in page
    labels = [" ".join(label.text_content().split()) for label in fromstring(page).iter("label")]
    assert "Hele (udgår: kreds) (nyt: egn)en" in labels
    assert "Torvet (Lokalrådet i Herning)" in page
    assert page.count('name="place"') == page.count(" checked") == 5


def test_from_search_to_undone(address, secretary, keys, texts):
    form = {"q": "kreds", "put": "egn", "place": keys()}
    page = secretary.post(address, form, follow=True).content.decode()
    assert "»kreds« erstattet med »egn«: 5 steder" in page
    assert "Vores egn" in texts()
    undo = reverse("undo-replacement", args=[Plan.objects.get().pk, Replacement.objects.get().pk])
    assert undo in page
    page = secretary.post(undo, follow=True).content.decode()
    assert "det er fortrudt" in page
    assert "er ændret siden" not in page
    assert "5 steder i 3 afsnit" in page
    assert undo not in page
    assert "Vores kreds" in texts()


def test_what_was_unticked_stays_so_when_the_step_is_refused(address, secretary, plan):
    form = {"q": "kreds", "put": "egn", "place": ["afsnit-1-1-body-0"]}
    answer = secretary.post(address, form)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "ændret, siden du søgte" in page
    assert page.count('name="place"') == 5
    assert " checked" not in page


def test_a_locked_text_is_searched_but_not_changed(address, secretary):
    Plan.objects.update(state=PlanState.SIGNED)
    page = secretary.get(address, {"q": "kreds"}).content.decode()
    assert "Hele <mark>kreds</mark>en" in page
    assert "ligger fast" in page
    assert 'name="place"' not in page


def test_nothing_found_says_so(address, secretary):
    assert "Ingen steder fundet" in secretary.get(address, {"q": "zebra"}).content.decode()
    assert "Ingen steder fundet" not in secretary.get(address).content.decode()


def test_more_than_a_page_has_room_for(address, secretary, monkeypatch):
    monkeypatch.setattr(views, "MOST", 2)
    page = secretary.get(address, {"q": "kreds"}).content.decode()
    assert "5 steder i 3 afsnit" in page
    assert "De første 2 vises" in page
    assert page.count('name="place"') == 2
    assert "Vores kreds" in page
    assert "Natteliv" not in page


def test_much_text_around_a_place_is_cut_at_a_word(address, secretary, plan):
    first = "Først lyset på stien, så torvet og broen, og til sidst havnen og"
    last = "ved skolen, hvor de unge mødes om aftenen, og hvor natteravnene går tur hver eneste fredag."
    plan.sections.filter(position=2).update(body=f"<p>{first} zebraen {last}</p>")
    page = " ".join(fromstring(secretary.get(address, {"q": "zebra"}).text).text_content().split())
    before = "Natteliv … lyset på stien, så torvet og broen, og til sidst havnen og"
    after = "ved skolen, hvor de unge mødes om aftenen, og hvor …"
    assert f"{before} (udgår: zebra)en {after}" in page


def test_what_was_written_since_is_named_when_a_step_is_undone(secretary, plan, replaced, cast):
    undo = reverse("undo-replacement", args=[plan.pk, replaced().pk])
    section = plan.sections.get(heading="Natteliv")
    save_section(section, by=cast.sekretariat, version=2, heading="Natteliv", body="<p>Nyt</p>")
    assert "»Natteliv« er ændret siden" in secretary.post(undo, follow=True).text


def test_three_sections_cost_what_one_costs(address, secretary, plan):
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            secretary.get(address, {"q": "natte"})
        return len(asked)

    one = cost()
    for number in (4, 5):
        Section.objects.create(
            plan=plan, position=number, kind=SectionKind.CHAPTER, heading=f"Nattely {number}"
        )
    assert cost() == one
