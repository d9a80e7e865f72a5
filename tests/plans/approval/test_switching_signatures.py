"""Signatures are custom: they are switched off for a plan, once somebody has signed only with a reason."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from plans.approval.signers import signers_on_paper
from plans.approval.workflow import record_paper_signatures
from plans.document.models import Plan
from plans.document.states import PlanState
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.plans.approval import stages
from tests.plans.publication import stages as publishing

pytestmark = pytest.mark.django_db
WHY = "Borgmestrene har aftalt at nøjes med drøftelsen."


def signed_once(cast) -> Plan:
    """Two have signed; then the plan was taken back."""
    plan = stages.signing(cast)
    for person in (cast.direktoer, cast.borgmester("Herning")):
        stages.put_name_under(stages.mine(plan, person))
    return stages.reopen(cast, plan)


def switch(client, plan, **typed):
    return client.post(reverse("switch-signatures", args=[plan.pk]), {"required": "nej"} | typed)


def test_before_the_first_signature_a_reason_may_be_left_out(cast, as_user):
    plan = stages.signing(cast)
    plan = stages.reopen(cast, plan)
    Message.objects.all().delete()
    assert switch(as_user(cast.sekretariat), plan).status_code == 302
    plan = stages.fresh(plan)
    assert (plan.signatures_required, plan.unsigned_reason) == (False, "")
    assert not Message.objects.exists()


def test_after_it_a_reason_is_asked_for_and_what_was_typed_is_kept(cast, as_user):
    plan = signed_once(cast)
    client = as_user(cast.sekretariat)
    Message.objects.all().delete()
    assert "Nogen har underskrevet planen før" in client.get(stages.board(plan)).content.decode()

    seen = switch(client, plan)
    assert seen.status_code == 409
    assert "Skriv, hvorfor den ikke skal underskrives" in seen.content.decode()
    number = "Fordi 010190-1234"
    assert number in switch(client, plan, reason=number).content.decode()

    assert stages.fresh(plan).signatures_required
    assert not Message.objects.exists()


def test_everybody_who_had_signed_is_told_and_nobody_else(cast, as_user):
    plan = signed_once(cast)
    type(plan).objects.update(state=PlanState.CONSULTATION)
    stages.discuss(cast, plan)
    stages.open_round(cast, stages.fresh(plan))
    stages.put_name_under(stages.mine(plan, cast.direktoer))
    stages.reopen(cast, plan)
    Message.objects.all().delete()

    switch(as_user(cast.sekretariat), plan, reason=WHY)

    letters = {letter.address: letter.body for letter in Message.objects.all()}
    assert set(letters) == {"direktoer@example.org", "borgmester.herning@example.org"}
    assert Message.objects.count() == 2
    assert all(WHY in body for body in letters.values())
    assert WHY in Event.objects.about(plan).get(verb="plan.signatures_switched").text


@pytest.mark.parametrize("name", ["plan", "signatures"])
def test_the_reason_is_shown(cast, as_user, name):
    plan = stages.switch_signatures(cast, signed_once(cast), reason=WHY)
    assert WHY in as_user(cast.sekretariat).get(reverse(name, args=[plan.pk])).content.decode()


def test_switched_on_again_the_reason_is_gone(cast):
    plan = stages.switch_signatures(cast, signed_once(cast), reason=WHY)
    plan = stages.switch_signatures(cast, plan, required=True)
    assert (plan.signatures_required, plan.unsigned_reason) == (True, "")


def test_names_on_paper_are_names_in_the_plans_life(cast):
    plan = stages.discussed(cast)
    day = plan.discussions.get().meeting.held_on
    signers = signers_on_paper(plan, day)
    record_paper_signatures(plan, place="Viborg", signed_on=day, signers=signers, by=cast.sekretariat)
    plan = stages.reopen(cast, plan)
    with pytest.raises(Refused, match="Nogen har underskrevet"):
        stages.switch_signatures(cast, plan)


def test_the_database_holds_it(cast):
    plan = signed_once(cast)
    plans = Plan.objects.filter(pk=plan.pk)
    rule = "a_plan_once_signed_says_why_it_is_signed_no_more"
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        plans.update(signatures_required=False)
    assert error.value.__cause__.diag.constraint_name == rule
    with pytest.raises(IntegrityError, match="has_no_reason_not_to_be"), transaction.atomic():
        plans.update(unsigned_reason=WHY)
    plans.update(signatures_required=False, unsigned_reason=WHY)
    with pytest.raises(IntegrityError), transaction.atomic():
        plans.update(unsigned_reason="")


def test_an_edition_without_signatures_claims_none(cast, client):
    plan = signed_once(cast)
    type(plan).objects.update(state=PlanState.CONSULTATION)
    stages.discuss(cast, plan, held_on=timezone.localdate() - timedelta(days=1))
    stages.succeed(cast, "Skive", "Anne Ask")
    plan = stages.switch_signatures(cast, plan, reason=WHY)

    edition = publishing.published(cast, plan)

    data = edition.snapshot["sections"][0]["data"]
    assert (data["rows"], data["place"], data["date"]) == ([], "", None)
    assert edition.snapshot["unsigned"] == {"reason": WHY}
    page = client.get("/midt-og-vestjylland/2027/").content.decode()
    foreword = page[page.index("Vi står sammen om tryghed.") : page.index("Kredsrådet mødes fire gange.")]
    assert "Planen er drøftet i kredsrådet den" in foreword
    assert f"Planen er ikke underskrevet. {WHY}" in foreword
    assert "Kredsrådets medlemmer den" in foreword
    assert "signator" not in foreword
    assert "Borgmesteren i Skive, Borgmester i Skive Kommune" in foreword  # of the meeting's day
    head = page[: page.index("Vi står sammen om tryghed.")]
    assert f"Planen er ikke underskrevet. {WHY}" in head


def test_a_draft_without_signatures_claims_none(cast, as_user):
    plan = stages.switch_signatures(cast, stages.draft(cast))
    stages.fill_offices(cast)
    page = as_user(cast.medlem_herning).get(reverse("plan-text", args=[plan.pk])).content.decode()
    assert "Planen er ikke underskrevet." in page
    assert "Kredsrådets medlemmer" in page
    assert "signator" not in page


def test_another_reason_takes_the_place_of_the_first_and_is_told(cast, as_user):
    """From a page that was opened before: what it says it has saved is saved."""
    plan, client = signed_once(cast), as_user(cast.sekretariat)
    switch(client, plan, reason="Travlt.")
    Message.objects.all().delete()
    switch(client, plan, reason="Travlt.")
    switch(client, plan, reason="")
    assert not Message.objects.exists()
    switch(client, plan, reason=WHY)
    assert stages.fresh(plan).unsigned_reason == WHY
    assert {m.to for m in Message.objects.all() if WHY in m.body} == {
        cast.direktoer,
        cast.borgmester("Herning"),
    }
