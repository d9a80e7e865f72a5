"""A plan that was begun by mistake goes away, as long as nobody but the secretariat had to do with it."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.approval import workflow as approval
from plans.desk import workflow
from plans.document.models import FocusArea, Plan, Priority, Section
from plans.drafting.workflow import carry_forward
from plans.duties.models import Duty
from plans.proposals import workflow as proposing
from plans.proposals.models import Proposal, ProposalRound
from plans.rounds import workflow as rounds
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message, MessageState
from samarbejde.transitions import Refused
from tests.plans.approval import stages
from tests.plans.desk import editions
from tests.plans.proposals import stages as proposals


def delete(cast, plan):
    workflow.delete_plan(plan, by=cast.sekretariat)


def one_that_everybody_worked_on(cast) -> Plan:
    plan = stages.in_consultation(cast, 2026)
    round_ = proposals.a_round(cast, plan)
    proposals.drafted(cast, round_)
    proposing.say_no_proposals(round_, cast.lokalraad("Skive"), by=cast.formand("Skive"))
    stages.discuss(cast, plan)
    stages.open_round(cast, stages.fresh(plan))
    stages.sign_all(plan)
    return editions.published(cast, stages.fresh(plan))


def test_the_plan_goes_and_its_history_and_the_event_stay(cast):
    earlier = one_that_everybody_worked_on(cast)
    plan = carry_forward(earlier, 2027, by=cast.sekretariat)
    Duty.objects.create(plan=plan, wording="Mødes", who="Lokalrådene")
    kept, sections = list(earlier.sections.order_by("pk").values()), plan.sections.count()
    delete(cast, plan)
    assert list(Plan.objects.all()) == [earlier]
    for table in (Section, FocusArea, Duty):
        assert not table.objects.filter(plan_id=plan.pk).exists()
    assert not Priority.objects.exclude(focus_area__plan=earlier).exists()
    assert list(earlier.sections.order_by("pk").values()) == kept
    gone = Section.history.filter(plan_id=plan.pk, history_type="-", history_user=cast.sekretariat)
    assert gone.count() == sections
    assert Section.history.filter(plan_id=plan.pk, history_change_reason="Videreført fra 2026").exists()
    assert Plan.history.filter(id=plan.pk, history_type="-").exists()
    told = Event.objects.about(plan.council).get()
    assert (told.verb, told.actor) == ("plan.deleted", cast.sekretariat)
    assert told.text == f"Samarbejdsplan 2027 blev slettet med {sections} afsnit, 1 emner og 1 opgaver"
    assert carry_forward(earlier, 2027, by=cast.sekretariat).year == 2027


def test_a_round_that_nobody_has_answered_is_called_off(cast):
    assert cast.formand_herning
    round_ = proposals.a_round(cast)
    longer = proposals.deadline(20)
    rounds.extend_deadline(
        round_, cast.lokalraad("Herning"), deadline=longer, reason="Storm", by=cast.sekretariat
    )
    Message.objects.update(state=MessageState.SENT, sent_at=timezone.now())
    delete(cast, round_.plan)
    assert not Plan.objects.exists()
    assert not ProposalRound.objects.exists()
    assert "Forslagsrunden til Samarbejdsplan 2027 er aflyst" in proposals.mail_to(cast.formand_herning)[0]


def a_draft_of_a_proposal(cast):
    return proposals.drafted(cast).round.plan


def a_withdrawn_proposal(cast):
    return proposals.withdrawn(cast).round.plan


def no_proposals(cast):
    round_ = proposals.a_round(cast)
    proposing.say_no_proposals(round_, cast.lokalraad("Herning"), by=cast.formand_herning)
    return round_.plan


def one_that_was_heard(cast):
    plan = stages.draft(cast)
    approval.send_to_consultation(plan, by=cast.sekretariat)
    return stages.reopen(cast, plan, "Fejl.")


def one_that_another_builds_on(cast):
    plan = stages.draft(cast)
    carry_forward(plan, 2028, by=cast.sekretariat)
    return plan


def one_that_was_signed(cast):
    return stages.reopen(cast, stages.signing(cast), "Fejl.")


STAYS = {
    a_draft_of_a_proposal: "Lokalrådene har skrevet 1 forslag",
    a_withdrawn_proposal: "Lokalrådene har skrevet 1 forslag",
    no_proposals: "1 lokalråd har svaret",
    one_that_was_heard: "har været sendt i høring",
    one_that_another_builds_on: "Planen for 2028 bygger på den",
    one_that_was_signed: "underskrifter slettes aldrig",
    editions.reopened: "en udgave slettes aldrig",
    stages.in_consultation: "Kun en kladde kan slettes",
    stages.discussed: "drøftelsen slettes aldrig",
}


@pytest.mark.parametrize("make", STAYS, ids=lambda make: make.__name__)
def test_what_others_had_to_do_with_stays_and_the_page_says_why(cast, as_user, make):
    plan = make(cast)
    before = [Plan.objects.count(), Section.objects.count(), Event.objects.count()]
    with pytest.raises(Refused, match=STAYS[make]):
        delete(cast, plan)
    address = reverse("delete-plan", args=[plan.pk])
    page = as_user(cast.sekretariat).get(address)
    assert STAYS[make] in page.text
    assert "Slet planen</button>" not in page.text
    assert as_user(cast.sekretariat).post(address).status_code == 409
    assert [Plan.objects.count(), Section.objects.count(), Event.objects.count()] == before


def test_the_page_deletes(cast, as_user):
    plan = stages.draft(cast)
    client = as_user(cast.sekretariat)
    address = reverse("delete-plan", args=[plan.pk])
    assert address in client.get(reverse("plan", args=[plan.pk])).text
    assert "Er planen begyndt ved en fejl?" in client.get(address).text
    answer = client.post(address, follow=True)
    assert answer.redirect_chain[-1][0] == reverse("plans")
    assert "Samarbejdsplan 2027 er slettet." in answer.text
    assert not Plan.objects.exists()


def test_whoever_comes_after_the_deletion_is_told(cast):
    """Both had the page open; what a lokalråd then sends is refused in words, as the second deletion is."""
    round_ = proposals.a_round(cast)
    council, chair = cast.lokalraad("Herning"), cast.formand_herning
    again, other = Plan.objects.get(pk=round_.plan_id), Plan.objects.get(pk=round_.plan_id)
    delete(cast, Plan.objects.get(pk=round_.plan_id))
    steps = [
        lambda: delete(cast, again),
        lambda: proposing.write(round_, council, proposals.words(), form_key=uuid4(), by=chair),
        lambda: proposing.say_no_proposals(round_, council, by=chair),
        lambda: approval.send_to_consultation(other, by=cast.sekretariat),
    ]
    for step in steps:
        with pytest.raises(Refused, match="er slettet, siden du åbnede siden"):
            step()
    assert not Proposal.objects.exists()
