"""A lokalråd writes and saves."""

import pytest
from django.test import Client
from django.urls import reverse

from plans.proposals.models import Proposal, ProposalRound
from plans.proposals.states import ProposalState
from samarbejde.outbox.models import Message
from tests.plans.proposals import stages
from tests.plans.proposals.stages import edit_page, new_page, typed


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


def test_what_is_needed_in_the_end_is_not_called_voluntary(cast, as_user):
    """A draft may lack it, a proposal that is sent may not."""
    chair = as_user(cast.formand_herning)
    page = chair.get(new_page(cast, stages.a_round(cast))).text
    for label in ("Titel", "Baggrund", "Forslag til planens tekst", "Målgruppe", "Ønsket virkning"):
        assert f"{label} (frivilligt)" not in page
    asked = stages.changes_requested(cast, ProposalRound.objects.get())
    answering = chair.get(edit_page(asked)).text
    assert "1. Hvem skal gå turene?" in answering
    assert "Hvem skal gå turene? (frivilligt)" not in answering


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
    proposal = stages.rejected(cast)
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
