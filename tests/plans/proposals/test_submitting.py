"""A lokalråd hands a proposal in, and takes it back. What was handed in stands for ever."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils.html import escape

from plans.proposals.models import Proposal, Submission
from plans.proposals.states import ProposalState
from samarbejde.danish import moment_text
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.plans.proposals import stages
from tests.plans.proposals.stages import edit_page, new_page, typed


def test_submitting_hands_the_words_to_the_secretariat(cast, as_user):
    round_ = stages.a_round(cast)
    secretariat = cast.sekretariat
    answer = as_user(cast.formand_herning).post(new_page(cast, round_), typed(submit="1"), follow=True)
    proposal = Proposal.objects.get()
    assert "Forslaget er indsendt." in answer.text
    assert proposal.state == ProposalState.SUBMITTED
    handed_in = Submission.objects.get()
    assert handed_in.words == stages.USUAL
    assert handed_in.submitted_by == cast.formand_herning
    mail = stages.mail_to(secretariat)[0]
    assert "Lokalrådet i Herning" in mail
    assert f"http://localhost:8000{reverse('proposal', args=[proposal.pk])}" in mail
    event = Event.objects.about(round_.plan).get(verb="proposal.submitted")
    assert "Tryg ved stationen" not in event.text  # other lokalråd see the plan's timeline


@pytest.mark.parametrize("is_open", [True, False])
def test_whoever_submits_gets_a_receipt_by_mail_and_on_the_page(cast, as_user, is_open):
    """With the way to the other proposals, and to one more while there is time."""
    proposal = stages.changes_requested(cast) if not is_open else stages.drafted(cast)
    chair, vice_chair = cast.formand_herning, stages.vice_chair(cast, "Herning")
    if not is_open:
        stages.end(proposal.round)
        proposal.change_requests.update(answer="Lokalpolitiet")
    Message.objects.all().delete()
    client = as_user(vice_chair)
    page = client.post(reverse("submit-proposal", args=[proposal.pk]), follow=True).text
    council_page = reverse("council-proposals", args=[proposal.round.plan_id, proposal.council_id])
    another = new_page(cast, proposal.round)
    at = moment_text(stages.fresh(proposal).submitted_at)
    for receipt in (page, *(stages.mail_to(person)[0] for person in (chair, vice_chair))):
        assert at in receipt.replace("\xa0", " ")
        assert council_page in receipt
        assert (another in receipt) is is_open
    assert "Jeres forslag</a>" in page
    assert ("Skriv et til</a>" in page) is is_open
    assert f"Kvittering {stages.fresh(proposal).number}: {proposal.title}" in stages.mail_to(vice_chair)[0]
    assert f"\n\nDu indsendte {at} " in stages.mail_to(vice_chair)[0]
    assert f"\n\n{vice_chair.name} indsendte {at} " in stages.mail_to(chair)[0]


def test_a_member_reads_the_draft_and_is_told_that_it_is_not_sent(cast, as_user):
    proposal = stages.drafted(cast)
    member = as_user(cast.medlem_herning)
    desk = member.get(reverse("desk")).text
    assert "Læs kladden: Tryg ved stationen" in desk
    page = member.get(reverse("proposal", args=[proposal.pk])).text
    assert "Kladden er ikke indsendt" in page
    assert "Vi går ture i weekenden." in page
    assert "Indsend forslag" not in page
    for person in (cast.sekretariat, cast.formand_viborg, cast.formand_herning):
        assert "Læs kladden" not in as_user(person).get(reverse("desk")).text
    stages.submit(proposal, by=cast.formand_herning)
    assert "Læs kladden" not in member.get(reverse("desk")).text


def test_an_unfinished_proposal_is_kept_as_a_draft_and_says_what_is_missing(cast, as_user):
    round_ = stages.a_round(cast)
    data = typed(background="", text=" <p> </p>", submit="1")
    answer = as_user(cast.formand_herning).post(new_page(cast, round_), data)
    assert answer.status_code == 422
    assert "gemt som kladde, men ikke indsendt" in answer.text
    assert "Baggrund: Skriv, hvorfor emnet er vigtigt, før du sender det ind." in answer.text
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
    with pytest.raises(Refused, match="mangler »Forslag til planens tekst«"):
        stages.submit(proposal, by=cast.formand_herning)


@pytest.mark.parametrize("button", ["save", "submit"])
@pytest.mark.parametrize("field", ["title", "background", "text"])
def test_a_cpr_number_is_not_even_kept_in_a_draft(cast, as_user, field, button):
    round_ = stages.a_round(cast)
    words = "Manden med 0101<b>80-1234</b>" if field != "title" else "010180-1234"
    answer = as_user(cast.formand_herning).post(
        new_page(cast, round_), typed(**{button: "1"}) | {field: words}
    )
    assert answer.status_code == 422
    assert "ligner et CPR-nummer" in answer.text
    assert escape(words) in answer.text
    assert not Proposal.objects.exists()


def test_a_draft_of_before_with_a_cpr_number_is_not_handed_in(cast, as_user):
    proposal = stages.drafted(cast, of=stages.words("Sagen om 010180-1234"))
    answer = as_user(cast.formand_herning).post(reverse("submit-proposal", args=[proposal.pk]))
    assert answer.status_code == 422
    assert "ligner et CPR-nummer" in answer.text
    with pytest.raises(Refused, match="CPR-nummer"):
        stages.submit(proposal, by=cast.formand_herning)
    assert stages.fresh(proposal).submitted_at is None


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
    stages.extend_deadline(
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


@pytest.mark.parametrize(
    "change",
    [
        lambda handed_in: Submission.objects.update(title="Noget andet"),
        lambda handed_in: Submission.objects.all().delete(),
        lambda handed_in: handed_in.save(),
        lambda handed_in: handed_in.delete(),
        lambda handed_in: handed_in.proposal.delete(),
    ],
)
def test_what_was_handed_in_is_neither_changed_nor_deleted(cast, change):
    handed_in = stages.submitted(cast).submissions.get()
    with pytest.raises(DatabaseError, match="permission denied|protected"), transaction.atomic():
        change(handed_in)
    assert stages.fresh(handed_in.proposal).submissions.get().title == "Tryg ved stationen"


# --- taking it back -------------------------------------------------------------------------------


def test_a_submitted_proposal_is_withdrawn_and_the_secretariat_told(cast, as_user):
    proposal = stages.submitted(cast)
    address = reverse("withdraw-proposal", args=[proposal.pk])
    client = as_user(cast.formand_herning)
    assert "Træk forslaget tilbage" in client.get(address).text
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED
    empty = client.post(address, {"reason": " "})
    assert empty.status_code == 422
    assert "Skriv, hvorfor I trækker forslaget tilbage." in empty.text
    page = client.post(address, {"reason": "Vi løser det selv."}, follow=True).text
    assert "trukket tilbage" in page
    assert "Vi løser det selv." in page
    assert "Vi løser det selv." in as_user(cast.sekretariat).get(stages.page(proposal)).text
    assert "De skriver:\nVi løser det selv." in stages.mail_to(cast.sekretariat)[0]
    assert "Brug teksten i et nyt forslag" in page
    assert "trækker et forslag tilbage" in stages.mail_to(cast.sekretariat)[0]


def test_a_draft_is_put_away_without_a_word_to_anyone(cast):
    proposal = stages.drafted(cast)
    assert cast.sekretariat
    Message.objects.all().delete()
    stages.withdraw(proposal, by=cast.formand_herning)
    assert not Message.objects.exists()
    assert not Event.objects.about(proposal.round.plan).filter(verb="proposal.withdrawn").exists()


def test_a_proposal_that_others_are_merged_into_cannot_be_withdrawn(cast):
    target = stages.merged(cast).merged_into
    with pytest.raises(Refused, match="samlet med det"):
        stages.withdraw(target, by=cast.formand_viborg)


@pytest.mark.parametrize(
    ("stage", "asked"), [(stages.drafted, "lægges væk?"), (stages.submitted, "trækkes tilbage?")]
)
def test_what_is_asked_before_a_proposal_is_taken_back_says_which(cast, as_user, stage, asked):
    proposal = stage(cast)
    page = as_user(cast.formand_herning).get(reverse("withdraw-proposal", args=[proposal.pk])).text
    assert f"Skal »{proposal.title}« {asked}</h2>" in page


@pytest.mark.parametrize("reason", ["", "Manden med 010180-1234"])
def test_what_was_handed_in_is_not_taken_back_without_a_reason(cast, reason):
    proposal = stages.submitted(cast)
    with pytest.raises(Refused, match="Skriv, hvorfor|CPR-nummer"):
        stages.withdraw(proposal, by=cast.formand_herning, reason=reason)
    with pytest.raises(DatabaseError, match="what_is_taken_back_has_a_reason"), transaction.atomic():
        Proposal.objects.filter(pk=proposal.pk).update(state=ProposalState.WITHDRAWN)
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED


# --- and opening it again -------------------------------------------------------------------------


def test_a_withdrawn_proposal_is_opened_again_with_its_number_and_history(cast, as_user):
    proposal = stages.withdrawn(cast)
    number, chair = proposal.number, as_user(cast.formand_herning)
    assert "Tag forslaget op igen" in chair.get(stages.page(proposal)).text
    chair.post(reverse("reopen-proposal", args=[proposal.pk]))
    proposal = stages.fresh(proposal)
    assert (proposal.state, proposal.number, proposal.withdrawn_because) == ("draft", number, None)
    assert Event.objects.about(proposal.round.plan).filter(verb="proposal.reopened").exists()
    stages.rewrite(proposal, stages.words("Ny titel"), version=proposal.version, by=cast.formand_herning)
    read = as_user(cast.sekretariat).get(stages.page(proposal)).text
    assert "Taget op igen" in read
    assert "Ny titel" not in read
    assert proposal.council in proposal.round.unanswered()
    stages.submit(proposal, by=cast.formand_herning)
    assert stages.fresh(proposal).number == number
    assert [one.title for one in Submission.objects.order_by("number")] == ["Tryg ved stationen", "Ny titel"]


def test_after_the_deadline_nothing_is_opened_again(cast, as_user):
    proposal = stages.withdrawn(cast)
    stages.end(proposal.round)
    chair = as_user(cast.formand_herning)
    assert "Tag forslaget op igen" not in chair.get(stages.page(proposal)).text
    answer = chair.post(reverse("reopen-proposal", args=[proposal.pk]), follow=True)
    assert "kan ikke tages op igen nu" in answer.text
    assert stages.fresh(proposal).state == ProposalState.WITHDRAWN
