"""What the round asks is answered in a proposal, and the answers are read wherever its words are."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from plans.proposal_board.similar import similar_to
from plans.proposals.models import Proposal, ProposalRound, Submission
from plans.proposals.states import ProposalState
from samarbejde.transitions import Refused
from tests.plans.proposals import stages
from tests.plans.proposals.stages import edit_page, new_page, typed

ANSWER = "Færre føler sig utrygge."


def test_the_form_asks_what_the_round_asks(cast, as_user):
    round_ = stages.a_round(cast)
    page = as_user(cast.formand_herning).get(new_page(cast, round_)).text
    assert "Hvad skal være anderledes om et år, hvis det lykkes?" in page
    assert "Opfølgning (frivilligt)" in page
    assert "Ønsket virkning (frivilligt)" not in page


def test_answers_are_kept_with_the_words_that_were_asked(cast, as_user):
    round_ = stages.a_round(cast)
    data = typed(question_police="Går ture.\r\nTaler med de unge.", question_time=" \u200b ", save="1")
    as_user(cast.formand_herning).post(new_page(cast, round_), data)
    assert Proposal.objects.get().answers == [
        *stages.ANSWERS,
        {"key": "police", "question": "Det gør politiet", "answer": "Går ture.\nTaler med de unge."},
    ]


def test_an_answer_is_corrected_alone_and_taken_out(cast, as_user):
    proposal = stages.drafted(cast)
    chair = as_user(cast.formand_herning)
    chair.post(edit_page(proposal), typed(version=1, question_effect="Ro.", question_target_group=""))
    proposal = stages.fresh(proposal)
    assert proposal.answers == [{"key": "effect", "question": "Ønsket virkning", "answer": "Ro."}]
    assert proposal.version == 2
    assert "Ro." in chair.get(edit_page(proposal)).text


def test_it_saves_itself_as_the_other_words_do(cast, as_user):
    proposal = stages.drafted(cast)
    data = typed(version=1, question_time="Fra maj.")
    told = as_user(cast.formand_herning).post(
        edit_page(proposal), data, headers={"accept": "application/json"}
    )
    assert told.json()["version"] == 2
    assert stages.fresh(proposal).words.answer_to("time") == "Fra maj."


def test_two_who_answer_see_both(cast, as_user):
    proposal = stages.drafted(cast)
    chair = as_user(cast.formand_herning)
    chair.post(edit_page(proposal), typed(version=1, question_effect="Den førstes svar."))
    answer = chair.post(edit_page(proposal), typed(version=1, question_effect="Den andens svar."))
    assert answer.status_code == 409
    assert "Den andens svar." in answer.text
    assert "førstes" in answer.text
    assert stages.fresh(proposal).words.answer_to("effect") == "Den førstes svar."


def test_what_is_missing_is_listed_with_a_way_to_each_field(cast, as_user):
    proposal = stages.drafted(cast, of=stages.words(text="", answers=[]))
    page = as_user(cast.formand_herning).get(stages.page(proposal)).text
    assert "Mangler, før I kan indsende" in page
    for name in ("text", "question_target_group", "question_effect"):
        assert f'href="{edit_page(proposal)}#id_{name}"' in page
    for name in ("title", "background", "question_time"):
        assert f"#id_{name}" not in page
    form = as_user(cast.formand_herning).get(edit_page(proposal)).text
    assert '<li><a href="#id_text">' in form
    assert '<li hidden><a href="#id_background">' in form
    assert "Mangler, før I" in as_user(cast.medlem_herning).get(stages.page(proposal)).text
    whole = stages.drafted(cast, proposal.round)
    assert "Mangler, før I" not in as_user(cast.formand_herning).get(stages.page(whole)).text


def test_without_an_obligatory_answer_it_is_kept_and_not_handed_in(cast, as_user):
    round_ = stages.a_round(cast)
    data = typed(question_effect="", question_police="Går ture.", submit="1")
    answer = as_user(cast.formand_herning).post(new_page(cast, round_), data)
    assert answer.status_code == 422
    assert "Skriv »Ønsket virkning«, før du indsender." in answer.text
    assert "Går ture." in answer.text
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.words.answer_to("police")) == (ProposalState.DRAFT, "Går ture.")
    with pytest.raises(Refused, match="mangler »Ønsket virkning«"):
        stages.submit(proposal, by=cast.formand_herning)


def test_a_cpr_number_in_an_answer_stops_it(cast, as_user):
    round_ = stages.a_round(cast)
    answer = as_user(cast.formand_herning).post(new_page(cast, round_), typed(question_time="010180-1234"))
    assert answer.status_code == 422
    assert "ligner et CPR-nummer" in answer.text
    assert not Proposal.objects.exists()


def test_whoever_reads_the_proposal_reads_its_answers(cast, as_user):
    proposal = stages.recommended(cast)
    assert Submission.objects.get().answers == stages.ANSWERS
    secretariat = as_user(cast.sekretariat)
    plan = proposal.round.plan_id
    for address in (
        stages.page(proposal),
        reverse("similar-proposals", args=[proposal.pk]),
        reverse("recommendations", args=[plan]),
        stages.decide(proposal, "optag"),
    ):
        page = secretariat.get(address).text
        assert "Ønsket virkning" in page, address
        assert ANSWER in page, address


def test_an_answer_makes_proposals_alike(cast):
    own = [{"key": "effect", "question": "Ønsket virkning", "answer": "Knallerter støjer på havnepladsen."}]
    answers = [*stages.ANSWERS[:1], *own]
    first = stages.words("Aftener", background="<p>x</p>", text="<p>y</p>", answers=answers)
    one = stages.submitted(cast, of=first)
    other = stages.words("Ro", background="<p>z</p>", text="<p>w</p>", answers=answers)
    twin = stages.submitted(cast, one.round, place="Viborg", of=other)
    [found] = similar_to(stages.fresh(twin), cast.sekretariat)
    assert "havnepladsen" in found.html


def test_what_was_handed_in_anew_shows_the_new_answer(cast, as_user):
    proposal = stages.changes_requested(cast)
    chair = cast.formand_herning
    proposal.change_requests.update(answer="Lokalpolitiet")
    new = [{**one, "answer": "Ro om natten."} if one["key"] == "effect" else one for one in stages.ANSWERS]
    stages.rewrite(stages.fresh(proposal), stages.words(answers=new), version=proposal.version, by=chair)
    stages.submit(stages.fresh(proposal), by=chair)
    answer = as_user(cast.sekretariat).post(stages.decide(proposal, "afvis"), stages.rejecting())
    assert answer.status_code == 409
    assert "Ro om natten" in answer.text.replace("<ins>", "").replace("</ins>", "")


def test_a_proposal_of_before_reads_as_before(cast, as_user):
    """Its round asked nothing of its own, and it has no answers."""
    round_ = stages.a_round(cast)
    ProposalRound.objects.filter(pk=round_.pk).update(questions=[])
    proposal = stages.submitted(cast, ProposalRound.objects.get(), of=stages.words(answers=[]))
    Proposal.objects.filter(pk=proposal.pk).update(answers=None)
    page = as_user(cast.formand_herning).get(stages.page(proposal)).text
    assert "Vi går ture i weekenden." in page
    assert "Ønsket virkning" not in page


def test_answers_to_an_earlier_rounds_questions_stay(cast, as_user):
    proposal = stages.drafted(cast)
    fewer = [one for one in proposal.round.questions if one["key"] != "target_group"]
    ProposalRound.objects.update(questions=fewer)
    as_user(cast.formand_herning).post(edit_page(proposal), typed(version=1, title="Ny titel"))
    proposal = stages.fresh(proposal)
    assert proposal.title == "Ny titel"
    assert proposal.words.answer_to("target_group") == "Unge under 25 år."


def test_answers_are_a_list_in_the_database(cast):
    proposal = stages.drafted(cast)
    with pytest.raises(DatabaseError, match="a_proposals_answers_are_a_list"), transaction.atomic():
        Proposal.objects.filter(pk=proposal.pk).update(answers={"effect": "Ro."})
