"""A slip in what was handed in is a new version: the number, the state and the old words stay."""

import pytest
from django.urls import reverse

from plans.decisions import workflow as decisions
from plans.decisions.models import PendingDecision
from plans.decisions.pending import standing_in
from plans.proposals.states import ProposalState
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.plans.proposals import stages
from tests.plans.proposals.stages import edit_page, page, typed
from tests.redlines import bare

NEW_TITLE = "Tryg ved banegården"


def correct(proposal, cast, title=NEW_TITLE):
    stages.rewrite(proposal, stages.words(title), version=proposal.version, by=cast.formand_herning)
    return stages.submit(proposal, by=cast.formand_herning)


@pytest.mark.parametrize("reach", [stages.submitted, stages.recommended])
def test_a_correction_is_a_new_version_and_nothing_else_changes(cast, as_user, reach):
    proposal = reach(cast)
    Message.objects.all().delete()
    chair, secretary = as_user(cast.formand_herning), as_user(cast.sekretariat)
    assert "Ret forslaget</a>" in chair.get(page(proposal)).text
    form = chair.get(edit_page(proposal)).text
    assert "Indsend ny udgave" in form
    told = chair.post(edit_page(proposal), typed(version=1, title=NEW_TITLE, submit="1"), follow=True).text
    assert "Den nye udgave er indsendt." in told
    corrected = stages.fresh(proposal)
    assert (corrected.state, corrected.number) == (proposal.state, proposal.number)
    assert [one.title for one in proposal.submissions.all()] == ["Tryg ved stationen", NEW_TITLE]
    assert corrected.submitted_at == proposal.submissions.get(number=2).submitted_at
    assert f"har rettet sit forslag: {NEW_TITLE}" in stages.mail_to(cast.sekretariat)[0]
    assert f"Kvittering {proposal.number}" in stages.mail_to(cast.formand_herning)[0]
    for reader in (chair, secretary):
        shown = bare(reader.get(page(proposal)).text)
        assert "Ændret siden udgave 1" in shown
        assert "<ins>banegården</ins>" in shown
        assert "rettede sit forslag" in shown


def test_what_is_saved_but_not_handed_in_is_for_the_lokalraad_alone(cast, as_user):
    proposal = stages.submitted(cast)
    chair = as_user(cast.formand_herning)
    told = chair.post(edit_page(proposal), typed(version=1, title=NEW_TITLE, save="1"), follow=True).text
    assert "Rettelserne er gemt, men ikke indsendt endnu." in told
    assert "I har rettelser, der ikke er indsendt." in told
    assert NEW_TITLE in told
    for name in ("proposal", "request-changes"):
        assert NEW_TITLE not in as_user(cast.sekretariat).get(reverse(name, args=[proposal.pk])).text
    chair.post(reverse("submit-proposal", args=[proposal.pk]))
    assert NEW_TITLE in as_user(cast.sekretariat).get(page(proposal)).text


def test_nothing_tells_that_it_was_decided_and_the_decision_is_overtaken(cast, as_user):
    proposal = stages.submitted(cast)
    chair = as_user(cast.formand_herning)
    before = chair.get(edit_page(proposal)).status_code
    stages.accept(proposal, by=cast.sekretariat, told=False)
    assert chair.get(edit_page(proposal)).status_code == before == 200
    correct(stages.fresh(proposal), cast)
    assert PendingDecision.objects.get().is_overtaken
    [standing] = standing_in(proposal.round)
    assert "har indsendt en ny udgave" in standing.problem


@pytest.mark.parametrize("reach", [stages.submitted, stages.recommended])
def test_the_same_words_are_not_handed_in_twice_and_a_recommendation_does_not_show(cast, as_user, reach):
    proposal = reach(cast)
    answer = as_user(cast.formand_herning).post(reverse("submit-proposal", args=[proposal.pk]), follow=True)
    assert "allerede indsendt" in answer.text
    assert "indstillet" not in answer.text
    assert proposal.submissions.count() == 1


def test_after_the_deadline_the_corrections_are_kept_and_not_handed_in(cast, as_user):
    proposal = stages.submitted(cast)
    secretary = cast.sekretariat
    stages.end(proposal.round)
    chair = as_user(cast.formand_herning)
    answer = chair.post(edit_page(proposal), typed(version=1, title=NEW_TITLE, submit="1"), follow=True).text
    assert "så rettelserne kan ikke indsendes nu" in answer
    assert "Teksten er gemt som kladde." in answer
    assert f"mailto:{secretary.email}" in answer
    assert stages.fresh(proposal).title == NEW_TITLE
    assert proposal.submissions.get().title == "Tryg ved stationen"
    assert chair.get(edit_page(proposal)).url == page(proposal)


def test_what_was_decided_and_told_is_not_corrected(cast):
    proposal = stages.rejected(cast)
    with pytest.raises(Refused, match="kan ikke rettes nu"):
        correct(proposal, cast)


def test_any_earlier_version_can_be_held_against_it(cast, as_user):
    proposal = correct(stages.submitted(cast), cast)
    correct(stages.fresh(proposal), cast, "Tryg ved torvet")
    shown = as_user(cast.sekretariat).get(page(proposal)).text
    assert "Ændret siden udgave 2" in shown
    assert "?mod=1#changed" in shown
    first = as_user(cast.sekretariat).get(f"{page(proposal)}?mod=1").text
    assert "Ændret siden udgave 1" in first
    assert "<del>stationen</del>" in bare(first)
    for odd in ("x", "99", "-1", "²"):
        assert "Ændret siden udgave 2" in as_user(cast.sekretariat).get(f"{page(proposal)}?mod={odd}").text


def test_a_recommendation_of_earlier_words_is_not_followed_by_itself(cast):
    proposal = correct(stages.recommended(cast), cast)
    assert stages.fresh(proposal).state == ProposalState.RECOMMENDED
    followed = decisions.follow_all(proposal.round, by=cast.sekretariat)
    assert not followed.decided
    assert "ny udgave siden indstillingen" in followed.left[0].why
