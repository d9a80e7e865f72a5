"""The plan's tree: sections are added, moved, deleted and brought back; numbers follow."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plans.document.models import FocusArea, Scope, SectionKind
from plans.document.numbering import numbered
from plans.drafting.workflow import (
    Direction,
    add_section,
    delete_section,
    move_section,
    restore_section,
    save_section,
)
from samarbejde.events.models import Event
from samarbejde.transitions import Refused


@pytest.fixture
def tree(section):
    """Part 1 with chapters A (A1, A2) and B; an appendix C."""
    part = section("Del", kind=SectionKind.PART)
    a = section("A", part)
    section("A1", a, body="<p>Tekst i A1</p>")
    section("A2", a)
    section("B", part)
    section("C", kind=SectionKind.APPENDIX)


@pytest.fixture
def titles(plan):
    return lambda: [place.title for place in numbered(plan.sections.all())]


@pytest.fixture
def named(plan):
    return lambda heading: plan.sections.select_related("parent").get(heading=heading)


def kinds(plan) -> dict[str, str]:
    return dict(plan.sections.values_list("heading", "kind"))


START = ["Del 1: Del", "1. A", "1.1 A1", "1.2 A2", "2. B", "3. C"]


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


@pytest.mark.parametrize(("heading", "kind"), [("", SectionKind.CHAPTER), ("x", SectionKind.SECTION)])
def test_what_cannot_be_added_is_refused(plan, tree, cast, heading, kind):
    with pytest.raises(Refused):
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
    page = as_user(cast.sekretariat).get(f"{reverse('add-section', args=[plan.pk])}?ved={beside}")
    assert page.status_code == 200


# --- deleting and bringing back ----------------------------------------------------------------------


def test_deleting_asks_first_and_lists_what_goes(plan, tree, titles, named, cast, as_user):
    client = as_user(cast.sekretariat)
    address = reverse("delete-section", args=[plan.pk, named("A").pk])
    FocusArea.objects.create(plan=plan, title="A1", scope=Scope.DISTRICT, section=named("A1"), since=2027)
    page = client.get(address).content.decode()
    assert "Disse 3 afsnit" in page
    assert all(title in page for title in ("1. A", "1.1 A1", "1.2 A2"))
    assert "teksten til emnet »A1«" in page
    assert titles() == START
    answer = client.post(address, follow=True)
    assert titles() == ["Del 1: Del", "1. B", "2. C"]
    assert "Slettede afsnit" in answer.content.decode()
    assert "af Sekretariatet" in answer.content.decode()


def test_what_was_deleted_comes_back_whole(plan, tree, titles, named, cast, as_user):
    area = FocusArea.objects.create(
        plan=plan, title="A1", scope=Scope.DISTRICT, section=named("A1"), since=2027
    )
    duty = plan.duties.create(wording="a", who="b", section=named("A1"))
    lineage, pk = named("A1").lineage, named("A").pk
    delete_section(named("A"), by=cast.sekretariat)
    area.refresh_from_db()
    assert area.section is None
    client = as_user(cast.sekretariat)
    answer = client.post(reverse("restore-section", args=[plan.pk, pk]), follow=True)
    assert "»A« er gendannet." in answer.content.decode()
    assert titles() == START
    back = named("A1")
    assert (back.body, back.lineage, back.version) == ("<p>Tekst i A1</p>", lineage, 2)
    assert [record.history_type for record in back.history.order_by("history_id")] == ["+", "-", "+"]
    area.refresh_from_db()
    duty.refresh_from_db()
    assert (area.section, duty.section) == (back, back)


def test_a_section_whose_parent_is_gone_comes_back_at_the_top(plan, tree, titles, named, cast):
    inner, outer = named("A1"), named("A")
    delete_section(inner, by=cast.sekretariat)
    delete_section(outer, by=cast.sekretariat)
    restore_section(plan, inner.pk, by=cast.sekretariat)
    assert titles() == ["1. A1", "Del 1: Del", "2. B", "3. C"]
    restore_section(plan, outer.pk, by=cast.sekretariat)
    assert titles() == ["1. A1", "Del 1: Del", "2. A", "2.1 A2", "3. B", "4. C"]


def test_restoring_twice_or_what_never_was_is_refused(plan, tree, named, cast, as_user):
    pk = named("C").pk
    delete_section(named("C"), by=cast.sekretariat)
    restore_section(plan, pk, by=cast.sekretariat)
    for gone in (pk, 0, 10**9):
        with pytest.raises(Refused, match="ikke slettet"):
            restore_section(plan, gone, by=cast.sekretariat)
    answer = as_user(cast.sekretariat).post(reverse("restore-section", args=[plan.pk, pk]), follow=True)
    assert "ikke slettet mere" in answer.content.decode()


def test_deleting_is_told_to_the_secretariat_alone(plan, tree, named, cast):
    delete_section(named("A"), by=cast.sekretariat)
    event = Event.objects.about(plan).get()
    assert event.text == "»A« blev slettet fra planen med 2 afsnit under"
    assert event.internal


# --- who ------------------------------------------------------------------------------------------------


def test_others_change_nothing(plan, tree, titles, named, cast, as_user):
    b = named("B").pk
    posts = [
        (reverse("move-section", args=[plan.pk, b]), {"direction": "op"}),
        (reverse("delete-section", args=[plan.pk, b]), {}),
        (reverse("restore-section", args=[plan.pk, b]), {}),
        (reverse("add-section", args=[plan.pk]), {"heading": "Ny", "where": "last", "kind": "chapter"}),
    ]
    for person, status in (
        (cast.formand_herning, 403),
        (cast.borgmester("Skive"), 403),
        (cast.kontaktudvalg, 403),
        (cast.sekretariat_fyn, 404),
        (cast.administrator, 404),
    ):
        for address, form in posts:
            assert as_user(person).post(address, form).status_code == status
    assert titles() == START


def test_moving_by_button(plan, tree, titles, named, cast, as_user, client):
    address = reverse("move-section", args=[plan.pk, named("B").pk])
    assert client.post(address, {"direction": "op"})["Location"].startswith(reverse("account_login"))
    answer = as_user(cast.sekretariat).post(address, {"direction": "op"})
    assert answer["Location"] == f"{reverse('plan-outline', args=[plan.pk])}#{named('B').anchor}"
    assert titles()[1] == "1. B"
    as_user(cast.sekretariat).post(address, {"direction": "sidelæns"})
    assert titles()[1] == "1. B"
    assert as_user(cast.sekretariat).get(address).status_code == 405
