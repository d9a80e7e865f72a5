"""Two at once: one wins, the other is told; a double click makes one thing."""

import pytest
from django.urls import reverse

from plans.document.models import FocusArea
from plans.proposals.models import Decision, Proposal, Review, Submission
from plans.proposals.states import ProposalState
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.at_once import at_once, while_another
from tests.making import a_plan
from tests.plans.proposals import stages

pytestmark = pytest.mark.django_db(transaction=True)


def refusals(results):
    return [result for result in results if isinstance(result, Refused)]


def test_eight_clicks_make_one_proposal(cast, as_user):
    round_ = stages.a_round(cast)
    address = reverse("write-proposal", args=[round_.plan_id, cast.lokalraad("Herning").pk])
    data = stages.typed(submit="1")
    assert cast.sekretariat
    clients = [as_user(cast.formand_herning) for _ in range(8)]
    answers = at_once(*(lambda c=c: c.post(address, data) for c in clients))
    assert {answer.status_code for answer in answers} == {302}
    assert Proposal.objects.count() == 1
    assert Submission.objects.count() == 1
    assert Message.objects.filter(to=cast.sekretariat).count() == 1


SECOND = {
    "submit": lambda p, cast: stages.submit(p, by=cast.formand_herning),
    "withdraw": lambda p, cast: stages.withdraw(p, by=cast.formand_herning),
    "rewrite": lambda p, cast: stages.rewrite(p, stages.words("Ny"), version=1, by=cast.formand_herning),
    "request_changes": lambda p, cast: stages.request_changes(p, ["Hvem?"], seen=1, by=cast.sekretariat),
    "review": lambda p, cast: stages.recommend(p, by=cast.sekretariat),
    "accept": lambda p, cast: stages.accept(p, by=cast.sekretariat),
    "reject": lambda p, cast: stages.reject(p, reason="Nej.", by=cast.sekretariat),
    "merge": lambda p, cast: stages.merge(p, Proposal.objects.exclude(pk=p.pk).get(), by=cast.sekretariat),
    "postpone": lambda p, cast: stages.postpone(p, by=cast.sekretariat),
}


@pytest.mark.parametrize("action", SECOND)
def test_whoever_comes_while_it_is_decided_is_told(cast, action):
    proposal = stages.changes_requested(cast) if action == "submit" else stages.submitted(cast)
    stages.submitted(cast, proposal.round, place="Viborg")
    assert cast.formand_herning
    result = while_another(
        lambda: stages.reject(proposal, reason="Nej.", by=cast.sekretariat),
        lambda: SECOND[action](proposal, cast),
    )
    assert isinstance(result, Refused)
    assert stages.fresh(proposal).state == "rejected"
    assert (Decision.objects.count(), Review.objects.count()) == (1, 0)
    assert not FocusArea.objects.titled(proposal.title).exists()


def test_two_submit_one_is_told(cast):
    proposal = stages.drafted(cast)
    chair = cast.formand_herning
    result = while_another(
        lambda: stages.submit(proposal, by=chair), lambda: stages.submit(proposal, by=chair)
    )
    assert "allerede indsendt" in str(result)
    assert Submission.objects.count() == 1


def test_two_proposals_are_not_merged_into_each_other(cast):
    round_ = stages.a_round(cast)
    one = stages.submitted(cast, round_)
    two = stages.submitted(cast, round_, place="Viborg")
    secretariat = cast.sekretariat
    results = at_once(
        lambda: stages.merge(one, two, by=secretariat),
        lambda: stages.merge(two, one, by=secretariat),
    )
    assert len(refusals(results)) == 1
    assert Proposal.objects.filter(state="merged").count() == 1


def test_eight_clicks_make_one_remark(cast, as_user):
    proposal = stages.submitted(cast)
    data = stages.remarking()
    clients = [as_user(cast.sekretariat) for _ in range(8)]
    address = reverse("review-proposal", args=[proposal.pk])
    at_once(*(lambda c=c: c.post(address, data) for c in clients))
    assert Review.objects.count() == 1


def test_two_editors_one_is_shown_both_texts(cast):
    proposal = stages.drafted(cast)
    chair = cast.formand_herning
    results = at_once(
        *(
            lambda title=title: stages.rewrite(proposal, stages.words(title), version=1, by=chair)
            for title in ("Den ene", "Den anden")
        )
    )
    assert len(refusals(results)) == 1
    winner = next(result for result in results if isinstance(result, Proposal))
    assert refusals(results)[0].current.title == winner.title == stages.fresh(proposal).title


def test_a_proposal_withdrawn_as_next_years_round_opens_does_not_come_along(cast):
    old = stages.postponed(cast)
    plan, chair = a_plan(cast.kredsraad(), 2028), cast.formand_herning
    while_another(lambda: stages.withdraw(old, by=chair), lambda: stages.a_round(cast, plan))
    assert stages.fresh(old).state == ProposalState.WITHDRAWN
    assert Proposal.objects.get() == old


def test_every_lokalraad_submits_in_the_same_second(cast):
    round_ = stages.a_round(cast)
    drafts = [stages.drafted(cast, round_, place=place.name) for place in cast.municipalities]
    chairs = {place.name: cast.formand(place.name) for place in cast.municipalities}
    results = at_once(
        *(
            lambda draft=draft: stages.submit(draft, by=chairs[draft.council.municipality.name])
            for draft in drafts
        )
    )
    assert not refusals(results)
    assert Submission.objects.count() == len(drafts)
