"""Not into the plan; and whoever decides second, or of one that nobody answers for."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from plans.document.models import FocusArea
from plans.proposals.models import Decision, Outcome
from plans.proposals.states import ProposalState
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.plans.proposals import stages
from tests.plans.proposals.stages import accepting, decide, page, rejecting

# --- a rejection ----------------------------------------------------------------------------------


def test_a_rejection_tells_why(cast, as_user):
    proposal = stages.submitted(cast)
    data = rejecting(reason="Det står allerede\n<b>i planen</b>.")
    as_user(cast.sekretariat).post(decide(proposal, "afvis"), data)
    stages.announce(proposal.round, by=cast.sekretariat)
    assert stages.fresh(proposal).state == ProposalState.REJECTED
    chair = as_user(cast.formand_herning).get(page(proposal)).text
    assert "Forslaget er afvist" in chair
    assert "&lt;b&gt;i planen&lt;/b&gt;." in chair
    assert "Det står allerede" in stages.mail_to(cast.formand_herning)[0]
    shared = Event.objects.about(proposal.round.plan).shared()
    assert not [event for event in shared if "afvist" in event.text or "allerede" in event.text]


@pytest.mark.parametrize("reason", ["", " \n ", "\u200b", "\u00a0"])
def test_no_rejection_without_a_reason(cast, as_user, reason):
    proposal = stages.submitted(cast)
    answer = as_user(cast.sekretariat).post(decide(proposal, "afvis"), rejecting(reason=reason))
    assert answer.status_code == 422
    assert "Skriv, hvorfor forslaget afvises." in answer.text
    assert answer.text.count("Lokalrådet får begrundelsen at se.") == 1
    with pytest.raises(Refused, match="hvorfor"):
        stages.reject(proposal, reason="", by=cast.sekretariat)
    with pytest.raises(IntegrityError, match="a_rejected_proposal_has_a_reason"), transaction.atomic():
        Decision.objects.create(proposal=proposal, outcome=Outcome.REJECTED, reason="")
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED


def test_a_cpr_number_in_a_reason_is_refused_and_kept(cast, as_user):
    proposal = stages.submitted(cast)
    data = rejecting(reason="Se sagen om 010180-1234")
    answer = as_user(cast.sekretariat).post(decide(proposal, "afvis"), data)
    assert answer.status_code == 422
    assert "Se sagen om 010180-1234" in answer.text
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED


def test_a_decided_proposal_leads_to_the_next(cast, as_user):
    """For the secretariat; the lokalråd sees none but its own."""
    proposal = stages.rejected(cast)
    board = f'<a href="{reverse("proposal-board", args=[proposal.round.plan_id])}">Se de andre forslag</a>'
    assert board in as_user(cast.sekretariat).get(page(proposal)).text
    assert "Se de andre forslag" not in as_user(cast.formand_herning).get(page(proposal)).text


# --- who was first --------------------------------------------------------------------------------


def test_decided_by_somebody_else_meanwhile(cast, as_user):
    proposal = stages.rejected(cast)
    client = as_user(cast.sekretariat)
    answer = client.post(decide(proposal, "optag"), accepting(text="<p>Min rettede tekst</p>"))
    assert answer.status_code == 409
    assert "tilstanden er »afvist«" in answer.text
    assert "Min rettede tekst" in answer.text  # to copy from
    assert 'name="text"' not in answer.text
    for choice in ("optag", "afvis", "saml"):
        assert client.get(decide(proposal, choice)).headers["Location"] == page(proposal)
    assert FocusArea.objects.count() == 1


@pytest.mark.parametrize("choice", ["", "x", "optag%00"])
def test_a_decision_that_is_none(cast, as_user, choice):
    proposal = stages.submitted(cast)
    client = as_user(cast.sekretariat)
    assert "Afgør forslaget" in client.get(decide(proposal, choice), follow=True).text
    answer = client.post(decide(proposal, choice), accepting(), follow=True)
    assert "Vælg, hvad der skal ske med forslaget" in answer.text
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED


def test_a_lokalraad_that_never_answers_has_its_submitted_words_decided(cast, as_user):
    proposal = stages.changes_requested(cast)
    rework = stages.words("Halvfærdig titel", text="<p>Halvfærdig tekst</p>")
    stages.rewrite(proposal, rework, version=1, by=cast.formand_herning)
    client = as_user(cast.sekretariat)
    form = client.get(decide(proposal, "optag")).context["form"]
    assert form["title"].value() == "Tryg ved stationen"
    client.post(decide(proposal, "optag"), accepting())
    stages.announce(proposal.round, by=cast.sekretariat)
    assert stages.fresh(proposal).state == ProposalState.ACCEPTED_DISTRICT
    assert "Halvfærdig" not in client.get(page(proposal)).text
    chair = as_user(cast.formand_herning).get(page(proposal)).text
    assert "<h1>Tryg ved stationen</h1>" in chair
    assert "Det, I rettede og ikke sendte" in chair
    assert "Halvfærdig tekst" in chair
