"""The letters of a round: what became of each, and that they die with what they were written for."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from plans.desk.workflow import delete_plan
from plans.rounds import workflow as rounds
from samarbejde.outbox.models import Message, MessageState
from tests.plans.proposals import stages

MOST_QUERIES = 12


def letters_page(round_):
    return reverse("round-letters", args=[round_.plan_id])


def leave(**of: object) -> None:
    Message.objects.filter(**of).update(state=MessageState.SENT, sent_at=timezone.now())


def test_the_secretariat_sees_what_became_of_each(cast, as_user):
    assert cast.formaend
    round_ = stages.a_round(cast)
    leave(to=cast.formand_herning)
    Message.objects.filter(to=cast.formand("Skive")).update(state=MessageState.GIVEN_UP)
    page = as_user(cast.sekretariat).get(letters_page(round_)).text.replace("\xa0", " ")
    rows = {str(message.to): message.fate for message in Message.objects.all()}
    assert rows[str(cast.formand_herning)].startswith("sendt ")
    assert rows[str(cast.formand("Skive"))] == "kunne ikke sendes"
    for fate in rows.values():
        assert fate in page


def test_only_the_letters_of_this_round_are_shown(cast, as_user):
    round_ = stages.a_round(cast)
    proposal = stages.submitted(cast, round_)
    rounds.remind(round_, by=cast.sekretariat)
    shown = as_user(cast.sekretariat).get(letters_page(round_)).context["page"].object_list
    assert not [one for one in shown if proposal.title in one.subject]
    assert {one.cause_kind for one in shown} <= {"plans.proposalround", "plans.roundreminder"}


def test_the_page_costs_the_same_for_one_and_for_three(cast, as_user):
    assert cast.formand_herning
    round_ = stages.a_round(cast)
    client = as_user(cast.sekretariat)

    def cost() -> int:
        client.get(letters_page(round_))
        with CaptureQueriesContext(connection) as queries:
            client.get(letters_page(round_))
        return len(queries)

    before = cost()
    assert cast.formand("Skive")
    assert cast.formand("Viborg")
    rounds.remind(round_, by=cast.sekretariat)
    assert cost() == before <= MOST_QUERIES


@pytest.mark.parametrize("answer", ["a proposal", "none"])
def test_a_reminder_that_has_not_left_dies_with_the_answer(cast, answer):
    assert cast.formand("Skive")
    round_ = stages.a_round(cast)
    Message.objects.all().delete()
    draft = stages.drafted(cast, round_)
    rounds.remind(round_, by=cast.sekretariat)
    if answer == "none":
        stages.say_no_proposals(round_, cast.lokalraad("Herning"), by=cast.formand_herning)
    else:
        stages.submit(draft, by=cast.formand_herning)
    reminders = Message.objects.filter(cause_kind="plans.roundreminder")
    assert reminders.get(to=cast.formand_herning).state == MessageState.LAPSED
    assert reminders.get(to=cast.formand("Skive")).state == MessageState.QUEUED


def test_a_round_that_is_called_off_leaves_no_stale_mail(cast):
    """Whoever has the call is told; whom it has not left to hears nothing of it at all."""
    assert cast.formand("Skive")
    assert cast.formand_herning
    round_ = stages.a_round(cast)
    leave(to=cast.formand_herning)
    delete_plan(round_.plan, by=cast.sekretariat)
    assert not Message.objects.filter(to=cast.formand("Skive"), state=MessageState.QUEUED).exists()
    told = Message.objects.get(to=cast.formand_herning, state=MessageState.QUEUED)
    assert "aflyst" in told.subject
