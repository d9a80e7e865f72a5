"""The recommendations as a paper, and all of them followed at once."""

from uuid import uuid4

from django.urls import reverse

from councils.models import Meeting
from plans.decisions import workflow as decisions
from plans.decisions.agenda import proposals_to_discuss
from plans.decisions.models import PendingDecision
from plans.proposals.models import Outcome
from plans.proposals.states import ProposalState
from samarbejde.outbox.models import Message
from tests.plans.proposals import stages
from tests.plans.rounds.test_board import MOST_QUERIES, cost


def recommend(proposal, recommendation, by, comment="Det passer.", *, shared=False):
    decisions.review(
        proposal, comment=comment, shared=shared, recommendation=recommendation, form_key=uuid4(), by=by
    )


def address(four):
    return reverse("recommendations", args=[four[0].round.plan_id])


def recommend_three(four, by):
    recommend(four[0], "accepted_district", by)
    recommend(four[1], "rejected", by, "Det gør kommunen alene.", shared=True)
    recommend(four[3], "accepted_local", by)


def test_the_paper_has_each_with_what_is_recommended_and_why(cast, as_user, four):
    recommend_three(four, cast.sekretariat)
    recommend(four[1], "accepted_local", cast.sekretariat, "Vi har talt om det igen.")
    read = as_user(cast.sekretariat).get(address(four))
    titles = [part["heading"] for part in read.context["snapshot"]["sections"]]
    assert titles == ["Overblik", "Natteravne", "Cykler", "Havnen"]
    assert "Vi har talt om det igen." in read.text
    assert "Det gør kommunen alene." not in read.text
    assert "Optag som lokalt emne" in read.text
    printed = as_user(cast.sekretariat).get(reverse("recommendations-pdf", args=[four[0].round.plan_id]))
    assert printed.headers["Content-Type"] == "application/pdf"
    assert printed.content.startswith(b"%PDF")


def test_all_are_followed_at_once_and_nothing_is_told(cast, as_user, four):
    recommend_three(four, cast.sekretariat)
    before = Message.objects.count()
    answer = as_user(cast.sekretariat).post(address(four), follow=True)
    assert "3 indstillinger er fulgt." in answer.text
    assert "Alle er afgjort" in answer.text
    made = {one.proposal.title: (one.outcome, one.reason, one.title) for one in PendingDecision.objects.all()}
    assert made == {
        "Natteravne": (Outcome.ACCEPTED_DISTRICT, "", "Natteravne"),
        "Cykler": (Outcome.REJECTED, "Det gør kommunen alene.", ""),
        "Havnen": (Outcome.ACCEPTED_LOCAL, "", "Havnen"),
    }
    assert Message.objects.count() == before
    assert {stages.fresh(four[n]).state for n in (0, 1, 3)} == {ProposalState.RECOMMENDED}
    again = as_user(cast.sekretariat).post(address(four), follow=True)
    assert "Alle indstillinger har en afgørelse." in again.text


def test_what_stops_one_is_told_and_stops_no_other(cast, as_user, four):
    recommend_three(four, cast.sekretariat)
    stages.accept(four[2], by=cast.sekretariat, title="Natteravne", told=False)
    answer = as_user(cast.sekretariat).post(address(four), follow=True)
    assert "2 indstillinger er fulgt." in answer.text
    assert "»Natteravne« blev ikke afgjort." in answer.text
    assert "får samme titel i planen" in answer.text
    both = cast.edge_roles["sekretær og medlem af lokalrådet"]
    read = as_user(both).get(address(four)).context["snapshot"]["sections"]
    assert [part["heading"] for part in read] == ["Overblik", "Havnen"]


def test_what_is_said_within_the_secretariat_becomes_no_reason(cast, as_user, four):
    recommend(four[1], "rejected", cast.sekretariat, "Formanden overdriver.")
    answer = as_user(cast.sekretariat).post(address(four), follow=True)
    assert "Indstillingen er kun for sekretariatet." in answer.text
    assert not PendingDecision.objects.exists()


def test_it_costs_the_same_for_one_and_for_three(cast, as_user, four):
    client = as_user(cast.sekretariat)
    recommend(four[0], "accepted_district", cast.sekretariat)
    before = cost(client, address(four))
    recommend(four[1], "rejected", cast.sekretariat)
    recommend(four[3], "accepted_local", cast.sekretariat)
    assert cost(client, address(four)) == before
    assert before <= MOST_QUERIES


def test_the_kredsraad_has_one_point_of_all_recommendations(cast, four):
    stages.recommend(four[0], by=cast.sekretariat)
    meeting = Meeting(council=cast.kredsraad(), held_on=stages.in_days(20))
    point, *each = proposals_to_discuss(meeting)
    assert {one.key for one in each} == {f"proposal:{proposal.pk}" for proposal in four}
    assert point.key == f"recommendations:{four[0].round.plan_id}"
    assert point.text.endswith("Natteravne (Lokalrådet i Herning): optag som kredsdækkende")
    stages.reject(four[0], by=cast.sekretariat, told=False)
    assert list(proposals_to_discuss(meeting)) == [point, *each]
    meeting.council = cast.lokalraad("Herning")
    assert list(proposals_to_discuss(meeting)) == []
