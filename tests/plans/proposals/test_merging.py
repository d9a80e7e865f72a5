"""Into another proposal: one shares the fate of the other, and loses no word."""

import pytest

from plans.document.models import FocusArea
from plans.proposals import workflow
from plans.proposals.models import Decision, Outcome
from plans.proposals.states import ProposalState
from samarbejde.transitions import Refused
from tests.plans.proposals import stages
from tests.plans.proposals.stages import decide, page


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
