"""Which lokalråd proposed a topic: told in the plan where the secretariat says so, and nowhere else."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from plans.comments.anchoring import Quotation, found_in
from plans.comments.wording import Wording
from plans.document.changes import changes
from plans.document.make_snapshot import make_snapshot
from plans.document.models import FocusArea, Plan, RegisterData
from plans.drafting.workflow import carry_forward, name_proposers, note_proposers
from samarbejde.events.models import Event
from samarbejde.transitions import Refused, Stale
from tests.making import a_focus_area, a_plan, an_edition, section

pytestmark = pytest.mark.django_db
TOLD = "Foreslået af lokalrådene i Herning og Skive"


@pytest.fixture
def plan(cast):
    plan = a_plan(cast.kredsraad(), 2027)
    section(plan, "Emnerne", data=RegisterData.FOCUS_AREAS)
    return plan


@pytest.fixture
def area(plan, cast):
    area = plan.focus_areas.get()
    return note_proposers(area, [cast.lokalraad("Skive"), cast.lokalraad("Herning")], by=cast.sekretariat)


def own_section(plan: Plan):
    found = make_snapshot(Plan.objects.get(pk=plan.pk))["sections"]
    return next(part for part in found if part["heading"] == "Trivsel for unge")


def send(client, area, **typed):
    return client.post(reverse("name-proposers", args=[area.plan_id, area.pk]), typed, follow=True)


def test_each_lokalraad_is_noted_once_and_told_of_in_danish_order(area, cast):
    again = note_proposers(area, [cast.lokalraad("Herning")], by=cast.sekretariat)
    assert (again.proposer_ids, again.version) == (area.proposer_ids, area.version)
    shown = name_proposers(area, named=True, version=area.version, by=cast.sekretariat)
    assert own_section(shown.plan)["proposed_by"] == "lokalrådene i Herning og Skive"


def test_nothing_is_told_before_the_secretariat_says_so(plan, area, cast, as_user):
    assert own_section(plan)["proposed_by"] == ""
    client = as_user(cast.sekretariat)
    assert "Foreslået af" not in client.get(reverse("plan-text", args=[plan.pk])).text
    page = send(client, area, named="1", version=area.version).text
    assert "Planen nævner nu, hvem der foreslog emnet." in page
    assert own_section(plan)["proposed_by"] == "lokalrådene i Herning og Skive"
    assert TOLD in client.get(reverse("plan-text", args=[plan.pk])).text
    area.refresh_from_db()
    assert Event.objects.filter(verb="focus_area.proposers").count() == 1
    page = send(client, area, version=area.version).text
    assert "Planen nævner ikke længere" in page
    assert own_section(plan)["proposed_by"] == ""


def test_citizens_read_it_as_it_was_published(plan, area, cast, client):
    name_proposers(area, named=True, version=area.version, by=cast.sekretariat)
    local = note_proposers(
        a_focus_area(plan, "Havnen", cast.lokalraad("Herning")),
        [cast.lokalraad("Herning")],
        by=cast.sekretariat,
    )
    name_proposers(local, named=True, version=local.version, by=cast.sekretariat)
    an_edition(plan)
    FocusArea.objects.update(names_proposers=False)
    page = client.get(f"/{cast.district.slug}/2027/").text
    assert page.count(TOLD) == 1, "at its section alone, not in eleven lists"
    assert page.count("Foreslået af lokalrådet i Herning") == 1
    herning = client.get(f"/{cast.district.slug}/2027/kommuner/herning/").text
    assert TOLD in herning
    assert "Foreslået af lokalrådet i Herning" in herning
    viborg = client.get(f"/{cast.district.slug}/2027/kommuner/viborg/").text
    assert "Foreslået af lokalrådet i Herning" not in viborg


def test_it_can_be_quoted_and_a_change_of_it_is_told(plan, area, cast):
    before = make_snapshot(plan)
    area = name_proposers(area, named=True, version=area.version, by=cast.sekretariat)
    plan = Plan.objects.get()
    assert found_in(Quotation(TOLD), Wording(plan).texts(area.section))
    told = {change["title"]: change["html"] for change in changes(before, make_snapshot(plan))}
    assert "<ins>lokalrådene i Herning og Skive</ins>" in told["2.1 Trivsel for unge"]


def test_what_another_did_meanwhile_and_what_cannot_be_is_refused(plan, area, cast, as_user):
    with pytest.raises(Stale):
        name_proposers(area, named=True, version=area.version - 1, by=cast.sekretariat)
    with pytest.raises(Refused, match="kommer ikke fra et lokalråd"):
        name_proposers(a_focus_area(plan, "Andet"), named=True, version=1, by=cast.sekretariat)
    assert "sendt ufuldstændigt" in send(as_user(cast.sekretariat), area, named="1").text
    assert not FocusArea.objects.filter(names_proposers=True).exists()


def test_next_years_plan_does_not_say_that_it_was_proposed_again(plan, area, cast):
    name_proposers(area, named=True, version=area.version, by=cast.sekretariat)
    carried = carry_forward(plan, 2028, by=cast.sekretariat).focus_areas.get()
    assert (carried.proposer_ids, carried.names_proposers) == ([], False)


def test_the_database_holds_that_nobody_is_named_who_did_not_propose(area):
    with (
        pytest.raises(IntegrityError, match="only_a_proposed_topic_names_who_proposed_it"),
        transaction.atomic(),
    ):
        FocusArea.objects.filter(pk=area.pk).update(proposer_ids=[], names_proposers=True)
