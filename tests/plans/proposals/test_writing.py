"""A lokalråd writes, saves, submits, answers and withdraws."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from plans.proposals import workflow
from plans.proposals.models import Proposal, Submission, Words
from plans.proposals.states import ProposalState
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.plans.proposals import stages
from tests.plans.proposals.stages import typed


def new_page(cast, round_, place="Herning"):
    return reverse("write-proposal", args=[round_.plan_id, cast.lokalraad(place).pk])


def edit_page(proposal):
    return reverse("edit-proposal", args=[proposal.pk])


# --- writing --------------------------------------------------------------------------------------


def test_a_title_is_enough_for_a_draft(cast, as_user):
    round_ = stages.a_round(cast)
    data = typed(background="", text="", save="1")
    answer = as_user(cast.formand_herning).post(new_page(cast, round_), data)
    proposal = Proposal.objects.get()
    assert answer.headers["Location"] == reverse("proposal", args=[proposal.pk])
    assert (proposal.state, proposal.council, proposal.author) == (
        ProposalState.DRAFT,
        cast.lokalraad("Herning"),
        cast.formand_herning,
    )
    assert not Message.objects.filter(to=cast.sekretariat).exists()


def test_the_vice_chair_writes_too(cast, as_user):
    round_ = stages.a_round(cast)
    as_user(stages.vice_chair(cast, "Herning")).post(new_page(cast, round_), typed())
    assert Proposal.objects.get().council == cast.lokalraad("Herning")


def test_text_is_cleaned_when_it_is_saved(cast, as_user):
    round_ = stages.a_round(cast)
    dirty = '<p onclick="x()">Hej <b>du</b></p><script>alert(1)</script><img src=x onerror=alert(1)>'
    as_user(cast.formand_herning).post(
        new_page(cast, round_), typed(background=dirty, text="Første\n\nAnden")
    )
    proposal = Proposal.objects.get()
    assert proposal.background == "<p>Hej <strong>du</strong></p>"
    assert proposal.text == "<p>Første</p><p>Anden</p>"


@pytest.mark.parametrize("title", ["", "   ", "\u00a0", "\u200b\u200b", "x" * 201, "x" * 2001])
def test_a_title_that_is_none_comes_back_with_the_rest(cast, as_user, title):
    round_ = stages.a_round(cast)
    answer = as_user(cast.formand_herning).post(new_page(cast, round_), typed(title=title, save="1"))
    assert answer.status_code == 422
    assert "Vi går ture i weekenden." in answer.text
    assert "Der er noget, du skal rette" in answer.text
    assert not Proposal.objects.exists()


def test_a_title_is_one_line_of_printable_words(cast, as_user):
    round_ = stages.a_round(cast)
    title = "Tryg\x00 ved\r\n \u202estationen"
    as_user(cast.formand_herning).post(new_page(cast, round_), typed(title=title))
    assert Proposal.objects.get().title == "Tryg ved stationen"


def test_a_text_larger_than_a_section_comes_back(cast, as_user):
    round_ = stages.a_round(cast)
    answer = as_user(cast.formand_herning).post(new_page(cast, round_), typed(text="x" * 200_100))
    assert answer.status_code == 422
    assert "x" * 200_100 in answer.text


def test_extra_fields_give_no_state_council_or_role(cast, as_user):
    round_ = stages.a_round(cast)
    other = cast.lokalraad("Viborg")
    extra = {
        "state": "accepted_district",
        "council": other.pk,
        "council_id": other.pk,
        "submitted_at": "2020-01-01",
    }
    as_user(cast.formand_herning).post(new_page(cast, round_), typed(**extra))
    proposal = Proposal.objects.get()
    assert proposal.state == ProposalState.DRAFT
    assert proposal.council == cast.lokalraad("Herning")
    assert proposal.submitted_at is None
    as_user(cast.formand_herning).post(edit_page(proposal), typed(version=1, title="Ny", **extra))
    proposal = stages.fresh(proposal)
    assert (proposal.title, proposal.state) == ("Ny", ProposalState.DRAFT)
    assert proposal.council == cast.lokalraad("Herning")


def test_a_form_sent_eight_times_makes_one_proposal(cast, as_user):
    round_ = stages.a_round(cast)
    client, data = as_user(cast.formand_herning), typed()
    for _ in range(8):
        assert client.post(new_page(cast, round_), data).status_code == 302
    assert Proposal.objects.count() == 1


def test_the_same_form_with_other_words_shows_both(cast, as_user):
    """Save, go back in the browser, write on, save again."""
    round_ = stages.a_round(cast)
    client, data = as_user(cast.formand_herning), typed()
    client.post(new_page(cast, round_), data)
    answer = client.post(new_page(cast, round_), data | {"title": "En bedre titel"})
    assert answer.status_code == 409
    assert "En bedre titel" in answer.text
    assert "Tryg ved stationen" in answer.text
    assert Proposal.objects.get().title == "Tryg ved stationen"
    again = data | {"title": "En bedre titel", "version": answer.context["form"]["version"].value()}
    assert client.post(edit_page(Proposal.objects.get()), again).status_code == 302
    assert Proposal.objects.get().title == "En bedre titel"


def test_another_lokalraad_cannot_reach_a_proposal_by_its_form_key(cast, as_user):
    round_ = stages.a_round(cast)
    data = typed()
    as_user(cast.formand_herning).post(new_page(cast, round_), data)
    as_user(cast.formand_viborg).post(new_page(cast, round_, "Viborg"), data | {"title": "Vores eget"})
    assert sorted(Proposal.objects.values_list("title", flat=True)) == ["Tryg ved stationen", "Vores eget"]


def test_two_who_edit_see_both_texts(cast, as_user):
    proposal = stages.drafted(cast)
    first, second = as_user(cast.formand_herning), as_user(stages.vice_chair(cast, "Herning"))
    first.post(edit_page(proposal), typed(title="Formandens", version=1))
    answer = second.post(edit_page(proposal), typed(title="Næstformandens", version=1))
    assert answer.status_code == 409
    assert "Formandens" in answer.text
    assert "Næstformandens" in answer.text
    assert stages.fresh(proposal).title == "Formandens"
    assert second.post(edit_page(proposal), typed(title="Begge", version=2)).status_code == 302
    assert stages.fresh(proposal).title == "Begge"
    assert list(proposal.history.values_list("title", flat=True))[:2] == ["Begge", "Formandens"]


def test_what_is_typed_too_late_to_edit_stays_on_the_page(cast, as_user):
    proposal = stages.submitted(cast)
    answer = as_user(cast.formand_herning).post(edit_page(proposal), typed(title="For sent", version=1))
    assert answer.status_code == 409
    assert "For sent" in answer.text
    assert "kan ikke rettes nu" in answer.text
    assert stages.fresh(proposal).title == "Tryg ved stationen"


def test_an_earlier_proposal_can_be_the_start_of_a_new_one(cast, as_user):
    proposal = stages.withdrawn(cast)
    page = as_user(cast.formand_herning).get(new_page(cast, proposal.round), {"fra": proposal.pk})
    assert "Tryg ved stationen" in page.text
    for source in (
        stages.submitted(cast, proposal.round, place="Viborg", of=stages.words("Viborgs")).pk,
        "x",
        "²",
        10**40,
    ):
        page = as_user(cast.formand_herning).get(new_page(cast, proposal.round), {"fra": source})
        assert "Viborgs" not in page.text


def test_what_is_sent_after_the_session_ended_comes_back_to_be_sent_again(cast, as_user):
    round_ = stages.a_round(cast)
    data = typed(background="<p>Skrevet i to timer</p>", save="1")
    answer = Client().post(new_page(cast, round_), data)
    assert answer.status_code == 401
    assert "Skrevet i to timer" in answer.text
    assert not Proposal.objects.exists()
    again = dict(answer.context["fields"])
    as_user(cast.formand_herning).post(new_page(cast, round_), again)
    assert Proposal.objects.get().background == "<p>Skrevet i to timer</p>"


# --- submitting -----------------------------------------------------------------------------------


def test_submitting_hands_the_words_to_the_secretariat(cast, as_user):
    round_ = stages.a_round(cast)
    secretariat = cast.sekretariat
    answer = as_user(cast.formand_herning).post(new_page(cast, round_), typed(submit="1"), follow=True)
    proposal = Proposal.objects.get()
    assert "Forslaget er indsendt." in answer.text
    assert proposal.state == ProposalState.SUBMITTED
    handed_in = Submission.objects.get()
    assert handed_in.words == Words("Tryg ved stationen", "district", stages.BACKGROUND, stages.TEXT)
    assert handed_in.submitted_by == cast.formand_herning
    mail = stages.mail_to(secretariat)[0]
    assert "Lokalrådet i Herning" in mail
    assert f"http://localhost:8000{reverse('proposal', args=[proposal.pk])}" in mail
    event = Event.objects.about(round_.plan).get(verb="proposal.submitted")
    assert "Tryg ved stationen" not in event.text  # other lokalråd see the plan's timeline


def test_an_unfinished_proposal_is_kept_as_a_draft_and_says_what_is_missing(cast, as_user):
    round_ = stages.a_round(cast)
    data = typed(background="", text=" <p> </p>", submit="1")
    answer = as_user(cast.formand_herning).post(new_page(cast, round_), data)
    assert answer.status_code == 422
    assert "gemt som kladde, men ikke indsendt" in answer.text
    assert "Baggrund: Skriv, hvorfor emnet er vigtigt, før du indsender." in answer.text
    assert "Skriv, hvad der skal stå i planen, før du indsender." in answer.text
    proposal = Proposal.objects.get()
    assert proposal.state == ProposalState.DRAFT
    # the page is now the draft's own: filled in and sent again, it is submitted
    assert edit_page(proposal) in answer.text
    data |= {"background": "Fordi", "text": "Det her", "version": answer.context["form"]["version"].value()}
    as_user(cast.formand_herning).post(edit_page(proposal), data)
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED


def test_an_unfinished_draft_cannot_be_submitted_from_its_page(cast, as_user):
    proposal = stages.drafted(cast, of=stages.words(text=""))
    answer = as_user(cast.formand_herning).post(reverse("submit-proposal", args=[proposal.pk]))
    assert answer.status_code == 422
    assert "Skriv, hvad der skal stå i planen" in answer.text
    assert stages.fresh(proposal).state == ProposalState.DRAFT
    with pytest.raises(Refused, match="mangler forslaget til planens tekst"):
        workflow.submit(proposal, by=cast.formand_herning)


@pytest.mark.parametrize("field", ["title", "background", "text"])
def test_a_cpr_number_stops_the_submit_and_keeps_the_text(cast, as_user, field):
    round_ = stages.a_round(cast)
    data = typed(submit="1") | {field: "Manden med 0101<b>80-1234</b>" if field != "title" else "010180-1234"}
    answer = as_user(cast.formand_herning).post(new_page(cast, round_), data)
    assert answer.status_code == 422
    assert "ligner et CPR-nummer" in answer.text
    proposal = Proposal.objects.get()
    assert proposal.state == ProposalState.DRAFT
    with pytest.raises(Refused, match="CPR-nummer"):
        workflow.submit(proposal, by=cast.formand_herning)


def test_after_the_deadline_an_open_form_is_kept_as_a_draft(cast, as_user):
    round_ = stages.a_round(cast)
    secretariat = cast.sekretariat
    form_key = str(uuid4())
    stages.end(round_)
    data = typed(form_key=form_key, submit="1")
    answer = as_user(cast.formand_herning).post(new_page(cast, round_), data, follow=True)
    assert "Fristen var" in answer.text
    assert "Teksten er gemt som kladde." in answer.text
    assert f"mailto:{secretariat.email}" in answer.text
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.text) == (ProposalState.DRAFT, stages.TEXT)
    workflow.extend_deadline(
        round_, proposal.council, deadline=stages.deadline(3), reason="Sygdom", by=secretariat
    )
    as_user(cast.formand_herning).post(reverse("submit-proposal", args=[proposal.pk]))
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED


def test_the_form_says_when_the_deadline_has_passed(cast, as_user):
    round_ = stages.end(stages.a_round(cast))
    assert cast.sekretariat
    page = as_user(cast.formand_herning).get(new_page(cast, round_)).text
    assert "Fristen var" in page
    assert "Indsend forslag" not in page
    assert "Gem kladde" in page


def test_submitting_twice_is_said_kindly(cast, as_user):
    proposal = stages.submitted(cast)
    client = as_user(cast.formand_herning)
    again = [
        client.post(reverse("submit-proposal", args=[proposal.pk]), follow=True),
        client.post(edit_page(proposal), typed(version=1, submit="1"), follow=True),
    ]
    for answer in again:
        assert "allerede indsendt" in answer.text
        assert "alert-error" not in answer.text
    assert Submission.objects.count() == 1


# --- answering what was asked ---------------------------------------------------------------------


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
        workflow.submit(proposal, by=cast.formand_herning)


def test_a_point_of_another_proposal_is_not_answered(cast, as_user):
    proposal = stages.changes_requested(cast)
    other = stages.submitted(cast, proposal.round, place="Viborg")
    workflow.request_changes(other, ["Hvad med Viborg?"], seen=1, by=cast.sekretariat)
    point = other.change_requests.get()
    as_user(cast.formand_herning).post(
        edit_page(proposal), typed(version=1, **{f"answer_{point.pk}": "Snyd"})
    )
    point.refresh_from_db()
    assert point.answer == ""


# --- taking it back -------------------------------------------------------------------------------


def test_a_submitted_proposal_is_withdrawn_and_the_secretariat_told(cast, as_user):
    proposal = stages.submitted(cast)
    address = reverse("withdraw-proposal", args=[proposal.pk])
    client = as_user(cast.formand_herning)
    assert "Træk forslaget tilbage" in client.get(address).text
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED
    page = client.post(address, follow=True).text
    assert "trukket tilbage" in page
    assert "Brug teksten i et nyt forslag" in page
    assert "trukket et forslag tilbage" in stages.mail_to(cast.sekretariat)[0]


def test_a_draft_is_put_away_without_a_word_to_anyone(cast):
    proposal = stages.drafted(cast)
    assert cast.sekretariat
    Message.objects.all().delete()
    workflow.withdraw(proposal, by=cast.formand_herning)
    assert not Message.objects.exists()
    assert not Event.objects.about(proposal.round.plan).filter(verb="proposal.withdrawn").exists()


def test_a_proposal_that_others_are_merged_into_cannot_be_withdrawn(cast):
    target = stages.merged(cast).merged_into
    with pytest.raises(Refused, match="samlet med det"):
        workflow.withdraw(target, by=cast.formand_viborg)
