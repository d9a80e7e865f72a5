"""The plan's tree: sections are added and moved a step; numbers follow."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plans.document.models import SectionKind
from plans.document.numbering import numbered
from plans.drafting.workflow import (
    Direction,
    add_section,
    move_section,
    save_section,
)
from samarbejde.transitions import Refused
from tests.plans.drafting.conftest import START


def kinds(plan) -> dict[str, str]:
    return dict(plan.sections.values_list("heading", "kind"))


@pytest.mark.parametrize(
    ("moved", "direction", "after"),
    [
        ("B", Direction.UP, ["Del 1: Del", "1. B", "2. A", "2.1 A1", "2.2 A2", "3. C"]),
        ("A", Direction.DOWN, ["Del 1: Del", "1. B", "2. A", "2.1 A1", "2.2 A2", "3. C"]),
        ("A2", Direction.UP, ["Del 1: Del", "1. A", "1.1 A2", "1.2 A1", "2. B", "3. C"]),
        ("C", Direction.UP, ["1. C", "Del 1: Del", "2. A", "2.1 A1", "2.2 A2", "3. B"]),
        ("A2", Direction.IN, ["Del 1: Del", "1. A", "1.1 A1", "1.1.1 A2", "2. B", "3. C"]),
        ("B", Direction.IN, ["Del 1: Del", "1. A", "1.1 A1", "1.2 A2", "1.3 B", "2. C"]),
        ("C", Direction.IN, ["Del 1: Del", "1. A", "1.1 A1", "1.2 A2", "2. B", "3. C"]),
        ("A1", Direction.OUT, ["Del 1: Del", "1. A", "1.1 A2", "2. A1", "3. B", "4. C"]),
        ("A", Direction.OUT, ["Del 1: Del", "1. B", "2. A", "2.1 A1", "2.2 A2", "3. C"]),
    ],
)
def test_moving_takes_along_what_is_below_and_numbers_follow(
    plan, tree, titles, named, cast, moved, direction, after
):
    assert titles() == START
    move_section(named(moved), direction, by=cast.sekretariat)
    assert titles() == after
    record = named(moved).history.latest()
    assert (record.history_user, record.history_change_reason) == (cast.sekretariat, "Flyttet")


def test_the_kind_fits_the_new_place(plan, tree, named, cast):
    move_section(named("A1"), Direction.OUT, by=cast.sekretariat)
    assert kinds(plan)["A1"] == SectionKind.CHAPTER
    move_section(named("B"), Direction.IN, by=cast.sekretariat)
    assert kinds(plan)["B"] == SectionKind.SECTION
    move_section(named("C"), Direction.IN, by=cast.sekretariat)
    assert kinds(plan)["C"] == SectionKind.APPENDIX


@pytest.mark.parametrize(
    ("moved", "direction"),
    [
        ("A", Direction.UP),
        ("B", Direction.DOWN),
        ("A1", Direction.IN),
        ("Del", Direction.IN),
        ("Del", Direction.OUT),
        ("C", Direction.OUT),
    ],
)
def test_what_cannot_be_moved_is_refused(tree, titles, named, cast, moved, direction):
    with pytest.raises(Refused):
        move_section(named(moved), direction, by=cast.sekretariat)
    assert titles() == START


def test_five_levels_and_no_more(section, named, cast):
    row = None
    for level in range(5):
        row = section(f"Niveau {level}", row)
    section("Ved siden af", row.parent)
    with pytest.raises(Refused, match="5 niveauer"):
        move_section(named("Ved siden af"), Direction.IN, by=cast.sekretariat)
    with pytest.raises(Refused, match="5 niveauer"):
        add_section(row.plan, heading="Ny", kind=SectionKind.SECTION, parent=row, by=cast.sekretariat)


def test_moving_does_not_make_an_open_text_stale(tree, named, cast):
    open_text = named("B")
    move_section(open_text, Direction.UP, by=cast.sekretariat)
    saved = save_section(
        open_text, by=cast.sekretariat, version=open_text.version, heading="B", body="<p>Ny</p>"
    )
    assert (saved.body, saved.position) == ("<p>Ny</p>", 1)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=st.lists(st.tuples(st.integers(0, 5), st.sampled_from(list(Direction))), max_size=12))
def test_however_it_is_moved_nothing_is_lost_and_the_tree_holds(plan, tree, cast, moves):
    for number, direction in moves:
        try:
            move_section(plan.sections.order_by("pk")[number], direction, by=cast.sekretariat)
        except Refused:
            pass
    places = numbered(plan.sections.all())
    assert sorted(place.section.heading for place in places) == ["A", "A1", "A2", "B", "C", "Del"]


# --- adding -------------------------------------------------------------------------------------------


def test_a_section_is_added_after_another_or_last(plan, tree, titles, named, cast):
    add = {"by": cast.sekretariat, "kind": SectionKind.SECTION}
    add_section(plan, heading="A1b", parent=named("A"), after=named("A1"), **add)
    add_section(plan, heading="A3", parent=named("A"), **add)
    assert titles()[1:6] == ["1. A", "1.1 A1", "1.2 A1b", "1.3 A2", "1.4 A3"]
    assert named("A3").history.get().history_user == cast.sekretariat


@pytest.mark.parametrize(
    ("heading", "kind", "why"),
    [
        ("", SectionKind.CHAPTER, "Skriv en overskrift"),
        ("x", SectionKind.SECTION, "Her i planen kan der ikke stå"),
    ],
)
def test_what_cannot_be_added_is_refused(plan, tree, cast, heading, kind, why):
    with pytest.raises(Refused, match=why):
        add_section(plan, heading=heading, kind=kind, by=cast.sekretariat)


def test_the_page_adds_beside_the_section_it_was_opened_at(plan, tree, titles, named, cast, as_user):
    client = as_user(cast.sekretariat)
    address = f"{reverse('add-section', args=[plan.pk])}?ved={named('A1').pk}"
    assert "Efter »1.1 A1«" in client.get(address).content.decode()
    answer = client.post(address, {"heading": "Ny", "where": "after", "kind": "section", "register_data": ""})
    assert answer["Location"] == reverse("edit-section", args=[plan.pk, named("Ny").pk])
    client.post(address, {"heading": "Under", "where": "below", "kind": "chapter", "register_data": ""})
    client.post(address, {"heading": "", "where": "last", "kind": "part", "register_data": ""})
    assert titles() == [
        "Del 1: Del",
        "1. A",
        "1.1 A1",
        "1.1.1 Under",
        "1.2 Ny",
        "1.3 A2",
        "2. B",
        "3. C",
        "Del 2",
    ]


@pytest.mark.parametrize(
    "changes",
    [{"heading": ""}, {"heading": "x" * 301}, {"where": "x"}, {"kind": "x"}, {"register_data": "x"}],
)
def test_bad_input_comes_back(plan, tree, cast, as_user, changes):
    form = {"heading": "Min overskrift", "where": "last", "kind": "chapter", "register_data": ""} | changes
    answer = as_user(cast.sekretariat).post(reverse("add-section", args=[plan.pk]), form)
    assert answer.status_code == 422
    assert form["heading"] in answer.content.decode()
    assert plan.sections.count() == 6


@pytest.mark.parametrize("beside", ["0", "x", "9" * 400, "-1", "１", "%00"])
def test_a_strange_place_is_the_end_of_the_plan(plan, tree, cast, as_user, beside):
    address = f"{reverse('add-section', args=[plan.pk])}?ved={beside}"
    form = as_user(cast.sekretariat).get(address).context["form"]
    assert [value for value, _ in form.fields["where"].choices] == ["last"]
