"""What the log tells of a round and of the proposals in it."""

from uuid import uuid4

import pytest

from plans.decisions import workflow as decisions
from plans.document.models import Scope
from plans.proposals import workflow
from plans.rounds import workflow as rounds
from samarbejde import danish
from samarbejde.events.models import Event
from tests.logged import logged
from tests.plans.proposals import stages

pytestmark = pytest.mark.django_db


def test_from_a_draft_to_a_decision(cast):
    proposal = stages.changes_requested(cast)
    answers = {point.pk: "Natteravnene." for point in proposal.change_requests.all()}
    by = cast.formand_herning
    proposal = stages.rewrite(proposal, stages.words(), version=proposal.version, by=by, answers=answers)
    proposal = stages.submit(proposal, by=by)
    stages.recommend(proposal, by=cast.sekretariat)
    stages.accept(stages.fresh(proposal), by=cast.sekretariat)
    decided = stages.fresh(proposal).decision
    told = logged(proposal)
    assert told[:4] == [
        "Forslaget blev oprettet som kladde",
        "Lokalrådet i Herning indsendte et forslag",
        "Sekretariatet bad Lokalrådet i Herning om ændringer i et forslag",
        "Lokalrådet i Herning svarede på punkterne og sendte sit forslag igen",
    ]
    assert told[-2:] == [
        f"Forslaget fra Lokalrådet i Herning blev afgjort: {decided}",
        "Lokalrådet i Herning fik besked om afgørelsen af sit forslag",
    ]


def test_those_whose_proposal_went_into_another_are_told_of(cast):
    merged = stages.merged(cast)
    target = merged.merged_into
    stages.accept(target, by=cast.sekretariat, scope=Scope.LOCAL)
    assert logged(merged)[-1] == "Lokalrådet i Herning fik besked om det forslag, deres er samlet med"


def test_one_that_is_withdrawn(cast):
    proposal = stages.withdrawn(cast)
    told = "Lokalrådet i Herning trak et forslag tilbage"
    assert logged(proposal)[-1] == logged(proposal.round.plan)[-1] == told


def test_a_draft_that_nobody_saw_leaves_no_trace_with_others(cast):
    proposal = stages.drafted(cast)
    stages.withdraw(proposal, by=cast.formand_herning)
    assert logged(proposal.round.plan, "proposal") == []


def test_one_that_is_moved_on_and_comes_along(cast):
    round_ = stages.a_round(cast)
    proposal = stages.postponed(cast, round_)
    later = stages.a_round(cast, stages.a_plan(cast.kredsraad(), round_.plan.year + 1))
    name = "Forslaget fra Lokalrådet i Herning"
    assert logged(round_.plan, "proposal")[-1] == (
        f"{name} blev flyttet til næste års runde: Vi nåede det ikke."
    )
    title = proposal.round.plan.title
    assert logged(later.plan, "proposal") == [f"{name} kom med fra forslagsrunden til {title}"]


def test_what_a_round_asks_and_hears(cast):
    round_ = stages.a_round(cast)
    herning, viborg = cast.lokalraad("Herning"), cast.lokalraad("Viborg")
    later = stages.deadline(20)
    stages.extend_deadline(round_, viborg, deadline=later, by=cast.sekretariat)
    for _ in range(2):
        stages.say_no_proposals(round_, herning, by=cast.formand_herning)
    assert cast.formand_viborg  # whom nobody reaches is not told of
    rounds.remind(round_, by=cast.sekretariat)
    told = logged(round_.plan, "round")
    assert told[1:3] == [
        f"Lokalrådet i Viborg fik frist for forslag til {danish.moment_text(later)}",
        "Lokalrådet i Herning meldte, at de ingen forslag har i år",
    ]
    assert told[3].startswith("Påmindelse om forslag sendt til lokalrådene i ")
    assert "Viborg" in told[3]
    assert "Herning" not in told[3]
    assert len(told) == 4


@pytest.mark.parametrize("days", [14, 21])
def test_a_round_that_is_changed(days, cast):
    """A new deadline is told; without one it is the guidance that was corrected."""
    round_ = stages.a_round(cast)
    deadline = round_.deadline if days == 14 else stages.deadline(days)
    rounds.change_round(round_, guidance="Ny", deadline=deadline, version=1, by=cast.sekretariat)
    moved = f"Den fælles frist for forslag er nu {danish.moment_text(deadline)}"
    told = "Vejledningen til forslagsrunden blev rettet" if days == 14 else moved
    assert logged(round_)[-1] == logged(round_.plan)[-1] == told


def test_the_same_draft_twice_is_told_once(cast):
    round_, key = stages.a_round(cast), uuid4()
    for _ in range(2):
        proposal = workflow.write(
            round_, cast.lokalraad("Herning"), stages.words(), form_key=key, by=cast.formand_herning
        )
    assert logged(proposal) == ["Forslaget blev oprettet som kladde"]


@pytest.mark.parametrize(
    ("shared", "recommendation", "said"),
    [
        (False, "", "Sekretariatet skrev en bemærkning til et forslag fra Lokalrådet i Herning"),
        (True, "rejected", "Sekretariatet skrev en bemærkning til et forslag fra Lokalrådet i Herning"),
        (False, "rejected", "Indstilling til et forslag fra Lokalrådet i Herning: "),
    ],
)
def test_a_recommendation_is_told_where_it_is_not_shared(shared, recommendation, said, cast):
    proposal = stages.submitted(cast)
    told = {"comment": "Fin tanke.", "form_key": uuid4(), "by": cast.sekretariat}
    decisions.review(proposal, shared=shared, recommendation=recommendation, **told)
    event = Event.objects.about(proposal).latest("pk")
    assert event.text.startswith(said)
    assert event.verb == ("proposal.recommended" if recommendation else "proposal.reviewed")
    assert event.internal is not shared
    assert stages.fresh(proposal).state == ("recommended" if recommendation else "submitted")
