"""The secretariat asks for changes, remarks and recommends."""

import pytest
from django.urls import reverse

from plans.proposals.models import ChangeRequest, Review
from plans.proposals.states import ProposalState
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.plans.proposals import stages
from tests.plans.proposals.stages import remarking


def page(name, proposal):
    return reverse(name, args=[proposal.pk])


# --- changes --------------------------------------------------------------------------------------


def test_points_are_sent_one_by_one(cast, as_user):
    proposal = stages.submitted(cast)
    data = {"seen": 1, "total": 3, "point_1": "Hvem går?", "point_2": "", "point_3": "Hvor\nofte?"}
    data["until"] = stages.in_days(9)
    answer = as_user(cast.sekretariat).post(page("request-changes", proposal), data, follow=True)
    assert "Punkterne er sendt. Lokalrådet i Herning får besked på e-mail." in answer.text
    assert stages.fresh(proposal).state == ProposalState.CHANGES_REQUESTED
    points = list(ChangeRequest.objects.values_list("position", "wording", "asked_by"))
    assert points == [(1, "Hvem går?", cast.sekretariat.pk), (2, "Hvor\nofte?", cast.sekretariat.pk)]
    mail = stages.mail_to(cast.formand_herning)[0]
    assert "1. Hvem går?" in mail
    assert f"http://localhost:8000{page('proposal', proposal)}" in mail
    chair = as_user(cast.formand_herning).get(page("proposal", proposal)).text
    assert "Hvem går?" in chair
    assert "Svar på punkterne" in chair


def test_a_second_round_of_points_goes_on_counting(cast):
    proposal = stages.changes_requested(cast)
    for point in proposal.change_requests.all():
        point.answer = "Ja"
        point.save()
    stages.submit(proposal, by=cast.formand_herning)
    stages.request_changes(proposal, ["Og hvad så?"], seen=2, by=cast.sekretariat)
    assert [point.position for point in proposal.change_requests.all()] == [1, 2, 3]


def test_points_that_come_too_late_are_there_to_copy_from(cast, as_user):
    proposal = stages.changes_requested(cast)
    data = {"seen": 1, "total": 3, "point_1": "Hvem betaler?", "until": stages.in_days(9)}
    answer = as_user(cast.sekretariat).post(page("request-changes", proposal), data)
    assert answer.status_code == 409
    assert "Hvem betaler?" in answer.text
    assert 'name="point_1"' not in answer.text
    assert ChangeRequest.objects.count() == 2


def test_no_points_is_no_request(cast, as_user):
    proposal = stages.submitted(cast)
    blank = as_user(cast.sekretariat).get(page("request-changes", proposal))
    assert "(frivilligt)" not in blank.text
    answer = as_user(cast.sekretariat).post(page("request-changes", proposal), {"seen": 1, "total": 3})
    assert answer.status_code == 422
    assert "Skriv mindst ét punkt" in answer.text
    with pytest.raises(Refused, match="mindst ét punkt"):
        stages.request_changes(proposal, [], seen=1, by=cast.sekretariat)
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED


@pytest.mark.parametrize("total", ["3", "x", "-1", "9" * 400, ""])
def test_another_point_is_added_and_what_was_typed_kept(cast, as_user, total):
    proposal = stages.submitted(cast)
    data = {"seen": 1, "total": total, "point_1": "Hvem går?", "more": "1"}
    answer = as_user(cast.sekretariat).post(page("request-changes", proposal), data)
    assert "Hvem går?" in answer.text
    assert "Punkt 4" in answer.text
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED


def test_a_cpr_number_in_a_point_is_refused_and_kept(cast, as_user):
    proposal = stages.submitted(cast)
    data = {"seen": 1, "total": 3, "point_1": "Hvad med 010180-1234?", "until": stages.in_days(9)}
    answer = as_user(cast.sekretariat).post(page("request-changes", proposal), data)
    assert answer.status_code == 422
    assert "ligner et CPR-nummer" in answer.text
    assert "Hvad med 010180-1234?" in answer.text
    assert not ChangeRequest.objects.exists()


def test_nobody_acts_on_words_they_have_not_read(cast, as_user):
    """Asked for changes and handed in again while somebody else had the old words open."""
    proposal = stages.changes_requested(cast)
    proposal.change_requests.update(answer="Ja")
    stages.submit(proposal, by=cast.formand_herning)
    client = as_user(cast.sekretariat)
    for address, data in [
        (
            page("request-changes", proposal),
            {"point_1": "Gammelt punkt", "total": 3, "until": stages.in_days(9)},
        ),
        (page("decide-proposal", proposal) + "?valg=afvis", stages.rejecting(reason="Gammel grund")),
    ]:
        answer = client.post(address, data | {"seen": 1})
        assert answer.status_code == 409
        assert "ny udgave" in answer.text
        assert "Gammel" in answer.text
        assert answer.context["form"]["seen"].value() == "2"
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED


# --- remarks --------------------------------------------------------------------------------------


def test_an_internal_remark_is_the_secretariats_own(cast, as_user):
    proposal = stages.submitted(cast)
    Message.objects.all().delete()
    as_user(cast.sekretariat).post(page("review-proposal", proposal), remarking())
    assert not Review.objects.get().shared
    assert not Message.objects.exists()
    assert Event.objects.get(verb="proposal.reviewed").internal
    assert "Fin tanke." not in as_user(cast.formand_herning).get(page("proposal", proposal)).text
    assert "Fin tanke." in as_user(cast.sekretariat).get(page("proposal", proposal)).text


def test_a_shared_remark_is_told_to_the_lokalraad(cast, as_user):
    proposal = stages.submitted(cast)
    as_user(cast.sekretariat).post(page("review-proposal", proposal), remarking(audience="shared"))
    assert "Fin tanke." in stages.mail_to(cast.formand_herning)[0]
    assert "Fin tanke." in as_user(cast.formand_herning).get(page("proposal", proposal)).text
    assert not Event.objects.get(verb="proposal.reviewed").internal


def test_a_recommendation_moves_the_proposal_but_decides_nothing(cast, as_user):
    proposal = stages.submitted(cast)
    data = remarking(recommendation="accepted_local")
    as_user(cast.sekretariat).post(page("review-proposal", proposal), data)
    proposal = stages.fresh(proposal)
    assert proposal.state == ProposalState.RECOMMENDED
    assert not hasattr(proposal, "decision")
    assert (
        "Indstilling: optag som lokalt emne" in as_user(cast.sekretariat).get(page("proposal", proposal)).text
    )


def test_a_remark_sent_eight_times_is_one(cast, as_user):
    proposal = stages.submitted(cast)
    client, data = as_user(cast.sekretariat), remarking(recommendation="rejected")
    for _ in range(8):
        client.post(page("review-proposal", proposal), data)
    assert Review.objects.count() == 1
    assert Event.objects.filter(verb="proposal.recommended").count() == 1


@pytest.mark.parametrize(
    "changes", [{"comment": " "}, {"audience": "all"}, {"recommendation": "draft"}, {"form_key": "x"}]
)
def test_a_bad_remark_comes_back(cast, as_user, changes):
    proposal = stages.submitted(cast)
    answer = as_user(cast.sekretariat).post(page("review-proposal", proposal), remarking(**changes))
    assert answer.status_code == 422
    assert changes.get("comment", "Fin tanke.").strip() in answer.text
    assert not Review.objects.exists()


def test_while_the_lokalraad_answers_there_is_no_recommendation(cast, as_user):
    proposal = stages.changes_requested(cast)
    client = as_user(cast.sekretariat)
    assert client.get(page("review-proposal", proposal)).status_code == 200
    answer = client.post(page("review-proposal", proposal), remarking(recommendation="rejected"))
    assert answer.status_code == 409
    assert "Vent med indstillingen" in answer.text
    assert "Fin tanke." in answer.text
    client.post(page("review-proposal", proposal), remarking())
    assert Review.objects.get().recommendation == ""
