"""A plan is printed on trial before anybody is asked to sign it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from plans.approval.models import SignatureRound
from plans.document.models import Section
from plans.document.states import PlanState
from plans.publication import workflow
from plans.publication.models import Trial, TrialState
from plans.publication.workflow.trying import CHANGED
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.making import section
from tests.plans.approval import stages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("workers")]
UNPRINTABLE = "<p>Møde 𓀀 gange</p>"  # no font of ours has this sign


def post(client, plan, **changes):
    return client.post(stages.board(plan), stages.to_open(**changes))


def order(cast, plan) -> Trial:
    deadline = timezone.localdate() + timedelta(days=14)
    return workflow.send_to_signature(plan, place="Viborg", deadline=deadline, by=cast.sekretariat)


def told(plan, verb: str) -> Event:
    return Event.objects.about(plan).get(verb=verb, internal=True)


def letters():
    return [(message.address, message.subject, message.body) for message in Message.objects.all()]


def test_nobody_is_asked_before_the_print_has_gone_well(cast, as_user):
    plan = stages.discussed(cast)
    Message.objects.all().delete()
    client = as_user(cast.sekretariat)

    seen = post(client, plan)

    assert seen.url == stages.board(plan)
    page = client.get(stages.board(plan))
    assert page["Refresh"] == "3"
    assert "Planen prøvetrykkes" in page.content.decode()
    assert "Send til underskrift</button>" not in page.content.decode()
    assert "Planen prøvetrykkes" not in as_user(cast.direktoer).get(stages.board(plan)).content.decode()
    assert not SignatureRound.objects.exists()
    assert not Message.objects.exists()
    trial = Trial.objects.get()
    assert DBTaskResult.objects.filter(task_path__endswith="try_print").count() == 1
    ordered = told(plan, "signatures.ordered")
    assert (ordered.actor, ordered.text) == (
        cast.sekretariat,
        "Planen prøvetrykkes, før den sendes til underskrift",
    )

    workflow.try_out(trial.pk)
    workflow.try_out(trial.pk)

    trial.refresh_from_db()
    assert trial.state == TrialState.PASSED
    assert stages.fresh(plan).state == PlanState.SIGNING
    assert SignatureRound.objects.get().snapshot == trial.snapshot
    assert len(letters()) == 12
    page = client.get(stages.board(plan))
    assert "Refresh" not in page
    assert "0 af 12 har underskrevet" in page.content.decode()


def test_the_sections_that_cannot_be_printed_are_told_with_a_link_each(cast, as_user):
    plan = stages.discussed(cast)
    Section.objects.filter(plan=plan, heading="Kredsrådet").update(body=UNPRINTABLE)
    Section.objects.filter(plan=plan, heading="Beredskab").update(heading="Beredskab 𓀀")
    trial = order(cast, plan)
    Message.objects.all().delete()

    workflow.try_out(trial.pk)

    trial.refresh_from_db()
    assert trial.state == TrialState.FAILED
    assert [one.title for one in trial.told()] == ["1. Kredsrådet", "3. Beredskab 𓀀"]
    why = told(plan, "signatures.not_asked_for")
    assert why.actor is None
    assert why.text.startswith("Planen blev ikke sendt til underskrift: »1. Kredsrådet«")
    page = as_user(cast.sekretariat).get(stages.board(plan)).content.decode()
    assert "Planen er ikke sendt til underskrift" in page
    assert "skrifttype" in page
    for heading in ("Kredsrådet", "Beredskab 𓀀"):
        assert reverse("edit-section", args=[plan.pk, plan.sections.get(heading=heading).pk]) in page
    [(address, subject, body)] = letters()
    assert (address, subject) == ("sekretariat@example.org", f"{plan.title} blev ikke sendt til underskrift")
    assert "»1. Kredsrådet«" in body
    assert "Når det er rettet, så send planen til underskrift her:\nhttp" in body
    assert not SignatureRound.objects.exists()
    assert stages.fresh(plan).state == PlanState.DISCUSSED


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("<p>Se 010190-1234.</p>", "ligner et CPR-nummer"),
        ('<p><a href="#_ftn1">[1]</a></p>', "Linket »[1]« fører ikke"),
    ],
)
def test_what_the_words_tell_is_said_at_once(cast, as_user, body, complaint):
    plan = stages.discussed(cast)
    placed = section(plan, "Noter", body)
    seen = post(as_user(cast.sekretariat), plan)
    page = seen.content.decode()
    assert seen.status_code == 409
    assert complaint in page
    assert reverse("edit-section", args=[plan.pk, placed.pk]) in page
    assert 'value="Holstebro"' in page
    assert not Trial.objects.exists()


def test_a_plan_taken_back_meanwhile_is_not_sent(cast):
    plan = stages.discussed(cast)
    trial = order(cast, plan)
    stages.reopen(cast, plan)
    type(plan).objects.update(state=PlanState.CONSULTATION)
    stages.discuss(cast, stages.fresh(plan))
    workflow.try_out(trial.pk)
    trial.refresh_from_db()
    assert trial.state == TrialState.FAILED
    assert not SignatureRound.objects.exists()


def test_another_text_than_the_printed_one_is_not_sent(cast):
    """A mayor gave way to another while the text was printed."""
    plan = stages.discussed(cast)
    trial = order(cast, plan)
    stages.succeed(cast, "Skive", "Anne Ask")
    workflow.try_out(trial.pk)
    trial.refresh_from_db()
    assert (trial.state, trial.told()[0].text) == (TrialState.FAILED, CHANGED)
    assert not SignatureRound.objects.exists()
    assert stages.fresh(plan).state == PlanState.DISCUSSED


def test_one_trial_at_a_time(cast, as_user):
    plan = stages.discussed(cast)
    order(cast, plan)
    assert "bliver prøvetrykt lige nu" in post(as_user(cast.sekretariat), plan).content.decode()
    assert Trial.objects.count() == 1


def test_a_round_that_is_renewed_is_tried_as_well(cast, as_user):
    plan = stages.signing(cast)
    stages.succeed(cast, "Skive", "Anne Ask")
    renew = reverse("renew-signatures", args=[plan.pk])
    as_user(cast.sekretariat).post(renew, stages.to_open())
    assert SignatureRound.objects.count() == 1
    workflow.try_out(Trial.objects.get().pk)
    assert SignatureRound.objects.count() == 2
    assert "Anne Ask" in str(stages.standing_round(plan).snapshot)


def test_without_pango_it_says_what_was_not_tried_and_goes_on_by_choice(cast, as_user, pango):
    plan = stages.discussed(cast)
    trial = order(cast, plan)
    workflow.try_out(trial.pk)
    trial.refresh_from_db()
    assert trial.state == TrialState.UNTRIED
    assert not SignatureRound.objects.exists()
    client = as_user(cast.sekretariat)
    page = client.get(stages.board(plan)).content.decode()
    assert "Planen kunne ikke prøvetrykkes" in page
    assert "Pango mangler på serveren" in page
    assert "Send til underskrift</button>" in page

    client.post(reverse("send-untried", args=[plan.pk]))

    assert stages.fresh(plan).state == PlanState.SIGNING
    untried = told(plan, "signatures.untried")
    assert (untried.actor, untried.text) == (
        cast.sekretariat,
        "Planen blev sendt til underskrift uden at være prøvetrykt",
    )
    with pytest.raises(Refused):
        workflow.send_untried(trial, by=cast.sekretariat)


@pytest.mark.parametrize("newest", [TrialState.UNTRIED, TrialState.FAILED])
def test_only_the_newest_goes_on_without_being_tried(cast, as_user, newest):
    plan = stages.discussed(cast)
    states = {"Viborg": TrialState.UNTRIED, "Holstebro": newest}
    for place, state in states.items():
        deadline = timezone.localdate() + timedelta(days=14)
        trial = workflow.send_to_signature(plan, place=place, deadline=deadline, by=cast.sekretariat)
        Trial.objects.filter(pk=trial.pk).update(state=state, obstacles=[{"text": "Uden Pango"}])
    with pytest.raises(Refused, match="ikke kunne prøvetrykkes"):
        workflow.send_untried(plan.trials.get(place="Viborg"), by=cast.sekretariat)
    as_user(cast.sekretariat).post(reverse("send-untried", args=[plan.pk]))
    sent = SignatureRound.objects.values_list("place", flat=True)
    assert list(sent) == ["Holstebro"] * (newest == TrialState.UNTRIED)


@pytest.mark.parametrize("state", [state for state in PlanState if state != PlanState.DISCUSSED])
def test_only_a_discussed_plan_is_printed_on_trial(cast, state):
    plan = stages.STAGES[state](cast)
    with pytest.raises(Refused):
        order(cast, plan)
    assert not Trial.objects.exists()


def test_the_sweep_finds_what_a_killed_worker_left(cast):
    trial = order(cast, stages.discussed(cast))
    assert workflow.sweep() == 0
    DBTaskResult.objects.update(status="FAILED")
    assert workflow.sweep() == 1
    assert DBTaskResult.objects.filter(args_kwargs__args=[trial.pk]).count() == 2
