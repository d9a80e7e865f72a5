"""The pages of topics and priorities: one title everywhere, every district-wide topic in every list."""

import pytest
from django.urls import reverse

from plans.document.models import FocusArea, Plan, Priority, RegisterData, Scope
from plans.document.states import PlanState
from plans.drafting.workflow import (
    add_focus_area,
    add_priority,
    move_priority,
    remove_priority,
)
from samarbejde.events.models import Event
from samarbejde.transitions import Refused


@pytest.fixture
def unge(plan, chapter, cast) -> FocusArea:
    return add_focus_area(
        plan, title="Unge", text="<p>U</p>", scope=Scope.DISTRICT, council=None, by=cast.sekretariat
    )


@pytest.fixture
def havnen(plan, unge, cast) -> FocusArea:
    return add_focus_area(
        plan,
        title="Havnen",
        text="<p>H</p>",
        scope=Scope.LOCAL,
        council=cast.lokalraad("Lemvig"),
        by=cast.sekretariat,
    )


@pytest.fixture
def listed(cast, plan):
    """The titles in a lokalråd's list, with their numbers."""

    def titles(place: str) -> list[tuple[int, str]]:
        rows = Priority.objects.filter(council=cast.lokalraad(place), focus_area__plan=plan).order_by(
            "position"
        )
        return [(row.position, row.focus_area.title) for row in rows]

    return titles


# --- topics ---------------------------------------------------------------------------------------------


def edit(client, area, **changes):
    version = area.titled_row.version
    form = {"title": area.title, "text": area.description, "version": version} | changes
    return client.post(reverse("edit-focus-area", args=[area.plan_id, area.pk]), form)


def test_a_new_title_stands_everywhere(unge, chapter, section, cast, as_user):
    section("Lister", chapter, data=RegisterData.PRIORITIES)
    assert edit(as_user(cast.sekretariat), unge, title="Børn og unge").status_code == 302
    unge.refresh_from_db()
    assert (unge.title, unge.section.heading, unge.section.version) == ("Børn og unge", "Børn og unge", 2)
    page = as_user(cast.formand_herning).get(reverse("plan-text", args=[unge.plan_id])).content.decode()
    assert ">Unge<" not in page
    assert page.count("Børn og unge") >= 13  # contents, heading, and eleven lists


def test_a_local_topics_text(havnen, cast, as_user):
    edit(as_user(cast.sekretariat), havnen, text="<p>Ny <script>x</script>tekst</p>")
    havnen.refresh_from_db()
    assert havnen.description == "<p>Ny tekst</p>"


@pytest.mark.parametrize(("title", "status"), [("", 422), ("\u200b", 422), ("x" * 301, 422), ("Unge", 302)])
def test_bad_titles_come_back(havnen, cast, as_user, title, status):
    answer = edit(as_user(cast.sekretariat), havnen, title=title, text="<p>Min tekst</p>")
    assert answer.status_code == status
    assert status == 302 or "Min tekst" in answer.content.decode()


def test_a_title_that_the_plan_has_is_refused(plan, unge, havnen, cast, as_user):
    other = add_focus_area(
        plan, title="Byen", text="", scope=Scope.LOCAL, council=havnen.council, by=cast.sekretariat
    )
    answer = edit(as_user(cast.sekretariat), other, title="havnen")
    assert answer.status_code == 409
    assert "har allerede et emne" in answer.content.decode()


def test_adding_by_the_page(plan, chapter, cast, as_user, listed):
    client = as_user(cast.sekretariat)
    address = reverse("add-focus-area", args=[plan.pk])
    assert client.post(address, {"title": "Unge", "council": "", "text": "<p>a</p>"}).status_code == 302
    assert (
        client.post(address, {"title": "Havnen", "council": cast.lokalraad("Lemvig").pk}).status_code == 302
    )
    assert listed("Lemvig") == [(1, "Unge"), (2, "Havnen")]
    assert listed("Skive") == [(1, "Unge")]
    for form, status in (
        ({"title": ""}, 422),
        ({"title": "x", "council": cast.lokalraad("Odense").pk}, 422),
        ({"title": "Unge", "text": "Min tekst"}, 409),
    ):
        answer = client.post(address, form)
        assert answer.status_code == status
        assert form.get("text", "") in answer.content.decode()


def test_taking_a_topic_out(plan, unge, havnen, cast, as_user, listed):
    client = as_user(cast.sekretariat)
    address = reverse("remove-focus-area", args=[plan.pk, unge.pk])
    page = client.get(address).content.decode()
    assert "fra 11 lokalråds lister" in page
    assert "bliver stående" in page
    client.post(address)
    assert listed("Lemvig") == [(2, "Havnen")]
    assert plan.sections.filter(heading="Unge").exists()
    assert Event.objects.about(plan).get(verb="focus_area.removed").actor == cast.sekretariat
    assert FocusArea.history.filter(id=unge.pk).latest().history_user == cast.sekretariat
    assert client.post(address).status_code == 404


# --- lists --------------------------------------------------------------------------------------------------


def step(client, area, place, name, cast):
    address = reverse("priorities", args=[area.plan_id, cast.lokalraad(place).pk])
    return client.post(address, {"step": name, "area": area.pk}, follow=True)


def test_order_by_buttons(unge, havnen, cast, as_user, listed):
    client = as_user(cast.sekretariat)
    answer = step(client, havnen, "Lemvig", "up", cast)
    assert listed("Lemvig") == [(1, "Havnen"), (2, "Unge")]
    assert "»Havnen« er nu nummer 1 af 2." in answer.text
    assert answer.redirect_chain[0][0].endswith("#sagt")
    step(client, havnen, "Lemvig", "down", cast)
    assert listed("Lemvig") == [(1, "Unge"), (2, "Havnen")]
    assert "kan ikke flyttes længere" in step(client, havnen, "Lemvig", "down", cast).content.decode()
    priority = havnen.priorities.get()
    assert [record.position for record in priority.history.order_by("history_id")] == [2, 1, 2]
    assert priority.history.latest().history_user == cast.sekretariat


def test_a_local_topic_leaves_its_list_and_comes_back(unge, havnen, cast, as_user, listed):
    client = as_user(cast.sekretariat)
    step(client, havnen, "Lemvig", "up", cast)
    answer = step(client, havnen, "Lemvig", "remove", cast)
    assert listed("Lemvig") == [(1, "Unge")]
    assert "Emner, der ikke står på listen" in answer.content.decode()
    step(client, havnen, "Lemvig", "add", cast)
    assert listed("Lemvig") == [(1, "Unge"), (2, "Havnen")]


def test_a_district_wide_topic_stands_in_every_list(unge, cast, as_user, listed):
    answer = step(as_user(cast.sekretariat), unge, "Skive", "remove", cast)
    assert "skal stå på alle lokalråds lister" in answer.content.decode()
    assert listed("Skive") == [(1, "Unge")]


@pytest.mark.parametrize("name", ["add", "up", "remove"])
def test_another_lokalraads_topic_has_no_place_in_a_list(havnen, cast, as_user, listed, name):
    before = listed("Skive")
    step(as_user(cast.sekretariat), havnen, "Skive", name, cast)
    assert listed("Skive") == before


def test_what_is_not_a_step_changes_nothing(unge, cast, as_user, listed):
    for form in ({}, {"step": "x", "area": unge.pk}, {"step": "up", "area": 0}, {"step": "up", "area": "x"}):
        address = reverse("priorities", args=[unge.plan_id, cast.lokalraad("Skive").pk])
        answer = as_user(cast.sekretariat).post(address, form, follow=True)
        assert "Prøv igen" in answer.content.decode()
    assert listed("Skive") == [(1, "Unge")]


def test_the_same_topic_twice_is_refused(unge, cast):
    with pytest.raises(Refused, match="allerede på listen"):
        add_priority(unge, cast.lokalraad("Skive"), by=cast.sekretariat)


def test_what_another_took_off_the_list_is_refused(havnen, cast):
    priority = havnen.priorities.get()
    remove_priority(priority, by=cast.sekretariat)
    for act in (
        lambda: remove_priority(priority, by=cast.sekretariat),
        lambda: move_priority(priority, 1, by=cast.sekretariat),
    ):
        with pytest.raises(Refused, match="taget af listen"):
            act()


def test_a_plan_that_lies_fast_shows_its_lists_without_buttons(unge, havnen, cast, as_user):
    Plan.objects.update(state=PlanState.PUBLISHED)
    client = as_user(cast.sekretariat)
    for address in (
        reverse("focus-areas", args=[unge.plan_id]),
        reverse("priorities", args=[unge.plan_id, cast.lokalraad("Lemvig").pk]),
    ):
        page = client.get(address).content.decode()
        assert "Havnen" in page
        assert "Ret" not in page.split("<main")[1].split("</main>")[0]
        assert 'name="step"' not in page


# --- who ----------------------------------------------------------------------------------------------------


def test_others_change_nothing(unge, havnen, cast, as_user, client, listed):
    posts = [
        (reverse("add-focus-area", args=[unge.plan_id]), {"title": "Ny"}),
        (reverse("edit-focus-area", args=[unge.plan_id, unge.pk]), {"title": "Ny", "version": 1}),
        (reverse("remove-focus-area", args=[unge.plan_id, unge.pk]), {}),
        (
            reverse("priorities", args=[unge.plan_id, havnen.council_id]),
            {"step": "remove", "area": havnen.pk},
        ),
    ]
    for person, status in (
        (cast.formand("Lemvig"), 403),
        (cast.borgmester("Skive"), 403),
        (cast.kontaktudvalg, 403),
        (cast.sekretariat_fyn, 404),
        (cast.administrator, 404),
    ):
        for address, form in posts:
            assert as_user(person).post(address, form).status_code == status
    for address, form in posts:
        assert client.post(address, form).status_code in (302, 401)
    assert listed("Lemvig") == [(1, "Unge"), (2, "Havnen")]


def test_a_topic_or_council_of_elsewhere_is_404(unge, cast, as_user):
    other = Plan.objects.create(council=cast.kredsraad(), year=2028)
    client = as_user(cast.sekretariat)
    for address in (
        reverse("edit-focus-area", args=[other.pk, unge.pk]),
        reverse("remove-focus-area", args=[other.pk, unge.pk]),
        reverse("priorities", args=[other.pk, cast.lokalraad("Odense").pk]),
        reverse("priorities", args=[other.pk, cast.kredsraad().pk]),
    ):
        assert client.get(address).status_code == 404
        assert client.post(address, {"title": "Andet", "step": "add", "area": unge.pk}).status_code == 404
    unge.refresh_from_db()
    assert (unge.title, unge.plan.focus_areas.count(), other.focus_areas.count()) == ("Unge", 1, 0)
