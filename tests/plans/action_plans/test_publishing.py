"""The chair makes an action plan public; citizens read it as it was that day, on the web and as PDF."""

import re

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.action_plans import workflow
from plans.action_plans.models import ActionPlan, PublishedActionPlan, PublishedActionPlanFile
from plans.action_plans.publishing import publish_action_plan
from plans.demo.action_plans import make_action_plans
from plans.demo.people import People
from plans.document.snapshot import content_hash
from plans.publication.pdf.checking import findings
from samarbejde.transitions import Refused
from tests.councils.attendance.test_calling import text_of
from tests.making import a_focus_area, an_edition
from tests.plans.action_plans import stages

pytestmark = pytest.mark.django_db


def public(published: PublishedActionPlan, name: str = "public-action-plan") -> str:
    return reverse(name, kwargs=stages.public_place(published))


def test_the_chair_publishes_and_anybody_reads(cast, as_user):
    plan, client = stages.publishable(cast), as_user(cast.formand_herning)
    address = reverse("publish-action-plan", args=[plan.pk])
    assert address in client.get(reverse("action-plan", args=[plan.pk])).text
    assert 'id="what-happens"' in client.get(address).text
    client.post(address)
    published = PublishedActionPlan.objects.get()
    assert public(published).endswith(f"/{stages.YEAR}/kommuner/herning/handleplaner/trivsel-for-unge/")
    assert published.content_hash == content_hash(published.text)
    page = Client().get(public(published))
    for words in (*stages.WORDS.values(), "Natteravne på torvet", "4 timer om ugen", "Ikke begyndt"):
        assert words in page.text
    assert "activity-line" in page.text
    assert page.cookies == {}
    own = client.get(reverse("action-plan", args=[plan.pk])).text
    assert public(published) in own
    assert address not in own  # nothing new to publish


def test_the_paper_keeps_every_rule_and_says_the_same(cast):
    published = stages.published(cast)
    answer = Client().get(public(published, "public-action-plan-pdf"))
    assert answer["Content-Type"] == "application/pdf"
    assert findings(answer.content) == []
    said = " ".join(text_of(answer.content).split())
    for words in ("Trivsel for unge", "Natteravne på torvet", "Halvt så mange opkald", "Ikke begyndt"):
        assert words in said


def test_every_step_that_locks_plan_and_council_locks_them_in_one_order(cast):
    plan = stages.publishable(cast)
    for step, by in ((publish_action_plan, cast.formand_herning), (workflow.carry_on, cast.medlem_herning)):
        with CaptureQueriesContext(connection) as seen:
            step(plan, by=by)
        locking = [one["sql"] for one in seen if "FOR UPDATE" in one["sql"]]
        held = [re.search(r' FROM "(\w+)"', sql)[1] for sql in locking]
        assert held[:2] == ["plans_actionplan", "councils_council"], step


def test_it_is_frozen_and_kept(cast):
    published = stages.published(cast)
    plan = ActionPlan.objects.get()
    workflow.tell_status(plan.activities.get(), "in_place", by=cast.medlem_herning)
    workflow.take_back(plan, by=cast.formand_herning)
    workflow.edit_action_plan(plan, {"goal": "Skrevet om"}, version=3, by=cast.medlem_herning)
    page = Client().get(public(published)).text
    assert "Skrevet om" not in page
    assert "Ikke begyndt</span>" in page
    for model, change in ((PublishedActionPlan, {"number": 7}), (PublishedActionPlanFile, {"content": b"x"})):
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.update(**change)


def test_a_newer_one_takes_its_place_at_the_same_address(cast, as_user):
    first = stages.published(cast)
    plan, chair = ActionPlan.objects.get(), cast.formand_herning
    with pytest.raises(Refused, match="allerede offentlig"):
        publish_action_plan(plan, by=chair)
    workflow.evaluate(plan, stages.EVALUATION, by=chair)
    assert "Den er ændret siden" in as_user(chair).get(reverse("action-plan", args=[plan.pk])).text
    assert stages.EVALUATION not in Client().get(public(first)).text
    second = publish_action_plan(plan, by=chair)
    assert (second.number, second.address) == (2, first.address)
    page = Client().get(public(second)).text
    assert stages.EVALUATION in page
    assert "2. udgave" in page
    workflow.take_back(plan, by=chair)  # an evaluation that is opened again is no evaluation
    assert publish_action_plan(plan, by=chair).text["evaluation"] == ""


def test_neither_a_draft_nor_what_speaks_of_an_unpublished_plan_is_published(cast):
    plan, chair = stages.with_an_activity(cast).plan, cast.formand_herning
    with pytest.raises(Refused, match="er en kladde"):
        publish_action_plan(plan, by=chair)
    workflow.adopt(plan, by=chair)
    with pytest.raises(Refused, match="er ikke offentlig endnu"):
        publish_action_plan(plan, by=chair)
    an_edition(stages.year_plan(cast))
    assert publish_action_plan(plan, by=chair).number == 1


def test_the_demo_leaves_what_speaks_of_an_unpublished_plan_for_later(cast):
    """As on a machine that makes no PDFs: the district's own waits there."""
    for year in (stages.YEAR, stages.YEAR - 1):
        plan = stages.year_plan(cast, year)
        for title in ("Indsats for børn, unge og mistrivsel", "Indsats for psykisk sårbare personer"):
            a_focus_area(plan, title, cast.lokalraad("Herning"))
    make_action_plans(People(cast.district))
    assert ActionPlan.objects.count() == 4  # one is carried on
    assert not PublishedActionPlan.objects.exists()


def test_two_topics_of_one_name_have_two_addresses(cast):
    first, herning = stages.published(cast), cast.lokalraad("Herning")
    topic = a_focus_area(stages.year_plan(cast), "Trivsel: for unge!", herning)
    plan = workflow.make_action_plan(herning, topic, stages.YEAR, stages.WORDS, by=cast.medlem_herning)
    stages.activity(cast, plan)
    second = publish_action_plan(workflow.adopt(plan, by=cast.formand_herning), by=cast.formand_herning)
    assert (first.address, second.address) == ("trivsel-for-unge", "trivsel-for-unge-2")


def test_another_places_address_leads_nowhere(cast):
    place = stages.public_place(stages.published(cast))
    for other in (
        {"municipality": "viborg"},
        {"year": stages.YEAR - 1},
        {"district": cast.other_district.slug},
        {"name": "andet"},
    ):
        assert Client().get(reverse("public-action-plan", kwargs=place | other)).status_code == 404


def test_three_activities_cost_a_citizen_no_more_than_one(cast):
    published = stages.published(cast)
    one = _queries(public(published))
    plan = workflow.take_back(ActionPlan.objects.get(), by=cast.formand_herning)
    for what in ("To", "Tre"):
        stages.activity(cast, plan, what=what)
    workflow.adopt(plan, by=cast.formand_herning)
    assert _queries(public(publish_action_plan(plan, by=cast.formand_herning))) == one == 1


def _queries(address: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert Client().get(address).status_code == 200
    return len(seen)
