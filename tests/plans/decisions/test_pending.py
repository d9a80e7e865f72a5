"""What is decided is nobody's but the secretariat's until it is told, and undone it leaves no trace."""

import re

import pytest
from django.urls import reverse

from plans.decisions import workflow as decisions
from plans.decisions.models import PendingDecision
from plans.document.make_snapshot import make_snapshot
from plans.document.models import Plan
from plans.document.states import PlanState
from plans.proposals.models import Decision
from plans.proposals.states import ProposalState
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.plans.decisions.conftest import decide_all
from tests.plans.proposals import stages
from tests.plans.proposals.stages import accepting, decide, page, rejecting

ONE_TIME = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"|n-end="\d+"')


def pages_of(plan, proposals, council):
    """Where a proposal, or what was decided of it, could show."""
    own = [proposal for proposal in proposals if proposal.council == council]
    yield from (page(proposal) for proposal in own)
    yield reverse("council-proposals", args=[plan.pk, council.pk])
    for name in ("plan", "plan-text", "focus-areas", "plan-board"):
        yield reverse(name, args=[plan.pk])
    yield reverse("priorities", args=[plan.pk, council.pk])
    yield from (reverse("desk"), reverse("plans"))


def seen_by(client, addresses):
    return {address: ONE_TIME.sub("", client.get(address).text) for address in addresses}


@pytest.mark.parametrize("is_over", [False, True])
def test_nobody_outside_the_secretariat_sees_a_decision_that_is_not_told(cast, as_user, four, is_over):
    plan = four[0].round.plan
    if is_over:
        stages.end(four[0].round)
    readers = [(cast.formand(place), cast.lokalraad(place)) for place in ("Herning", "Viborg", "Skive")]
    readers.append((cast.medlem_herning, cast.lokalraad("Herning")))
    clients = [(as_user(person), list(pages_of(plan, four, council))) for person, council in readers]
    before = [seen_by(client, addresses) for client, addresses in clients]
    events = [event.pk for event in Event.objects.about(plan).shared()]
    mails, text = Message.objects.count(), make_snapshot(plan)
    decide_all(four, cast.sekretariat)
    assert PendingDecision.objects.count() == 4
    for (client, addresses), seen in zip(clients, before, strict=True):
        for address, now in seen_by(client, addresses).items():
            assert now == seen[address], address
    assert [event.pk for event in Event.objects.about(plan).shared()] == events
    assert (Message.objects.count(), make_snapshot(plan)) == (mails, text)
    assert {stages.fresh(one).state for one in four} == {ProposalState.SUBMITTED}
    read = as_user(cast.sekretariat).get(page(four[1])).text
    assert "Afgjort, ikke meddelt" in read
    assert "Det gør kommunen alene." in read
    board = as_user(cast.sekretariat).get(reverse("proposal-board", args=[plan.pk])).text
    assert "4 afgørelser er ikke meddelt" in board
    assert board.count("Ikke meddelt: ") == 4
    assert "Ikke meddelt: afvist" in board


def test_undone_it_leaves_no_trace(cast, as_user, four):
    plan = four[0].round.plan
    before = (
        make_snapshot(plan),
        Message.objects.count(),
        as_user(cast.formand_herning).get(page(four[1])).text,
    )
    decide_all(four, cast.sekretariat)
    client = as_user(cast.sekretariat)
    for proposal in four:
        answer = client.post(reverse("undo-decision", args=[proposal.pk]), follow=True)
        assert "Afgørelsen er fortrudt. Ingen uden for sekretariatet har set den." in answer.text
    assert not PendingDecision.objects.exists()
    assert not Decision.objects.exists()
    after = (
        make_snapshot(plan),
        Message.objects.count(),
        as_user(cast.formand_herning).get(page(four[1])).text,
    )
    assert after[:2] == before[:2]
    assert ONE_TIME.sub("", after[2]) == ONE_TIME.sub("", before[2])
    with pytest.raises(Refused, match="allerede meddelt eller fortrudt"):
        decisions.undo(four[0], by=cast.sekretariat)


def test_six_are_decided_in_twelve_clicks(cast, as_user):
    """From the first one's form on: a click for each that is taken, two for each that is not."""
    round_ = stages.a_round(cast)
    places = ("Herning", "Holstebro", "Lemvig", "Skive", "Struer", "Viborg")
    made = [stages.submitted(cast, round_, place=place, of=stages.words(f"Fra {place}")) for place in places]
    client = as_user(cast.sekretariat)
    address, clicks = decide(made[0], "optag"), 1
    for number, proposal in enumerate(made):
        assert client.get(address).context["proposal"] == proposal
        data = accepting(title=proposal.title)
        if number % 2:
            address, data, clicks = decide(proposal, "afvis"), rejecting(), clicks + 1
        address, clicks = client.post(address, data | {"next": "1"}).headers["Location"], clicks + 1
    assert address == reverse("proposal-board", args=[round_.plan_id])
    assert clicks <= 12
    assert PendingDecision.objects.count() == 6


# --- what comes in its way --------------------------------------------------------------------------


def test_two_are_not_to_be_merged_into_each_other(cast, four):
    ravens, bikes, night, _harbour = four
    stages.merge(ravens, night, by=cast.sekretariat, told=False)
    stages.merge(night, bikes, by=cast.sekretariat, told=False)
    with pytest.raises(Refused, match="skal selv samles med dette forslag"):
        stages.merge(bikes, ravens, by=cast.sekretariat, told=False)


STEPS = {
    "points": lambda proposal, by: stages.request_changes(proposal, ["Hvorfor?"], by=by),
    "postpone": lambda proposal, by: stages.postpone(proposal, by=by),
}


@pytest.mark.parametrize("step", STEPS)
def test_what_is_decided_is_first_undone(cast, four, step):
    stages.reject(four[1], by=cast.sekretariat, told=False)
    with pytest.raises(Refused, match="Fortryd det først"):
        STEPS[step](four[1], cast.sekretariat)
    assert stages.fresh(four[1]).state == ProposalState.SUBMITTED


def test_a_plan_waits_for_what_is_not_told(cast, as_user, four):
    plan = four[0].round.plan
    decide_all(four, cast.sekretariat)
    client = as_user(cast.sekretariat)
    answer = client.post(reverse("send-to-consultation", args=[plan.pk]), {"note": ""}, follow=True)
    assert "Meddel dem, og send så planen i høring." in answer.text
    assert "4 afgørelser er ikke meddelt lokalrådene." in answer.text
    assert Plan.objects.get(pk=plan.pk).state == PlanState.DRAFT
    assert "4 afgørelser af forslag til" in client.get(reverse("desk")).text


def test_one_that_its_lokalraad_is_asked_about_is_waited_for_too(cast, as_user):
    proposal = stages.changes_requested(cast)
    stages.reject(proposal, by=cast.sekretariat, told=False)
    client = as_user(cast.sekretariat)
    assert "1 afgørelse af forslag til" in client.get(reverse("desk")).text
    answer = client.post(
        reverse("send-to-consultation", args=[proposal.round.plan_id]), {"note": ""}, follow=True
    )
    assert "Meddel dem, og send så planen i høring." in answer.text
    assert "1 afgørelse er ikke meddelt lokalrådene." in answer.text


def test_nobody_decides_on_what_their_own_lokalraads_proposal_is_to_be_merged_with(cast, as_user, four):
    """Whichever comes first; whoever decided learns nothing of the merge (forvaltningsloven § 3)."""
    ravens, _bikes, night, _harbour = four
    both = cast.edge_roles["sekretær og medlem af lokalrådet"]
    stages.merge(ravens, night, by=cast.sekretariat, told=False)
    stages.accept(night, by=both, told=False)
    read = as_user(cast.sekretariat).get(reverse("announce-decisions", args=[night.round.plan_id])).text
    assert f"{both} har afgjort det, men sidder i Lokalrådet i Herning" in read
    told = stages.announce(night.round, by=cast.sekretariat)
    assert [decision.proposal.title for decision in told.decisions] == ["Natteravne"]
    stages.accept(stages.fresh(night), by=cast.sekretariat)
    assert stages.fresh(night).decision.decided_by == cast.sekretariat
