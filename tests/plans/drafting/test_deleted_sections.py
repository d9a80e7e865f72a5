"""Sections that are deleted, and come back with all that belonged to them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.document.models import FocusArea, Scope
from plans.document.states import PlanState
from plans.drafting.workflow import delete_section, edit_focus_area, restore_section
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.plans.drafting.conftest import START


def test_deleting_asks_first_and_lists_what_goes(plan, tree, titles, named, cast, as_user):
    client = as_user(cast.sekretariat)
    address = reverse("delete-section", args=[plan.pk, named("A").pk])
    FocusArea.objects.create(plan=plan, scope=Scope.DISTRICT, section=named("A1"), since=2027)
    page = client.get(address).content.decode()
    assert "Disse 3 afsnit" in page
    assert all(title in page for title in ("1. A", "1.1 A1", "1.2 A2"))
    assert "teksten til emnet »A1«" in page
    assert titles() == START
    answer = client.post(address, follow=True)
    assert titles() == ["Del 1: Del", "1. B", "2. C"]
    assert "»A« er slettet og ligger i papirkurven." in answer.text
    assert reverse("restore-section", args=[plan.pk, answer.context["just_deleted"]]) in answer.text
    in_bin = client.get(reverse("deleted-sections", args=[plan.pk])).text
    assert "af Sekretariatet" in in_bin
    assert in_bin.count("Gendan<") == 1, "what was deleted with it comes back with it"


def test_what_was_deleted_comes_back_whole(plan, tree, titles, named, cast, as_user):
    area = FocusArea.objects.create(plan=plan, scope=Scope.DISTRICT, section=named("A1"), since=2027)
    duty = plan.duties.create(wording="a", who="b", section=named("A1"))
    lineage, pk = named("A1").lineage, named("A").pk
    delete_section(named("A"), by=cast.sekretariat)
    area.refresh_from_db()
    assert (area.section, area.title) == (None, "A1")
    assert area.history.latest().own_title == "A1"
    client = as_user(cast.sekretariat)
    answer = client.post(reverse("restore-section", args=[plan.pk, pk]), follow=True)
    assert "»A« er gendannet." in answer.content.decode()
    assert titles() == START
    back = named("A1")
    assert (back.body, back.lineage, back.version) == (
        "<p>Tekst i A1</p>",
        lineage,
        3,
    )  # its topic was the second
    assert [record.history_type for record in back.history.order_by("history_id")] == ["+", "-", "+"]
    area.refresh_from_db()
    duty.refresh_from_db()
    assert (area.section, duty.section) == (back, back)
    assert (area.title, area.own_title) == ("A1", "")


def test_a_topic_renamed_while_its_section_is_gone_keeps_that_title(plan, tree, named, cast):
    area = FocusArea.objects.create(plan=plan, scope=Scope.DISTRICT, section=named("A1"), since=2027)
    pk = named("A1").pk
    delete_section(named("A1"), by=cast.sekretariat)
    area.refresh_from_db()
    edit_focus_area(area, title="A1 nu", text="", version=area.version, by=cast.sekretariat)
    back = restore_section(plan, pk, by=cast.sekretariat)
    area.refresh_from_db()
    assert (area.section, area.title, back.heading) == (back, "A1 nu", "A1 nu")
    assert back.version > area.version


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


def test_the_bin_is_emptied_when_the_plan_is_published(plan, tree, named, cast, as_user):
    gone, kept = named("B").pk, named("C").pk
    delete_section(named("B"), by=cast.sekretariat)
    for state in (PlanState.PUBLISHED, PlanState.DRAFT):
        plan.state = state
        plan.save()
    delete_section(named("C"), by=cast.sekretariat)
    page = as_user(cast.sekretariat).get(reverse("deleted-sections", args=[plan.pk]))
    assert [row.id for row, _ in page.context["deleted"]] == [kept]
    with pytest.raises(Refused, match="ikke slettet"):
        restore_section(plan, gone, by=cast.sekretariat)


def test_the_bin_asks_no_more_for_more(plan, tree, named, cast, as_user):
    writer, counts = as_user(cast.sekretariat), []
    for headings in (["A1"], ["A2", "B"]):
        for heading in headings:
            delete_section(named(heading), by=cast.sekretariat)
        with CaptureQueriesContext(connection) as captured:
            page = writer.get(reverse("deleted-sections", args=[plan.pk]))
        counts.append((len(page.context["deleted"]), len(captured)))
    assert [number for number, _ in counts] == [1, 3]
    assert counts[0][1] == counts[1][1]
