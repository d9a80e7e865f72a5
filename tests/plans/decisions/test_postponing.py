"""What was not decided in time goes on to next year's round: nothing is lost, and everybody is told."""

import pytest
from django.urls import reverse

from plans.proposals import workflow
from plans.proposals.models import NoProposals, Proposal
from plans.proposals.states import ProposalState
from plans.rounds import workflow as rounds
from plans.verification import decisions
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.making import a_plan
from tests.plans.proposals import stages


def page(plan):
    return reverse("postpone-proposals", args=[plan.pk])


def next_round(cast, plan):
    return stages.a_round(cast, a_plan(cast.kredsraad(), plan.year + 1), days=30)


def test_it_waits_and_comes_along_when_next_years_round_opens(cast):
    old = stages.submitted(cast)
    stages.postpone(old, by=cast.sekretariat)
    told = stages.mail_to(cast.formand_herning)[0]
    assert "Jeres forslag er flyttet til næste år: Tryg ved stationen" in told
    assert "venter, til næste års forslagsrunde åbner" in told
    assert "Vi nåede det ikke." in told
    round_ = next_round(cast, old.round.plan)
    new = Proposal.objects.get(round=round_)
    assert (new.state, new.carried_from, new.council) == (ProposalState.SUBMITTED, old, old.council)
    assert (new.words, new.latest.words) == (old.words, old.latest.words)
    assert (new.submitted_at, new.latest.submitted_by) == (old.submitted_at, cast.formand_herning)
    assert stages.fresh(old).state == ProposalState.POSTPONED
    assert "er med i runden til Samarbejdsplan 2028" in stages.mail_to(cast.formand_herning)[0]
    assert cast.lokalraad("Herning") not in round_.unanswered()
    assert cast.lokalraad("Herning") not in old.round.unanswered()
    assert list(decisions.faults()) == []


def test_where_next_years_round_is_open_it_comes_at_once_and_once(cast):
    old = stages.submitted(cast)
    round_ = next_round(cast, old.round.plan)
    stages.postpone(old, by=cast.sekretariat)
    assert round_.proposals.get().carried_from == old
    assert "med i forslagsrunden til Samarbejdsplan 2028" in stages.mail_to(cast.formand_herning)[0]
    another = stages.submitted(cast, old.round, place="Viborg", of=stages.words("Natten"))
    stages.postpone(another, by=cast.sekretariat)
    assert [one.carried_from for one in round_.proposals.order_by("pk")] == [old, another]


def test_another_kredsraads_round_takes_nothing(cast):
    old = stages.postponed(cast)
    council = cast.kredsraad(cast.other_district)
    theirs = rounds.open_round(
        a_plan(council, 2028), guidance="", deadline=stages.deadline(), by=cast.sekretariat_fyn
    ).round
    earlier = stages.a_round(cast, a_plan(cast.kredsraad(), 2026))
    assert not theirs.proposals.exists()
    assert not earlier.proposals.exists()
    assert stages.fresh(old).in_a_later_round is None


def test_what_was_asked_is_still_to_be_answered(cast):
    old = stages.changes_requested(cast)
    asked = old.change_requests.get(position=2)
    stages.rewrite(
        old,
        stages.words("Ny titel"),
        version=old.version,
        answers={asked.pk: "Hver uge"},
        by=cast.formand_herning,
    )
    stages.postpone(old, by=cast.sekretariat)
    new = next_round(cast, old.round.plan).proposals.get()
    assert new.state == ProposalState.CHANGES_REQUESTED
    assert list(new.change_requests.values_list("wording", "answer")) == [
        ("Hvem skal gå turene?", ""),
        ("Hvor ofte?", "Hver uge"),
    ]
    assert (new.title, new.public_title) == ("Ny titel", "Tryg ved stationen")
    new.change_requests.filter(position=1).update(answer="SSP")
    stages.submit(new, by=cast.formand_herning)
    assert stages.fresh(new).state == ProposalState.SUBMITTED
    assert list(decisions.faults()) == []


def test_a_merged_one_goes_along_and_its_lokalraad_hears_the_end(cast):
    merged = stages.merged(cast)
    into = merged.merged_into
    stages.postpone(into, by=cast.sekretariat)
    assert f"Det er samlet med {into.named}. Det " in stages.mail_to(cast.formand_herning)[0]
    new = next_round(cast, into.round.plan).proposals.get()
    with pytest.raises(Refused, match="andre lokalråds forslag er samlet med det"):
        stages.withdraw(new, by=cast.formand_viborg)
    stages.reject(new, reason="Det står der allerede.", by=cast.sekretariat)
    assert "Det står der allerede." in stages.mail_to(cast.formand_herning)[0]
    assert stages.fresh(merged).standing_in == new


def test_one_that_waits_is_withdrawn_and_one_that_went_on_is_withdrawn_there(cast):
    old = stages.postponed(cast)
    next_round(cast, old.round.plan)
    with pytest.raises(Refused, match="runden til Samarbejdsplan 2028. Træk det tilbage dér"):
        stages.withdraw(stages.fresh(old), by=cast.formand_herning)
    assert stages.withdraw(old.carried_to, by=cast.formand_herning).state == ProposalState.WITHDRAWN


def test_the_page_moves_all_unless_some_are_left_out(cast, as_user):
    mine = stages.submitted(cast)
    other = stages.submitted(cast, mine.round, place="Viborg", of=stages.words("Natten"))
    plan = mine.round.plan
    client = as_user(cast.sekretariat)
    shown = client.get(page(plan)).text
    assert shown.count("checked") == 2
    answer = client.post(page(plan), {"proposals": [mine.pk], "reason": "Travlt."}, follow=True)
    assert answer.redirect_chain[0][0] == reverse("send-to-consultation", args=[plan.pk])
    assert "1 forslag er flyttet" in answer.text
    assert [stages.fresh(one).state for one in (mine, other)] == ["postponed", "submitted"]
    told = Event.objects.about(plan).get(verb="proposal.postponed")
    assert told.text.endswith("flyttet til næste års runde: Travlt.")


def test_bad_input_comes_back(cast, as_user):
    one = stages.submitted(cast)
    client = as_user(cast.sekretariat)
    for typed, complaint in (
        ({"reason": "Travlt med det hele."}, "Sæt kryds ved mindst ét forslag"),
        ({"proposals": [one.pk], "reason": "Sag 010203-1234"}, "CPR-nummer"),
        ({"proposals": [one.pk + 99], "reason": "Travlt med det hele."}, "Se listen igennem"),
    ):
        answer = client.post(page(one.round.plan), typed)
        assert answer.status_code == 422
        assert complaint in answer.text
        assert typed["reason"] in answer.text
        assert stages.fresh(one).state == ProposalState.SUBMITTED


def test_who_sits_in_the_lokalraad_moves_only_the_others(cast, as_user):
    both = cast.edge_roles["sekretær og medlem af lokalrådet"]
    own = stages.submitted(cast)
    other = stages.submitted(cast, own.round, place="Viborg", of=stages.words("Natten"))
    shown = as_user(both).get(page(own.round.plan)).text
    assert "Natten" in shown
    assert "Tryg ved stationen" not in shown
    assert "Du sidder i et lokalråd, hvis forslag også venter" in shown
    with pytest.raises(Refused, match="forvaltningslovens § 3"):
        stages.postpone(own, other, by=both)
    assert {stages.fresh(one).state for one in (own, other)} == {ProposalState.SUBMITTED}


def test_the_lokalraad_finds_its_way_from_year_to_year(cast, as_user):
    old = stages.postponed(cast)
    chair = as_user(cast.formand_herning)
    assert "kommer med i den af sig selv" in chair.get(stages.page(old)).text
    new = next_round(cast, old.round.plan).proposals.get()
    assert stages.page(new) in chair.get(stages.page(old)).text
    assert stages.page(old) in chair.get(stages.page(new)).text


def test_one_and_three_proposals_cost_the_same(cast, as_user, django_assert_max_num_queries):
    first = stages.submitted(cast)
    client = as_user(cast.sekretariat)
    address = page(first.round.plan)
    client.get(address)
    with django_assert_max_num_queries(12) as one:
        client.get(address)
    for place in ("Viborg", "Skive"):
        stages.submitted(cast, first.round, place=place, of=stages.words(place))
    with django_assert_max_num_queries(len(one)):
        client.get(address)


def test_whose_proposal_comes_along_has_not_said_that_there_is_none(cast, as_user):
    old = stages.submitted(cast)
    council = old.council
    round_ = next_round(cast, old.round.plan)
    workflow.say_no_proposals(round_, council, by=cast.formand_herning)
    stages.postpone(old, by=cast.sekretariat)
    assert not NoProposals.objects.exists()
    page = as_user(cast.formand_herning).get(reverse("council-proposals", args=[round_.plan_id, council.pk]))
    assert "Tryg ved stationen" in page.text
    assert "»Ingen forslag i år« meldt" not in page.text
