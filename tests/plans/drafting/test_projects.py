"""The projects that a topic embraces: written beside it, and shown wherever it stands."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from plans.document.changes import changes
from plans.document.make_snapshot import make_snapshot
from plans.document.models import FocusArea, Plan, RegisterData
from plans.drafting.workflow import carry_forward
from samarbejde.events.models import Event
from tests.making import a_focus_area, a_plan, an_edition, section

pytestmark = pytest.mark.django_db
TYPED = {
    "name": "Tryg skolevej",
    "parties": "Skolerne",
    "period": "2026–2028",
    "link": "example.org/skolevej",
}
STORED = TYPED | {"link": "https://example.org/skolevej"}


@pytest.fixture
def plan(cast):
    plan = a_plan(cast.kredsraad(), 2027)
    section(plan, "Emnerne", data=RegisterData.FOCUS_AREAS)
    return plan


@pytest.fixture
def area(plan):
    return plan.focus_areas.get()


@pytest.fixture
def send(plan, area, cast, as_user):
    client = as_user(cast.sekretariat)
    return lambda name, typed, *more: client.post(reverse(name, args=[plan.pk, area.pk, *more]), typed)


def test_one_is_added_corrected_and_taken_out(area, send):
    assert send("add-project", TYPED | {"version": 1}).status_code == 302
    area.refresh_from_db()
    assert (area.projects, area.version) == ([STORED], 2)
    send("add-project", {"name": "Lys på stierne", "version": 2})
    send("edit-project", TYPED | {"period": "2027", "version": 3}, 1)
    area.refresh_from_db()
    assert [project["period"] for project in area.projects] == ["2027", ""]
    assert send("remove-project", {"version": 4}, 2).status_code == 302
    area.refresh_from_db()
    assert [project["name"] for project in area.projects] == ["Tryg skolevej"]
    assert area.history.count() == 5
    assert Event.objects.filter(verb="focus_area.projects").count() == 4


def test_what_another_did_meanwhile_is_told_and_nothing_is_lost(area, send):
    send("add-project", TYPED | {"version": 1})
    for name, more in (("add-project", ()), ("edit-project", (1,))):
        page = send(name, {"name": "Min egen", "version": 1}, *more)
        assert page.status_code == 409
        assert "Min egen" in page.text
    send("remove-project", {"version": 1}, 1)
    area.refresh_from_db()
    assert area.projects == [STORED]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [({"name": ""}, "name"), ({"link": "javascript:alert(1)"}, "URL"), ({"parties": "010190-1234"}, "CPR")],
)
def test_what_cannot_be_is_told(wrong, said, send, area):
    page = send("add-project", TYPED | wrong | {"version": 1})
    assert page.status_code == 422
    assert said in page.text
    area.refresh_from_db()
    assert area.projects == []


def test_a_plan_that_lies_fast_keeps_its_projects(plan, area, send):
    Plan.objects.filter(pk=plan.pk).update(state="signed")
    assert send("add-project", TYPED | {"version": 1}).status_code == 409
    area.refresh_from_db()
    assert area.projects == []


def test_there_is_no_project_of_a_number_that_it_does_not_have(send):
    assert send("edit-project", TYPED, 1).status_code == 404
    assert send("remove-project", {"version": 1}, 0).status_code == 404


def test_they_are_shown_wherever_the_topic_stands(plan, area, cast, client, as_user):
    FocusArea.objects.filter(pk=area.pk).update(projects=[STORED])
    local = a_focus_area(plan, "Havnen", cast.lokalraad("Herning"))
    FocusArea.objects.filter(pk=local.pk).update(projects=[STORED | {"name": "Lys i havnen"}])
    text = make_snapshot(plan)
    own = next(part for part in text["sections"] if part["heading"] == "Trivsel for unge")
    assert own["projects"] == [STORED]
    page = as_user(cast.sekretariat).get(reverse("plan-text", args=[plan.pk])).text
    link = '<a href="https://example.org/skolevej">Tryg skolevej</a>, 2026–2028. Parter: Skolerne'
    assert page.count(link) == 2 + 11, "its section, the topics, and each lokalråd's list"
    assert page.count("Lys i havnen") == 1
    an_edition(plan)
    herning = client.get(f"/{cast.district.slug}/2027/kommuner/herning/").text
    assert link in herning
    assert "Lys i havnen" in herning
    assert "Lys i havnen" not in client.get(f"/{cast.district.slug}/2027/kommuner/viborg/").text


def test_what_is_new_among_them_is_told(plan, area):
    before = make_snapshot(plan)
    FocusArea.objects.filter(pk=area.pk).update(projects=[STORED])
    told = {change["title"]: change["html"] for change in changes(before, make_snapshot(Plan.objects.get()))}
    assert "<ins>Tryg skolevej</ins>" in told["2.1 Trivsel for unge"]


def test_next_years_plan_begins_with_them(plan, area, cast):
    FocusArea.objects.filter(pk=area.pk).update(projects=[STORED])
    assert carry_forward(plan, 2028, by=cast.sekretariat).focus_areas.get().projects == [STORED]


def test_the_database_holds_that_they_are_a_list(area):
    with pytest.raises(IntegrityError, match="a_topics_projects_are_a_list"), transaction.atomic():
        FocusArea.objects.filter(pk=area.pk).update(projects={"name": "x"})
