"""Into the plan, not into the plan, or into another proposal – and what the lokalråd learns of it."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from plans.document.models import FocusArea, Plan, Scope
from plans.document.states import PlanState
from plans.proposals import workflow
from plans.proposals.models import Decision, Outcome
from plans.proposals.states import ProposalState
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.plans.proposals import stages


def page(proposal):
    return reverse("proposal", args=[proposal.pk])


def decide(proposal, choice):
    return f"{reverse('decide-proposal', args=[proposal.pk])}?valg={choice}"


def accepting(**changes):
    return {
        "seen": 1,
        "scope": "district",
        "title": "Tryg ved stationen",
        "text": "<p>Vi går ture i weekenden.</p>",
        "reason": "",
        **changes,
    }


# --- into the plan --------------------------------------------------------------------------------


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
    assert "Afgørelsen er truffet. Lokalrådet i Herning får besked på e-mail." in answer.text
    proposal = stages.fresh(proposal)
    area = FocusArea.objects.get(title="Tryghed ved stationer")
    assert proposal.state == ProposalState.ACCEPTED_DISTRICT
    assert proposal.focus_area == area
    assert (area.scope, area.section.heading, area.section.body) == (
        Scope.DISTRICT,
        "Tryghed ved stationer",
        "<p>Vi går ture.</p>",
    )
    assert (proposal.title, proposal.text) == ("Tryg ved stationen", stages.TEXT)
    assert (proposal.decision.outcome, proposal.decision.reason) == (Outcome.ACCEPTED_DISTRICT, "Tak!")
    assert proposal.decision.announced_at is not None
    place = f"{reverse('plan-text', args=[proposal.round.plan_id])}#{area.section.anchor}"
    chair = as_user(cast.formand_herning).get(page(proposal)).text
    assert "Forslaget er optaget som kredsdækkende emne" in chair
    assert "Tak!" in chair
    assert f'href="{place}"' in chair
    mail = stages.mail_to(cast.formand_herning)[0]
    assert "optaget i planen som kredsdækkende emne med titlen »Tryghed ved stationer«" in mail
    assert f"http://localhost:8000{place}" in mail


def test_a_local_topic_stands_in_its_lokalraads_list(cast, as_user):
    proposal = stages.submitted(cast)
    as_user(cast.sekretariat).post(decide(proposal, "optag"), accepting(scope="local"))
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
    workflow.reject(proposal, reason="For sent.", seen=1, by=cast.sekretariat)
    assert stages.fresh(proposal).state == ProposalState.REJECTED


# --- not into the plan ----------------------------------------------------------------------------


def test_a_rejection_tells_why(cast, as_user):
    proposal = stages.submitted(cast)
    data = {"seen": 1, "reason": "Det står allerede\n<b>i planen</b>."}
    as_user(cast.sekretariat).post(decide(proposal, "afvis"), data)
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
    answer = as_user(cast.sekretariat).post(decide(proposal, "afvis"), {"seen": 1, "reason": reason})
    assert answer.status_code == 422
    assert "Skriv, hvorfor forslaget afvises." in answer.text
    with pytest.raises(Refused, match="hvorfor"):
        workflow.reject(proposal, reason="", seen=1, by=cast.sekretariat)
    with pytest.raises(IntegrityError, match="a_rejected_proposal_has_a_reason"), transaction.atomic():
        Decision.objects.create(proposal=proposal, outcome=Outcome.REJECTED, reason="")
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED


def test_a_cpr_number_in_a_reason_is_refused_and_kept(cast, as_user):
    proposal = stages.submitted(cast)
    data = {"seen": 1, "reason": "Se sagen om 010180-1234"}
    answer = as_user(cast.sekretariat).post(decide(proposal, "afvis"), data)
    assert answer.status_code == 409
    assert "Se sagen om 010180-1234" in answer.text
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED


# --- into another proposal ------------------------------------------------------------------------


def test_merging_keeps_both_texts_and_tells_the_lokalraad(cast, as_user):
    round_ = stages.a_round(cast)
    proposal = stages.submitted(cast, round_)
    target = stages.submitted(cast, round_, place="Viborg", of=stages.words("Tryghed i natten"))
    client = as_user(cast.sekretariat)
    assert "Lokalrådet i Viborg: Tryghed i natten" in client.get(decide(proposal, "saml")).text
    data = {"seen": 1, "into": target.pk, "reason": "De vil det samme."}
    client.post(decide(proposal, "saml"), data)
    proposal = stages.fresh(proposal)
    assert (proposal.state, proposal.merged_into) == (ProposalState.MERGED, target)
    assert proposal.text == stages.TEXT
    own = as_user(cast.formand_herning).get(page(proposal)).text
    assert "»Tryghed i natten« fra Lokalrådet i Viborg" in own
    assert "De vil det samme." in own
    assert "Det er ikke afgjort endnu." in own
    assert "Vi går ture i weekenden." in own
    for reader in (cast.formand_viborg, cast.sekretariat):
        read = as_user(reader).get(page(target)).text
        assert "Tryg ved stationen – Lokalrådet i Herning" in read
        assert "Flere unge mødes ved stationen." in read
    assert "I får besked, når det er afgjort." in stages.mail_to(cast.formand_herning)[0]


def test_a_sentence_why_two_are_merged_is_optional(cast, as_user):
    proposal = stages.submitted(cast)
    target = stages.submitted(cast, proposal.round, place="Viborg")
    as_user(cast.sekretariat).post(decide(proposal, "saml"), {"seen": 1, "into": target.pk})
    assert Decision.objects.get().outcome == Outcome.MERGED


@pytest.mark.parametrize("taken", [True, False])
def test_the_merged_proposal_learns_what_became_of_it(cast, as_user, taken):
    proposal = stages.merged(cast)
    target = proposal.merged_into
    if taken:
        stages.accept(target, by=cast.sekretariat, title="Trygge nætter")
    else:
        workflow.reject(target, reason="Penge mangler.", seen=1, by=cast.sekretariat)
    read = as_user(cast.formand_herning).get(page(proposal)).text
    mail = stages.mail_to(cast.formand_herning)[0]
    assert "Det blev der af jeres forslag" in mail
    if taken:
        assert "med titlen »Trygge nætter«" in mail
        assert "er optaget som kredsdækkende." in read
        section = FocusArea.objects.get(title="Trygge nætter").section
        assert f"#{section.anchor}" in read
    else:
        assert "Penge mangler." in mail
        assert "er afvist." in read
        assert "Penge mangler." in read


def test_a_chain_of_mergers_leads_to_the_last(cast, as_user):
    first = stages.merged(cast)
    middle = first.merged_into
    last = stages.submitted(cast, first.round, place="Skive", of=stages.words("Alle tre"))
    workflow.merge(middle, into=last, reason="", seen=1, by=cast.sekretariat)
    stages.accept(last, by=cast.sekretariat)
    for proposal, user in ((first, cast.formand_herning), (middle, cast.formand_viborg)):
        assert "med titlen »Alle tre«" in stages.mail_to(user)[0]
        assert "Se, hvor teksten står i planen" in as_user(user).get(page(proposal)).text
    assert "Tryghed i natten" in as_user(cast.sekretariat).get(page(last)).text


def test_one_that_is_merged_into_an_accepted_one_is_told_at_once(cast):
    target = stages.accepted(cast)
    late = stages.submitted(cast, target.round, place="Viborg")
    workflow.merge(late, into=target, reason="", seen=1, by=cast.sekretariat)
    assert "optaget i planen som kredsdækkende emne" in stages.mail_to(cast.formand_viborg)[0]


def test_only_a_living_proposal_of_the_same_round_takes_another_in(cast, as_user):
    proposal = stages.submitted(cast)
    round_ = proposal.round
    draft = stages.drafted(cast, round_, place="Viborg")
    gone = workflow.withdraw(stages.submitted(cast, round_, place="Skive"), by=cast.formand("Skive"))
    turned_down = stages.submitted(cast, round_, place="Lemvig")
    workflow.reject(turned_down, reason="Nej.", seen=1, by=cast.sekretariat)
    other_year = stages.submitted(
        cast, stages.a_round(cast, stages.a_plan(cast.kredsraad(), 2028)), place="Viborg"
    )
    for target in (proposal, draft, gone, stages.fresh(turned_down), other_year):
        answer = as_user(cast.sekretariat).post(decide(proposal, "saml"), {"seen": 1, "into": target.pk})
        assert answer.status_code == 422
        with pytest.raises(Refused, match="Vælg et andet"):
            workflow.merge(proposal, into=target, reason="", seen=1, by=cast.sekretariat)
    for junk in ("x", "", "9" * 400, "\x00"):
        answer = as_user(cast.sekretariat).post(
            decide(proposal, "saml"), {"seen": 1, "into": junk, "reason": "Husk"}
        )
        assert answer.status_code == 422
        assert "Husk" in answer.text


def test_a_proposal_alone_in_its_round_has_nothing_to_be_merged_with(cast, as_user):
    proposal = stages.submitted(cast)
    assert (
        "Der er ikke andre forslag i runden" in as_user(cast.sekretariat).get(decide(proposal, "saml")).text
    )


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


def test_announcing_twice_is_announcing_once(cast):
    proposal = stages.rejected(cast)
    before = stages.mail_to(cast.formand_herning)
    workflow.announce(proposal.decision, by=cast.sekretariat)
    assert stages.mail_to(cast.formand_herning) == before


def test_without_a_chair_to_write_to_the_decision_stands_and_it_is_said(cast, as_user):
    proposal = stages.submitted(cast)
    proposal.council.memberships.all().delete()
    data = {"seen": 1, "reason": "Nej."}
    answer = as_user(cast.sekretariat).post(decide(proposal, "afvis"), data, follow=True)
    assert stages.fresh(proposal).state == ProposalState.REJECTED
    assert "registret har ingen formand med e-mail" in answer.text


def test_a_lokalraad_that_never_answers_has_its_submitted_words_decided(cast, as_user):
    proposal = stages.changes_requested(cast)
    rework = stages.words("Halvfærdig titel", text="<p>Halvfærdig tekst</p>")
    workflow.rewrite(proposal, rework, version=1, by=cast.formand_herning)
    client = as_user(cast.sekretariat)
    form = client.get(decide(proposal, "optag")).context["form"]
    assert form["title"].value() == "Tryg ved stationen"
    client.post(decide(proposal, "optag"), accepting())
    assert stages.fresh(proposal).state == ProposalState.ACCEPTED_DISTRICT
    assert "Halvfærdig" not in client.get(page(proposal)).text
    chair = as_user(cast.formand_herning).get(page(proposal)).text
    assert "<h1>Tryg ved stationen</h1>" in chair
    assert "Jeres rettelser, som ikke blev indsendt" in chair
    assert "Halvfærdig tekst" in chair
