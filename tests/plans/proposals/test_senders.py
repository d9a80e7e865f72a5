"""All of a lokalråd write its proposals; its chair hands them in, and whom the chair lets."""

import pytest
from django.urls import reverse

from councils.models import Membership
from plans.proposals import workflow
from plans.proposals.models import ProposalSender
from plans.proposals.states import ProposalState
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.plans.proposals import stages
from tests.plans.proposals.stages import edit_page, new_page, page, typed


def named(cast, round_, *people):
    workflow.name_senders(round_, cast.lokalraad("Herning"), people, by=cast.formand_herning)


def test_a_member_writes_a_draft_and_the_chair_hands_it_in(cast, as_user):
    round_ = stages.a_round(cast)
    member = as_user(cast.medlem_herning)
    form = member.get(new_page(cast, round_)).text
    assert "Gem kladde" in form
    assert 'name="submit"' not in form
    member.post(new_page(cast, round_), typed(save="1"))
    proposal = round_.proposals.get()
    assert (proposal.author, proposal.state) == (cast.medlem_herning, ProposalState.DRAFT)
    member.post(edit_page(proposal), typed(version=1, title="Rettet", save="1"))
    as_user(cast.formand_herning).post(reverse("submit-proposal", args=[proposal.pk]))
    handed_in = proposal.submissions.get()
    assert (handed_in.title, handed_in.submitted_by) == ("Rettet", cast.formand_herning)


def test_the_chair_lets_a_member_hand_in_and_takes_it_back(cast, as_user):
    proposal = stages.drafted(cast)
    round_, council = proposal.round, proposal.council
    address = reverse("proposal-senders", args=[round_.plan_id, council.pk])
    chair, member = as_user(cast.formand_herning), as_user(cast.medlem_herning)
    own = reverse("council-proposals", args=[round_.plan_id, council.pk])
    assert address in chair.get(own).text
    assert address not in member.get(own).text
    chair.post(address, {"senders": [cast.medlem_herning.pk]})
    assert ProposalSender.objects.get().history.get().history_user == cast.formand_herning
    told = Event.objects.about(council).get(verb="round.senders_named").text
    assert told == f"Forslag fra {council} indsendes af {cast.medlem_herning}"
    assert "Indsend forslag" in member.get(page(proposal)).text
    assert "Gør færdig" in member.get(reverse("desk")).text
    member.post(reverse("submit-proposal", args=[proposal.pk]))
    assert proposal.submissions.get().submitted_by == cast.medlem_herning
    assert "Kvittering" in stages.mail_to(cast.medlem_herning)[0]
    assert "Kvittering" in stages.mail_to(cast.formand_herning)[0]
    chair.post(address, {})
    assert not ProposalSender.objects.exists()
    assert member.get(reverse("withdraw-proposal", args=[proposal.pk])).status_code == 403


def test_whoever_leaves_the_lokalraad_hands_nothing_in(cast, as_user):
    proposal = stages.drafted(cast)
    named(cast, proposal.round, cast.medlem_herning)
    Membership.objects.filter(user=cast.medlem_herning).delete()
    answer = as_user(cast.medlem_herning).post(reverse("submit-proposal", args=[proposal.pk]))
    assert answer.status_code == 404
    assert stages.fresh(proposal).state == ProposalState.DRAFT


def test_nobody_from_elsewhere_is_named(cast, as_user):
    round_ = stages.a_round(cast)
    address = reverse("proposal-senders", args=[round_.plan_id, cast.lokalraad("Herning").pk])
    answer = as_user(cast.formand_herning).post(address, {"senders": [cast.formand_viborg.pk]})
    assert answer.status_code == 422
    with pytest.raises(Refused, match="sidder ikke i lokalrådet mere"):
        named(cast, round_, cast.formand_viborg)
    assert not ProposalSender.objects.exists()


def test_it_is_for_one_round(cast, as_user):
    first = stages.drafted(cast)
    named(cast, first.round, cast.medlem_herning)
    other = stages.a_round(cast, stages.a_plan(cast.kredsraad(), first.round.plan.year + 1))
    second = stages.drafted(cast, other)
    answer = as_user(cast.medlem_herning).post(reverse("submit-proposal", args=[second.pk]))
    assert answer.status_code == 403
