"""A lokalråd answers, point by point, what the secretariat asked."""

import pytest
from django.urls import reverse

from plans.proposals.states import ProposalState
from samarbejde.transitions import Refused
from tests.plans.proposals import stages
from tests.plans.proposals.stages import edit_page, typed


def answers(proposal, *texts):
    return {
        f"answer_{point.pk}": text for point, text in zip(proposal.change_requests.all(), texts, strict=True)
    }


def test_answers_are_saved_point_by_point_and_handed_in_together(cast, as_user):
    proposal = stages.changes_requested(cast)
    stages.end(proposal.round)  # the common deadline is not for answers
    chair, secretariat = as_user(cast.formand_herning), as_user(cast.sekretariat)
    page = reverse("proposal", args=[proposal.pk])
    chair.post(edit_page(proposal), typed(version=1, save="1", **answers(proposal, "Hemmelig kladde", "")))
    assert "Hemmelig kladde" in chair.get(page).text
    assert "Hemmelig kladde" not in secretariat.get(page).text
    incomplete = chair.post(
        edit_page(proposal), typed(version=2, submit="1", **answers(proposal, "Natteravnene", ""))
    )
    assert incomplete.status_code == 422
    assert "Svar på punktet, før du indsender." in incomplete.text
    assert stages.fresh(proposal).state == ProposalState.CHANGES_REQUESTED
    version = incomplete.context["form"]["version"].value()
    data = typed(
        version=version,
        submit="1",
        title="Tryg hver weekend",
        **answers(proposal, "Natteravnene", "Hver uge"),
    )
    chair.post(edit_page(proposal), data)
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED
    assert all(point.answered_at for point in proposal.change_requests.all())
    assert [s.title for s in proposal.submissions.all()] == ["Tryg ved stationen", "Tryg hver weekend"]
    read = secretariat.get(page).text
    assert "Natteravnene" in read
    assert "Hver uge" in read
    assert "Udgave 1" in read
    assert "har svaret" in stages.mail_to(cast.sekretariat)[0]


def test_an_unanswered_point_stops_the_submit(cast):
    proposal = stages.changes_requested(cast)
    with pytest.raises(Refused, match="Svar på alle"):
        stages.submit(proposal, by=cast.formand_herning)


def test_a_point_of_another_proposal_is_not_answered(cast, as_user):
    proposal = stages.changes_requested(cast)
    other = stages.submitted(cast, proposal.round, place="Viborg")
    stages.request_changes(other, ["Hvad med Viborg?"], seen=1, by=cast.sekretariat)
    point = other.change_requests.get()
    as_user(cast.formand_herning).post(
        edit_page(proposal), typed(version=1, **{f"answer_{point.pk}": "Snyd"})
    )
    point.refresh_from_db()
    assert point.answer == ""
