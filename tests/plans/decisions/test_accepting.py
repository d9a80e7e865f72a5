"""Into the plan, in the secretariat's words – and what the lokalråd learns of it."""

import pytest
from django.urls import reverse

from plans.document.models import FocusArea, Plan, Scope
from plans.document.states import PlanState
from plans.proposals.models import Decision, Outcome
from plans.proposals.states import ProposalState
from samarbejde.transitions import Refused
from tests.plans.proposals import stages
from tests.plans.proposals.stages import accepting, decide, page


def test_the_form_begins_with_the_lokalraads_own_words(cast, as_user):
    proposal = stages.submitted(cast, of=stages.words(scope=Scope.LOCAL))
    form = as_user(cast.sekretariat).get(decide(proposal, "optag")).context["form"]
    assert form["title"].value() == "Tryg ved stationen"
    assert form["text"].value() == stages.TEXT
    assert form["scope"].value() == Scope.LOCAL


def test_a_district_wide_area_stands_in_the_plan_in_the_secretariats_words(cast, as_user):
    proposal = stages.submitted(cast)
    data = accepting(
        title="Tryghed ved stationer", text="<p>Vi går <script>x</script>ture.</p>", reason="Tak!"
    )
    answer = as_user(cast.sekretariat).post(decide(proposal, "optag"), data, follow=True)
    assert "Afgørelsen er gemt. Lokalrådet ser den først, når du meddeler afgørelserne." in answer.text
    stages.announce(proposal.round, by=cast.sekretariat)
    proposal = stages.fresh(proposal)
    area = FocusArea.objects.titled("Tryghed ved stationer").get()
    assert proposal.state == ProposalState.ACCEPTED_DISTRICT
    assert proposal.focus_area == area
    assert (area.scope, area.section.heading, area.section.body) == (
        Scope.DISTRICT,
        "Tryghed ved stationer",
        "<p>Vi går ture.</p>",
    )
    assert (proposal.title, proposal.text) == ("Tryg ved stationen", stages.TEXT)
    assert (proposal.decision.outcome, proposal.decision.reason) == (Outcome.ACCEPTED_DISTRICT, "Tak!")
    assert proposal.decision.announcement.announced_by == cast.sekretariat
    place = f"{reverse('plan-text', args=[proposal.round.plan_id])}#{area.section.anchor}"
    chair = as_user(cast.formand_herning).get(page(proposal)).text
    assert "Forslaget er optaget som kredsdækkende emne" in chair
    assert "Tak!" in chair
    assert f'href="{place}"' in chair
    mail = stages.mail_to(cast.formand_herning)[0]
    assert "optaget i planen som kredsdækkende emne med titlen »Tryghed ved stationer«" in mail
    own = reverse("council-proposals", args=[proposal.round.plan_id, proposal.council_id])
    assert f"http://localhost:8000{own}" in mail


def test_a_local_topic_stands_in_its_lokalraads_list(cast, as_user):
    proposal = stages.submitted(cast)
    as_user(cast.sekretariat).post(decide(proposal, "optag"), accepting(scope="local"))
    stages.announce(proposal.round, by=cast.sekretariat)
    proposal = stages.fresh(proposal)
    assert proposal.state == ProposalState.ACCEPTED_LOCAL
    assert proposal.focus_area.council == proposal.council
    assert proposal.focus_area.description == stages.TEXT
    lists = proposal.round.plan.sections.get(data="priorities")
    place = f"{reverse('plan-text', args=[proposal.round.plan_id])}#{lists.anchor}-herning"
    assert f'href="{place}"' in as_user(cast.formand_herning).get(page(proposal)).text


def test_a_topic_that_left_the_plan_is_not_linked_to(cast, as_user):
    proposal = stages.accepted(cast)
    proposal.focus_area.delete()
    assert "siden taget ud af planen" in as_user(cast.formand_herning).get(page(proposal)).text


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"title": ""}, "Skriv den titel, emnet skal have i planen."),
        ({"text": "<p> </p>"}, "Skriv den tekst, der skal stå i planen."),
        ({"scope": "council"}, "gyldig valgmulighed"),
        ({"seen": ""}, "Siden er sendt ufuldstændigt."),
    ],
)
def test_an_incomplete_acceptance_comes_back(cast, as_user, changes, complaint):
    proposal = stages.submitted(cast)
    answer = as_user(cast.sekretariat).post(
        decide(proposal, "optag"), accepting(reason="Husk mig", **changes)
    )
    assert answer.status_code == 422
    assert complaint in answer.text
    assert "Husk mig" in answer.text
    with pytest.raises(Refused, match="Skriv den tekst"):
        stages.accept(proposal, text="<p> </p>", by=cast.sekretariat)
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED


def test_a_title_the_plan_has_already_is_refused_and_nothing_is_decided(cast, as_user):
    proposal = stages.submitted(cast)
    data = accepting(title="Trivsel for unge", text="<p>Min rettede tekst</p>")
    answer = as_user(cast.sekretariat).post(decide(proposal, "optag"), data)
    assert answer.status_code == 409
    assert "allerede et emne med titlen" in answer.text
    assert "Min rettede tekst" in answer.text
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED
    assert not Decision.objects.exists()


def test_nothing_goes_into_a_plan_that_lies_fast_but_it_can_be_rejected(cast):
    proposal = stages.submitted(cast)
    Plan.objects.update(state=PlanState.SIGNING)
    with pytest.raises(Refused, match="ligger fast"):
        stages.accept(proposal, by=cast.sekretariat)
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED
    stages.reject(proposal, reason="For sent.", by=cast.sekretariat)
    assert stages.fresh(proposal).state == ProposalState.REJECTED


def test_nobody_fills_in_a_form_for_a_plan_that_lies_fast(cast, as_user):
    proposal = stages.submitted(cast)
    Plan.objects.update(state=PlanState.SIGNING)
    answer = as_user(cast.sekretariat).get(decide(proposal, "optag"), follow=True)
    assert answer.redirect_chain[-1][0] == page(proposal)
    assert "Planen er »til underskrift«, så teksten ligger fast." in answer.text
    assert as_user(cast.sekretariat).get(decide(proposal, "afvis")).status_code == 200
