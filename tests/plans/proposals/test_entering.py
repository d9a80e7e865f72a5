"""The secretariat enters what a lokalråd sent by mail."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from plans.proposals.models import Proposal, ProposalRound
from plans.proposals.states import ProposalState
from samarbejde.events.models import Event
from tests.plans.proposals import stages
from tests.plans.proposals.stages import typed


def page_of(cast, round_: ProposalRound) -> str:
    return reverse("enter-proposal", args=[round_.plan_id, cast.lokalraad("Herning").pk])


def test_what_came_by_mail_is_a_submitted_proposal_of_the_lokalraad(cast, as_user):
    """Marked so, and told to its chair, who may take it back."""
    round_, chair = stages.a_round(cast), cast.formand_herning
    secretariat = as_user(cast.sekretariat)
    lokalraad = reverse("council-proposals", args=[round_.plan_id, cast.lokalraad("Herning").pk])
    assert page_of(cast, round_) in secretariat.get(lokalraad).text
    data = typed(received_on=stages.in_days(0), question_effect="", question_target_group="")
    page = secretariat.post(page_of(cast, round_), data, follow=True).text
    proposal = Proposal.objects.get()
    assert "Indtastet af sekretariatet, modtaget pr. e-mail den" in page
    assert (proposal.state, proposal.council, proposal.author) == (
        ProposalState.SUBMITTED,
        cast.lokalraad("Herning"),
        cast.sekretariat,
    )
    assert proposal.number.endswith("-HER-01")
    assert proposal.latest.submitted_by == cast.sekretariat
    assert proposal.council not in round_.unanswered()
    assert "Sekretariatet har indtastet det forslag" in stages.mail_to(chair)[0]
    assert Event.objects.about(round_.plan).filter(text__contains="indtastede et forslag").exists()
    assert "Indtastet af sekretariatet" in as_user(chair).get(stages.page(proposal)).text
    stages.withdraw(proposal, by=chair)
    assert stages.fresh(proposal).state == ProposalState.WITHDRAWN


def test_the_same_form_twice_is_one_proposal(cast, as_user):
    round_, secretariat = stages.a_round(cast), as_user(cast.sekretariat)
    data = typed(received_on=stages.in_days(0))
    for _ in range(2):
        assert secretariat.post(page_of(cast, round_), data).status_code == 302
    other = secretariat.post(page_of(cast, round_), data | {"title": "Noget andet"})
    assert other.status_code == 409
    assert "Noget andet" in other.text
    assert Proposal.objects.get().title == "Tryg ved stationen"


@pytest.mark.parametrize(
    ("change", "status", "says"),
    [
        ({"text": ""}, 422, "Skriv, hvad der skal stå i planen"),
        ({"received_on": ""}, 422, "Skriv den dag, e-mailen kom."),
        ({"received_on": stages.in_days(1)}, 409, "Den dag er ikke kommet endnu."),
        ({"background": "010180-1234"}, 422, "ligner et CPR-nummer"),
    ],
)
def test_what_is_wrong_comes_back_as_it_was_typed(cast, as_user, change, status, says):
    round_ = stages.a_round(cast)
    data = typed(received_on=stages.in_days(0)) | change
    answer = as_user(cast.sekretariat).post(page_of(cast, round_), data)
    assert answer.status_code == status
    assert says in answer.text
    assert "Tryg ved stationen" in answer.text
    assert not Proposal.objects.exists()


def test_after_the_deadline_only_what_came_before_it_is_entered(cast, as_user):
    round_ = stages.end(stages.a_round(cast))
    secretariat = as_user(cast.sekretariat)
    late = secretariat.post(page_of(cast, round_), typed(received_on=stages.in_days(0)))
    assert late.status_code == 409
    assert "Giv lokalrådet længere frist først" in late.text
    in_time = typed(received_on=stages.in_days(0) - timedelta(days=2))
    assert secretariat.post(page_of(cast, round_), in_time).status_code == 302
    assert Proposal.objects.get().state == ProposalState.SUBMITTED


def test_the_database_knows_no_draft_that_came_by_mail(cast):
    proposal = stages.drafted(cast)
    with pytest.raises(DatabaseError, match="what_came_by_mail_was_handed_in"), transaction.atomic():
        Proposal.objects.filter(pk=proposal.pk).update(received_on=stages.in_days(0))
