"""A section is put anywhere in one step, from the list, by »Flyt til …« or by dragging; and back again."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plans.document.models import FocusArea, Scope, SectionKind
from plans.document.numbering import numbered
from plans.drafting.outline import place_of
from plans.drafting.workflow import Where, place_section
from samarbejde.transitions import Refused
from tests.plans.drafting.conftest import START


@pytest.mark.parametrize(
    ("moved", "where", "target", "after"),
    [
        ("A2", Where.BEFORE, "A1", ["Del 1: Del", "1. A", "1.1 A2", "1.2 A1", "2. B", "3. C"]),
        ("A1", Where.UNDER, "B", ["Del 1: Del", "1. A", "1.1 A2", "2. B", "2.1 A1", "3. C"]),
        ("A1", Where.AFTER, "B", ["Del 1: Del", "1. A", "1.1 A2", "2. B", "3. A1", "4. C"]),
        ("A", Where.UNDER, "B", ["Del 1: Del", "1. B", "1.1 A", "1.1.1 A1", "1.1.2 A2", "2. C"]),
        ("C", Where.BEFORE, "Del", ["1. C", "Del 1: Del", "2. A", "2.1 A1", "2.2 A2", "3. B"]),
        ("A", Where.AFTER, "C", ["Del 1: Del", "1. B", "2. C", "3. A", "3.1 A1", "3.2 A2"]),
        ("B", Where.AFTER, "A", START),
    ],
)
def test_a_section_is_put_anywhere_with_all_below_it(tree, titles, named, cast, moved, where, target, after):
    lineage = named(moved).lineage
    place_section(named(moved), where, named(target), by=cast.sekretariat)
    assert titles() == after
    assert named(moved).lineage == lineage
    assert named(moved).history.latest().history_change_reason == "Flyttet"


@pytest.mark.parametrize(
    ("moved", "where", "target", "why"),
    [
        ("A", Where.UNDER, "A1", "under sig selv"),
        ("A", Where.AFTER, "A", "ved sig selv"),
        ("Del", Where.UNDER, "C", "yderst"),
        ("Del", Where.AFTER, "B", "ved sig selv"),
    ],
)
def test_what_cannot_stand_there_is_refused(tree, titles, named, cast, moved, where, target, why):
    with pytest.raises(Refused, match=why):
        place_section(named(moved), where, named(target), by=cast.sekretariat)
    assert titles() == START


def test_no_deeper_than_five_levels_with_what_is_below(section, tree, named, titles, cast):
    row = named("B")
    for level in range(3):
        row = section(f"Niveau {level}", row)
    with pytest.raises(Refused, match="5 niveauer"):
        place_section(named("A"), Where.UNDER, row, by=cast.sekretariat)
    place_section(named("A1"), Where.AFTER, row, by=cast.sekretariat)


def test_topic_and_duty_come_along(plan, tree, named, cast):
    area = FocusArea.objects.create(plan=plan, scope=Scope.DISTRICT, section=named("A1"), since=2027)
    duty = plan.duties.create(wording="a", who="b", section=named("A1"))
    place_section(named("A1"), Where.AFTER, named("B"), by=cast.sekretariat)
    for row in (area, duty):
        row.refresh_from_db()
        assert row.section == named("A1")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(st.tuples(st.integers(0, 5), st.sampled_from(list(Where)), st.integers(0, 5)), max_size=6)
)
def test_every_step_can_be_taken_back(plan, tree, titles, cast, steps):
    for number, where, other in steps:
        rows = list(plan.sections.select_related("parent").order_by("pk"))
        before, place = _stands(plan), place_of(rows[number])
        try:
            place_section(rows[number], where, rows[other], by=cast.sekretariat)
        except Refused:
            assert _stands(plan) == before
            continue
        assert sorted(title.split()[-1] for title in titles()) == ["A", "A1", "A2", "B", "C", "Del"]
        moved, target = plan.sections.get(pk=rows[number].pk), plan.sections.get(pk=place.target)
        place_section(moved, Where(place.where), target, kind=place.kind, by=cast.sekretariat)
        assert _stands(plan) == before


def _stands(plan) -> list[tuple[str, str]]:
    return [(entry.title, entry.section.kind) for entry in numbered(plan.sections.all())]


# --- the pages ----------------------------------------------------------------------------------------


@pytest.fixture
def outline(plan, tree) -> str:
    return reverse("plan-outline", args=[plan.pk])


def test_the_list_says_what_happened_and_takes_it_back(outline, titles, named, cast, as_user):
    writer = as_user(cast.sekretariat)
    answer = writer.post(outline, {"section": named("B").pk, "step": "op"})
    assert titles() == ["Del 1: Del", "1. B", "2. A", "2.1 A1", "2.2 A2", "3. C"]
    page = writer.get(answer["Location"])
    assert "Flyttet op: 1. B" in page.text
    assert f'value="{named("B").pk}" aria-labelledby="{named("B").anchor}-t" checked' in page.text
    writer.post(outline, page.context["undo"])
    assert titles() == START


def test_a_part_of_the_page_is_fetched(outline, named, cast, as_user):
    writer = as_user(cast.sekretariat)
    fields = {"section": named("A1").pk, "step": "placer", "where": "efter", "target": named("B").pk}
    answer = writer.post(outline, fields, headers={"X-Fragment": "outline"}, follow=True)
    assert answer["X-Fragment"] == "outline"
    assert "Flyttet: 3. A1" in answer.text
    assert "<html" not in answer.text


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"section": ""}, "Vælg først et afsnit"),
        ({"step": "sidelæns"}, "Vælg et afsnit og et sted"),
        ({"where": "oven på"}, "Vælg et afsnit og et sted"),
        ({"step": "op"}, "kan ikke komme længere op"),
        ({"step": "ud"}, "Rykket et niveau ud: 2. A1"),
    ],
)
def test_what_came_of_it_is_said_beside_the_list(outline, named, cast, as_user, changes, says):
    fields = {"section": named("A1").pk, "step": "placer", "where": "under", "target": named("B").pk}
    answer = as_user(cast.sekretariat).post(outline, fields | changes, follow=True)
    said = answer.text.partition('id="sagt"')[2]
    assert says in said


def test_a_place_in_another_plan_is_none(outline, titles, named, cast, as_user):
    for changes in ({"target": 10**9}, {"target": ""}, {"section": 10**9}):
        fields = {"section": named("A1").pk, "step": "placer", "where": "under", "target": named("B").pk}
        assert as_user(cast.sekretariat).post(outline, fields | changes).status_code == 404
    assert titles() == START


@pytest.mark.parametrize(
    ("step", "page"), [("flyt", "place-section"), ("tilfoej", "add-section"), ("slet", "delete-section")]
)
def test_buttons_lead_to_where_more_is_asked(outline, plan, named, cast, as_user, step, page):
    pk = named("A1").pk
    answer = as_user(cast.sekretariat).post(outline, {"section": pk, "step": step})
    address = reverse(page, args=[plan.pk] if step == "tilfoej" else [plan.pk, pk])
    assert answer["Location"].partition("?")[0] == address


def test_the_page_for_moving_offers_every_other_section(plan, outline, titles, named, cast, as_user):
    writer, address = as_user(cast.sekretariat), reverse("place-section", args=[plan.pk, named("A").pk])
    offered = [label.strip() for _, label in writer.get(address).context["form"].fields["target"].choices]
    assert offered == ["Vælg et afsnit", "Del 1: Del", "2. B", "3. C"]
    of_b = writer.get(reverse("place-section", args=[plan.pk, named("B").pk]))
    assert of_b.context["entry"].title == "2. B"
    assert writer.post(address, {"where": "efter", "target": ""}).status_code == 422
    assert writer.post(address, {"where": "under", "target": named("A1").pk}).status_code == 422
    answer = writer.post(address, {"where": "efter", "target": named("C").pk}, follow=True)
    assert titles() == ["Del 1: Del", "1. B", "2. C", "3. A", "3.1 A1", "3.2 A2"]
    assert "Flyttet: 3. A" in answer.text


def test_a_part_stays_at_the_top_and_the_form_says_so(plan, outline, named, cast, as_user):
    address = reverse("place-section", args=[plan.pk, named("Del").pk])
    answer = as_user(cast.sekretariat).post(address, {"where": "under", "target": named("C").pk})
    assert answer.status_code == 409
    assert "står yderst" in answer.text


def test_the_list_asks_no_more_for_more_sections(plan, section, cast, as_user):
    writer, counts = as_user(cast.sekretariat), []
    for rows in (1, 3):
        while plan.sections.count() < rows:
            section(f"Afsnit {plan.sections.count()}", kind=SectionKind.CHAPTER)
        with CaptureQueriesContext(connection) as captured:
            assert f"Afsnit {rows - 1}" in writer.get(reverse("plan-outline", args=[plan.pk])).text
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 12
