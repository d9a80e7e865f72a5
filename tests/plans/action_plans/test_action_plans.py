"""An action plan from the year's first meeting to its evaluation, and on into the next year."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from plans.action_plans import workflow
from plans.action_plans.models import ActionPlan, ActionPlanState, Activity, Status
from plans.document.models import LAST_YEAR
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.making import a_focus_area
from tests.plans.action_plans import stages
from tests.plans.action_plans.stages import YEAR

pytestmark = pytest.mark.django_db
CPR = "Ring til 010190-1234."


def page(client, name, *args):
    return client.get(reverse(name, args=args))


def send(client, name, *args, **data):
    return client.post(reverse(name, args=args), data)


def test_a_member_makes_an_action_plan_for_a_topic_of_the_year(cast, as_user):
    topic, herning = stages.topic(cast), cast.lokalraad("Herning")
    client = as_user(cast.medlem_herning)
    address = reverse("make-action-plan", args=[herning.pk, YEAR, topic.lineage])
    assert address in page(client, "action-plans", herning.pk, YEAR).text
    assert client.post(address, stages.typed()).status_code == 302
    plan = ActionPlan.objects.get()
    assert (plan.council, plan.topic, plan.year, plan.state) == (herning, topic.title, YEAR, "draft")
    assert {name: getattr(plan, name) for name in stages.WORDS} == stages.WORDS
    assert plan.history.get().history_user == cast.medlem_herning
    assert Event.objects.get(verb="action_plan.made").actor == cast.medlem_herning
    listed = page(client, "action-plans", herning.pk, YEAR).text
    assert address not in listed
    assert reverse("action-plan", args=[plan.pk]) in listed


def test_the_topics_are_those_of_the_lokalråd(cast, as_user):
    plan = stages.year_plan(cast)
    a_focus_area(plan, "Uro ved søen", cast.lokalraad("Herning"))
    a_focus_area(plan, "Knallerter i Viborg", cast.lokalraad("Viborg"))
    found = page(as_user(cast.medlem_herning), "action-plans", cast.lokalraad("Herning").pk, YEAR)
    said = [(topic.title, topic.scope) for topic in found.context["topics"]]
    assert said == [("Trivsel for unge", "kredsdækkende"), ("Uro ved søen", "lokal")]


def test_one_topic_has_one_action_plan_a_year(cast):
    plan = stages.draft(cast)
    with pytest.raises(Refused, match="allerede en handleplan"):
        stages.draft(cast)
    with pytest.raises(IntegrityError, match="one_action_plan_per_council"), transaction.atomic():
        ActionPlan.objects.create(council=plan.council, lineage=plan.lineage, topic="x", year=YEAR)


def test_an_action_plan_outlives_a_topic_that_is_deleted(cast, as_user):
    plan = stages.draft(cast)
    stages.topic(cast).delete()
    found = page(as_user(cast.medlem_herning), "action-plans", plan.council_id, YEAR)
    assert "Står ikke i årets samarbejdsplan" in found.text
    assert [topic.plan for topic in found.context["topics"]] == [plan]


def test_two_who_write_at_once_see_both_texts(cast, as_user):
    plan = stages.draft(cast)
    workflow.edit_action_plan(plan, stages.WORDS | {"goal": "Ro."}, version=1, by=cast.formand_herning)
    answer = send(
        as_user(cast.medlem_herning), "edit-action-plan", plan.pk, **stages.typed(goal="Fred på torvet.")
    )
    assert answer.status_code == 409
    assert "Formanden for Lokalrådet i Herning har gemt handleplanen, mens du skrev" in answer.text
    assert "Fred på torvet." in answer.text
    plan.refresh_from_db()
    assert (plan.goal, plan.version) == ("Ro.", 2)


def test_two_who_write_in_one_activity_see_both_texts(cast, as_user):
    made = stages.with_an_activity(cast)
    workflow.edit_activity(made, stages.usual(cost="Intet"), version=1, by=cast.formand_herning)
    where = ("edit-activity", made.plan_id, made.pk)
    answer = send(as_user(cast.medlem_herning), *where, **stages.typed_activity(cost="En krone"))
    assert answer.status_code == 409
    assert "har gemt aktiviteten, mens du skrev" in answer.text
    made.refresh_from_db()
    assert made.cost == "Intet"


@pytest.mark.parametrize("field", stages.WORDS)
def test_no_word_of_an_action_plan_has_a_personal_number(field, cast, as_user):
    plan = stages.draft(cast)
    answer = send(as_user(cast.medlem_herning), "edit-action-plan", plan.pk, **stages.typed(**{field: CPR}))
    assert answer.status_code == 422
    assert CPR in answer.text
    with pytest.raises(Refused, match="CPR"):
        workflow.edit_action_plan(plan, {field: CPR}, version=1, by=cast.medlem_herning)


@pytest.mark.parametrize("field", workflow.OF_AN_ACTIVITY)
def test_no_word_of_an_activity_has_a_personal_number(field, cast, as_user):
    plan = stages.draft(cast)
    typed = stages.typed_activity(**{field: CPR})
    answer = send(as_user(cast.medlem_herning), "add-activity", plan.pk, **typed)
    assert answer.status_code == 422
    assert CPR in answer.text
    with pytest.raises(Refused, match="CPR"):
        workflow.add_activity(plan, stages.usual(**{field: CPR}), by=cast.medlem_herning)
    assert not plan.activities.exists()


def test_an_evaluation_has_no_personal_number(cast, as_user):
    plan = stages.adopted(cast)
    answer = send(as_user(cast.formand_herning), "evaluate-action-plan", plan.pk, evaluation=CPR)
    assert (answer.status_code, CPR in answer.text) == (422, True)
    with pytest.raises(Refused, match="CPR"):
        workflow.evaluate(plan, CPR, by=cast.formand_herning)


def test_activities_are_added_moved_and_deleted(cast, as_user):
    plan, client = stages.draft(cast), as_user(cast.medlem_herning)
    for what in ("Et", "To", "Tre"):
        assert send(client, "add-activity", plan.pk, **stages.typed_activity(what=what)).status_code == 302
    first, second, third = plan.activities.all()
    send(client, "move-activity", plan.pk, third.pk, direction="up")
    assert workflow.move_activity(first, "up", by=cast.medlem_herning) == first, "it is the first already"
    assert workflow.move_activity(second, "down", by=cast.medlem_herning) == second, "it is the last now"
    assert [one.what for one in plan.activities.all()] == ["Et", "Tre", "To"]
    assert second.what in page(client, "delete-activity", plan.pk, second.pk).text
    send(client, "delete-activity", plan.pk, second.pk)
    assert [one.what for one in plan.activities.all()] == ["Et", "Tre"]
    assert Activity.history.filter(id=second.pk).first().history_type == "-"


def test_a_day_lies_in_the_year(cast, as_user):
    plan = stages.draft(cast)
    typed = stages.typed_activity(due_on=f"1-2-{YEAR + 1}")
    answer = send(as_user(cast.medlem_herning), "add-activity", plan.pk, **typed)
    assert answer.status_code == 422
    assert f"Handleplanen gælder {YEAR}" in answer.text
    with pytest.raises(Refused, match="Vælg en dag i det år"):
        stages.activity(cast, plan, due_on=date(YEAR + 1, 2, 1))


def test_a_status_is_told_in_two_clicks(cast, as_user):
    plan = stages.adopted(cast)
    made, client = plan.activities.get(), as_user(cast.medlem_herning)
    address = reverse("tell-status", args=[plan.pk, made.pk])
    assert address in page(client, "action-plan", plan.pk).text
    assert 'name="status" value="in_place"' in client.get(address).text
    assert client.post(address, {"status": "in_place"}).status_code == 302
    made.refresh_from_db()
    assert (made.status, made.version) == (Status.IN_PLACE, 2)
    assert made.history.first().history_change_reason == "Status: på plads"
    assert client.post(address, {"status": "forkert"}).status_code == 422


@pytest.mark.parametrize("status", Status)
def test_what_is_over_its_day_is_told_in_words(status, cast, as_user):
    made = stages.with_an_activity(cast)
    past = timezone.localdate() - timedelta(days=1)
    Activity.objects.filter(pk=made.pk).update(due_on=past, status=status)
    said = "Over tiden" in page(as_user(cast.medlem_herning), "action-plan", made.plan_id).text
    assert said == (status in (Status.NOT_BEGUN, Status.UNDER_WAY))


def test_what_is_due_today_is_not_over_its_day(cast):
    made = stages.with_an_activity(cast)
    made.due_on = timezone.localdate()
    assert not made.is_overdue


@pytest.mark.parametrize(("lacks", "said"), [
    ("goal", "intet mål"), ("activity", "ingen aktiviteter"), ("day", "ingen dag"),
])  # fmt: skip
def test_what_is_not_finished_is_not_adopted(lacks, said, cast, as_user):
    plan = stages.draft(cast, **({"goal": ""} if lacks == "goal" else {}))
    if lacks != "activity":
        stages.activity(cast, plan, **({"due_on": None} if lacks == "day" else {}))
    answer = as_user(cast.formand_herning).post(reverse("adopt-action-plan", args=[plan.pk]), follow=True)
    assert said in answer.text
    plan.refresh_from_db()
    assert plan.state == ActionPlanState.DRAFT


def test_the_secretariat_reads_it_once_it_is_adopted(cast, as_user):
    plan, client = stages.with_an_activity(cast).plan, as_user(cast.sekretariat)
    where = ("action-plans", plan.council_id, YEAR)
    assert page(client, "action-plan", plan.pk).status_code == 404
    assert "Ikke vedtaget endnu" in page(client, *where).text
    send(as_user(cast.formand_herning), "adopt-action-plan", plan.pk)
    found = page(client, "action-plan", plan.pk)
    assert stages.WORDS["goal"] in found.text
    assert "Ret status" not in found.text
    assert reverse("action-plan", args=[plan.pk]) in page(client, *where).text


def test_it_is_evaluated_and_can_be_opened_again(cast, as_user):
    plan, client = stages.adopted(cast), as_user(cast.formand_herning)
    assert send(client, "evaluate-action-plan", plan.pk, evaluation="").status_code == 422
    send(client, "evaluate-action-plan", plan.pk, evaluation=stages.EVALUATION)
    plan.refresh_from_db()
    assert (plan.state, plan.evaluation) == (ActionPlanState.EVALUATED, stages.EVALUATION)
    assert stages.EVALUATION in page(as_user(cast.sekretariat), "action-plan", plan.pk).text
    send(client, "take-back-action-plan", plan.pk)
    plan.refresh_from_db()
    assert plan.state == ActionPlanState.ADOPTED
    assert stages.EVALUATION in page(client, "evaluate-action-plan", plan.pk).text


def test_next_year_goes_on_with_what_is_left(cast, as_user):
    plan = stages.draft(cast)
    made = {status: stages.activity(cast, plan, what=status.label) for status in Status}
    for status, one in made.items():
        workflow.tell_status(one, status, by=cast.medlem_herning)
    workflow.adopt(plan, by=cast.formand_herning)
    answer = send(as_user(cast.medlem_herning), "carry-on-action-plan", plan.pk)
    later = ActionPlan.objects.get(year=YEAR + 1)
    assert answer.url == reverse("action-plan", args=[later.pk])
    assert (later.carried_from, later.lineage, later.state) == (plan, plan.lineage, "draft")
    assert later.goal == plan.goal
    left = [(one.what, one.status, one.due_on, one.cost) for one in later.activities.all()]
    cost = stages.usual()["cost"]
    goes_on = (Status.NOT_BEGUN, Status.UNDER_WAY, Status.STOPPED)
    assert left == [(status.label, status, None, cost) for status in goes_on]
    with pytest.raises(Refused, match="allerede en handleplan"):
        workflow.carry_on(plan, by=cast.medlem_herning)


def test_the_last_year_of_the_portal_is_not_carried_on(cast):
    plan = stages.adopted(cast)
    ActionPlan.objects.filter(pk=plan.pk).update(year=LAST_YEAR)
    with pytest.raises(Refused, match=f"ingen planer efter {LAST_YEAR}"):
        workflow.carry_on(plan, by=cast.formand_herning)
    ActionPlan.objects.filter(pk=plan.pk).update(year=LAST_YEAR - 1)
    assert workflow.carry_on(plan, by=cast.formand_herning).year == LAST_YEAR


@pytest.mark.parametrize("name", ["action-plan", "action-plans"])
def test_three_rows_cost_no_more_than_one(name, cast, as_user):
    made = stages.with_an_activity(cast)
    client = as_user(cast.formand_herning)
    args = [made.plan_id] if name == "action-plan" else [made.plan.council_id, YEAR]
    one = _queries(client, name, args)
    for what in ("To", "Tre"):
        stages.activity(cast, made.plan, what=what)
        other = a_focus_area(stages.year_plan(cast), what, made.plan.council)
        workflow.make_action_plan(made.plan.council, other, YEAR, stages.WORDS, by=cast.medlem_herning)
    assert _queries(client, name, args) == one <= 12


def _queries(client, name, args) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert page(client, name, *args).status_code == 200
    return len(seen)


def test_the_way_in_is_on_the_page_of_the_lokalråds_meetings(cast, as_user):
    herning, client = cast.lokalraad("Herning"), as_user(cast.medlem_herning)
    address = reverse("own-action-plans", args=[herning.pk])
    assert address in page(client, "council-meetings", herning.pk).text
    assert client.get(address).url == reverse("action-plans", args=[herning.pk, YEAR])
    kredsraad = cast.kredsraad().pk
    assert "handleplaner" not in page(as_user(cast.direktoer), "council-meetings", kredsraad).text


@pytest.mark.parametrize(("fields", "rule"), [
    ({"state": "x"}, "an_action_plan_has_a_known_state"),
    ({"year": 1999}, "an_action_plan_is_younger_than_the_law"),
    ({"topic": ""}, "an_action_plan_has_a_topic"),
    ({"state": "adopted", "goal": ""}, "an_adopted_action_plan_has_a_goal"),
    ({"state": "evaluated"}, "an_evaluated_action_plan_has_an_evaluation"),
])  # fmt: skip
def test_what_the_database_holds_of_an_action_plan(fields, rule, cast):
    plan = stages.draft(cast)
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        ActionPlan.objects.filter(pk=plan.pk).update(**fields)


@pytest.mark.parametrize(("fields", "rule"), [
    ({"status": "x"}, "an_activity_has_a_known_status"), ({"what": ""}, "an_activity_says_what_is_done"),
])  # fmt: skip
def test_what_the_database_holds_of_an_activity(fields, rule, cast):
    made = stages.with_an_activity(cast)
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Activity.objects.filter(pk=made.pk).update(**fields)
