"""When the plan's text lies fast its round takes no more answers, and says so with a way on."""

from uuid import uuid4

import pytest
from django.urls import reverse

from plans.document.models import Plan
from plans.document.states import OPEN, PlanState
from plans.proposals import workflow
from plans.proposals.models import NoProposals, Proposal, ProposalRound
from plans.proposals.states import ProposalState
from plans.rounds import workflow as rounds
from samarbejde.transitions import Refused
from tests.making import a_plan
from tests.plans.proposals import stages

CLOSED = [state for state in PlanState if state not in OPEN]


def close(round_: ProposalRound, state: str = PlanState.DISCUSSED) -> None:
    Plan.objects.filter(pk=round_.plan_id).update(state=state)


def answers(cast, round_):
    """Each way in which a lokalråd answers, and in which the secretariat asks it to."""
    draft = stages.drafted(cast, round_)
    returned = stages.submitted(cast, round_, of=stages.words("Til svar"))
    stages.request_changes(returned, ["Hvem?"], seen=1, by=cast.sekretariat)
    returned.change_requests.update(answer="SSP")
    waiting = stages.submitted(cast, round_, of=stages.words("Venter"))
    skive, chair, secretariat = cast.lokalraad("Skive"), cast.formand_herning, cast.sekretariat
    herning = cast.lokalraad("Herning")
    later = stages.deadline(20)
    return {
        "submit": lambda: stages.submit(draft, by=chair),
        "answer points": lambda: stages.submit(returned, by=chair),
        "write": lambda: workflow.write(
            loaded(round_), herning, stages.words("Nyt"), form_key=uuid4(), by=chair
        ),
        "no proposals": lambda: stages.say_no_proposals(round_, skive, by=cast.formand("Skive")),
        "ask for changes": lambda: stages.request_changes(waiting, ["Hvad?"], seen=1, by=secretariat),
        "extend": lambda: stages.extend_deadline(
            round_, skive, deadline=later, reason="Storm", by=secretariat
        ),
        "new deadline": lambda: rounds.change_round(
            round_, guidance="", deadline=later, version=round_.version, by=secretariat
        ),
        "remind": lambda: rounds.remind(round_, by=secretariat),
    }


def loaded(round_):
    return ProposalRound.objects.select_related("plan").get(pk=round_.pk)


@pytest.mark.parametrize("state", CLOSED)
def test_no_answer_gets_in_and_nothing_changes(cast, state):
    round_ = stages.a_round(cast)
    tries = answers(cast, round_)
    close(round_, state)
    before = list(Proposal.objects.order_by("pk").values())
    for name, attempt in tries.items():
        with pytest.raises(Refused, match="forslagsrunden er lukket") as refusal:
            attempt()
        assert "næste års forslagsrunde" in str(refusal.value), name
    assert list(Proposal.objects.order_by("pk").values()) == before
    assert not NoProposals.objects.exists()


@pytest.mark.parametrize("state", OPEN)
def test_while_the_plan_is_written_all_of_it_is_taken(cast, state):
    round_ = stages.a_round(cast)
    tries = answers(cast, round_)
    close(round_, state)
    for attempt in tries.values():
        attempt()
    assert set(Proposal.objects.values_list("state", flat=True)) == {
        "submitted",
        "changes_requested",
        "draft",
    }
    assert NoProposals.objects.get().council == cast.lokalraad("Skive")


def test_what_was_written_too_late_stands_in_the_fields(cast, as_user):
    round_ = stages.a_round(cast)
    close(round_)
    answer = as_user(cast.formand_herning).post(
        stages.new_page(cast, round_), stages.typed(title="Sent forslag")
    )
    assert answer.status_code == 409
    assert "Sent forslag" in answer.text
    assert "forslagsrunden er lukket" in answer.text
    assert not Proposal.objects.exists()


def test_a_points_answer_that_comes_too_late_is_kept(cast, as_user):
    proposal = stages.changes_requested(cast)
    close(proposal.round)
    typed = {f"answer_{point.pk}": "SSP" for point in proposal.change_requests.all()}
    form = stages.typed(version=proposal.version, submit="1", **typed)
    answer = as_user(cast.formand_herning).post(stages.edit_page(proposal), form, follow=True)
    assert "Teksten er gemt som kladde" in answer.text
    assert set(proposal.change_requests.values_list("answer", flat=True)) == {"SSP"}
    assert stages.fresh(proposal).state == ProposalState.CHANGES_REQUESTED


def test_the_pages_say_so_and_offer_the_next_round(cast, as_user):
    draft = stages.drafted(cast)
    round_ = draft.round
    close(round_)
    council = cast.lokalraad("Herning")
    own = reverse("council-proposals", args=[round_.plan_id, council.pk])
    chair = as_user(cast.formand_herning)
    page = chair.get(own).text
    assert "Forslagsrunden er lukket" in page
    assert "Ellers venter det til næste års runde." in page
    assert "Skriv forslag</a>" not in page
    assert "Indsend forslag" not in chair.get(stages.page(draft)).text
    following = stages.a_round(cast, a_plan(cast.kredsraad(), 2028))
    there = reverse("council-proposals", args=[following.plan_id, council.pk])
    assert f'href="{there}">Skriv forslag til Samarbejdsplan 2028' in chair.get(own).text
    assert f"?fra={draft.pk}" in chair.get(stages.page(draft)).text
    board = as_user(cast.sekretariat).get(reverse("proposal-board", args=[round_.plan_id])).text
    assert "Forslagsrunden er lukket" in board
    assert "Send påmindelse" not in board
    assert "Forlæng" not in board
