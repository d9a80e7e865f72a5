"""A duty reaches whoever it is laid on, is answered, read, asked about, and stands in a series."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.desk.waiting import waiting_for
from plans.duties.workflow import delete_duty
from plans.follow_up import workflow
from plans.follow_up.models import AnswerQuestion, AnswerSubmission, DutyAnswer
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused, Stale
from tests.plans.follow_up import stages
from tests.plans.follow_up.stages import WORDS

pytestmark = pytest.mark.django_db
TYPED = {"progress": "in_place", "text": "Alle skoler har et navn.", "figures": "Skoler: 12"}


def page_of(answer, name="answer-duty"):
    return reverse(name, args=[answer.duty_id, answer.council_id])


def titles(person):
    person.__dict__.pop("_offices", None)
    return [task.title for task in waiting_for(person) if "Svar på en opgave" in task.title]


def test_a_member_writes_and_the_chair_hands_in(cast, as_user):
    duty = stages.published(cast).duties.get()
    at = reverse("answer-duty", args=[duty.pk, stages.herning(cast).pk])
    as_user(cast.medlem_herning).post(at, TYPED | {"submit": "1"})
    answer = DutyAnswer.objects.get()
    assert (answer.state, answer.text) == ("draft", TYPED["text"])
    assert "Alle skoler har et navn." not in as_user(cast.sekretariat).get(at).text

    as_user(cast.formand_herning).post(at, TYPED | {"version": answer.version, "submit": "1"})
    answer.refresh_from_db()
    assert answer.state == "submitted"
    submission = AnswerSubmission.objects.get()
    assert (submission.number, submission.text, submission.submitted_by) == (
        1,
        TYPED["text"],
        cast.formand_herning,
    )
    assert submission.figure_rows == [("Skoler", "12")]
    assert Event.objects.filter(verb="answer.submitted").get().actor == cast.formand_herning
    assert (
        Message.objects.filter(to=cast.sekretariat, subject__contains="har svaret på en opgave").count() == 1
    )
    assert "Alle skoler har et navn." in as_user(cast.sekretariat).get(at).text


def test_it_saves_itself_while_it_is_written(cast, as_user):
    """For the body alone, over the version that it was typed on, and nothing is handed in by it."""
    duty, member = stages.published(cast).duties.get(), as_user(cast.medlem_herning)
    at = reverse("answer-duty", args=[duty.pk, stages.herning(cast).pk])
    said = member.post(at, TYPED, HTTP_ACCEPT="application/json").json()
    answer = DutyAnswer.objects.get()
    assert (answer.state, answer.text, said["version"]) == ("draft", TYPED["text"], answer.version)
    again = TYPED | {"text": "Alle skoler.", "submit": "1"}
    overtaken = member.post(at, again | {"version": answer.version + 1}, HTTP_ACCEPT="application/json")
    assert (overtaken.status_code, overtaken.json()["stale"]) == (409, True)
    member.post(at, again | {"version": answer.version}, HTTP_ACCEPT="application/json")
    answer.refresh_from_db()
    assert (answer.state, answer.text) == ("draft", "Alle skoler.")
    assert not AnswerSubmission.objects.exists()
    assert not list(member.get(at).context["messages"])


def test_it_is_sent_back_with_a_question_and_handed_in_again(cast, as_user):
    answer = stages.submitted(cast)
    client = as_user(cast.sekretariat)
    review = page_of(answer, "review-answer")
    assert client.post(review, {"seen": 1, "question": "Hvor mange kom?", "return": "1"}).status_code == 302
    answer.refresh_from_db()
    assert answer.state == "returned"
    assert AnswerQuestion.objects.get().text == "Hvor mange kom?"
    letter = Message.objects.get(to=cast.formand_herning, subject__contains="spørgsmål til jeres svar")
    assert "Hvor mange kom?" in letter.body
    assert titles(cast.formand_herning)
    assert "Hvor mange kom?" in as_user(cast.formand_herning).get(page_of(answer)).text

    words = replace(WORDS, text="Der kom 40.")
    answer = workflow.write_answer(answer.duty, answer.council, words, version=1, by=cast.formand_herning)
    workflow.submit_answer(answer, by=cast.formand_herning)
    assert list(answer.submissions.values_list("number", "text")) == [(2, "Der kom 40."), (1, WORDS.text)]
    assert client.post(review, {"seen": 2}).status_code == 302
    answer.refresh_from_db()
    assert answer.state == "seen"


def test_no_question_has_a_personal_number(cast):
    answer = stages.submitted(cast)
    with pytest.raises(Refused, match="CPR"):
        workflow.return_answer(answer, question="Hvem er 010190-1234?", seen=1, by=cast.sekretariat)
    answer.refresh_from_db()
    assert answer.state == "submitted"


def test_one_answer_is_asked_of_once(cast):
    answer = stages.returned(cast)
    with pytest.raises(Refused, match="allerede spurgt"):
        workflow.return_answer(answer, question="Og hvornår?", seen=1, by=cast.sekretariat)


def test_how_it_goes_may_be_told_again_at_any_time(cast):
    answer = stages.seen(cast)
    words = replace(WORDS, progress="in_place")
    answer = workflow.write_answer(answer.duty, answer.council, words, version=1, by=cast.formand_herning)
    assert answer.newest.progress == "under_way"
    workflow.submit_answer(answer, by=cast.formand_herning)
    assert list(answer.submissions.values_list("progress", flat=True)) == ["in_place", "under_way"]


STEPS = {
    "submit": lambda answer, cast: workflow.submit_answer(_changed(answer), by=cast.formand_herning),
    "see": lambda answer, cast: workflow.see_answer(answer, seen=1, by=cast.sekretariat),
    "return": lambda answer, cast: workflow.return_answer(
        answer, question="Hvor?", seen=1, by=cast.sekretariat
    ),
}
ALLOWED = {
    "draft": {"submit"},
    "submitted": {"submit", "see", "return"},
    "returned": {"submit"},
    "seen": {"submit", "see"},  # what is seen is seen: the same step twice is one
}


def _changed(answer):
    DutyAnswer.objects.filter(pk=answer.pk).update(text="Andet.")
    return answer


@pytest.mark.parametrize("state", stages.REACH)
@pytest.mark.parametrize("step", STEPS)
def test_every_step_in_every_state(cast, state, step):
    answer = stages.REACH[state](cast)
    assert answer.state == state
    if step in ALLOWED[state] or (state, step) == ("seen", "return"):
        STEPS[step](answer, cast)
    else:
        with pytest.raises(Refused):
            STEPS[step](answer, cast)
        answer.refresh_from_db()
        assert answer.state == state


def test_the_same_step_twice_is_one(cast):
    answer = stages.submitted(cast)
    workflow.submit_answer(answer, by=cast.formand_herning)
    for _ in range(2):
        workflow.return_answer(answer, question="Hvor?", seen=1, by=cast.sekretariat)
    assert (AnswerSubmission.objects.count(), AnswerQuestion.objects.count()) == (1, 1)


def test_a_newer_answer_is_not_seen_unread(cast):
    answer = stages.returned(cast)
    workflow.submit_answer(_changed(answer), by=cast.formand_herning)
    with pytest.raises(Refused, match="kommet et nyt svar"):
        workflow.see_answer(answer, seen=1, by=cast.sekretariat)


def test_two_who_write_at_once_lose_nothing(cast, as_user):
    answer = stages.drafted(cast)
    words = replace(WORDS, text="Formandens ord.")
    workflow.write_answer(answer.duty, answer.council, words, version=1, by=cast.formand_herning)
    page = as_user(cast.medlem_herning).post(page_of(answer), TYPED | {"version": 1})
    assert page.status_code == 409
    assert "Formandens" in page.text
    assert TYPED["text"] in page.text
    with pytest.raises(Stale):
        workflow.write_answer(answer.duty, answer.council, WORDS, version=0, by=cast.medlem_herning)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"text": "Ring til 010190-1234"}, "ligner et CPR-nummer"),
        ({"progress": "måske"}, "gyldig"),
        ({"figures": "Skoler er der mange af"}, "Møder med skolerne: 4"),
    ],
)
def test_bad_input_comes_back_with_what_was_typed(cast, as_user, change, complaint):
    duty = stages.published(cast).duties.get()
    at = reverse("answer-duty", args=[duty.pk, stages.herning(cast).pk])
    page = as_user(cast.formand_herning).post(at, TYPED | change)
    assert page.status_code == 422
    assert complaint in page.text
    assert (TYPED | change)["text"] in page.text
    assert not DutyAnswer.objects.exists()


def test_an_empty_answer_is_kept_and_not_handed_in(cast, as_user):
    duty = stages.published(cast).duties.get()
    at = reverse("answer-duty", args=[duty.pk, stages.herning(cast).pk])
    page = as_user(cast.formand_herning).post(at, {"text": "Kun lidt.", "submit": "1"}, follow=True)
    assert "Vælg en status" in page.text
    assert DutyAnswer.objects.get().state == "draft"


def test_another_bodys_answer_is_not_found(cast, as_user):
    answer = stages.submitted(cast)
    for person in (cast.formand_viborg, cast.sekretariat_fyn, cast.kontaktudvalg, cast.administrator):
        assert as_user(person).get(page_of(answer)).status_code == 404
        assert as_user(person).post(page_of(answer), TYPED).status_code == 404
    assert as_user(cast.sekretariat).post(page_of(answer), TYPED).status_code == 403
    assert (
        as_user(cast.formand_herning).post(page_of(answer, "review-answer"), {"seen": 1}).status_code == 403
    )


def test_a_duty_that_is_answered_is_not_deleted(cast):
    answer = stages.drafted(cast)
    type(answer.duty.plan).objects.update(state="draft")
    with pytest.raises(Refused, match="Ret dens ordlyd"):
        delete_duty(answer.duty, by=cast.sekretariat)


def test_what_the_database_holds(cast):
    answer = stages.drafted(cast)
    with pytest.raises(IntegrityError, match="an_answer_that_was_handed_in_says_something"):
        DutyAnswer.objects.filter(pk=answer.pk).update(state="submitted", progress="", text="")


def test_the_board_shows_who_is_missing(cast, as_user):
    plan = stages.published(cast)
    stages.submitted(cast, plan)
    at = reverse("duty-board", args=[plan.pk])
    page = as_user(cast.sekretariat).get(at).text
    assert f"1 af {len(cast.municipalities)} har svaret" in page
    assert "I gang" in page
    missing = as_user(cast.sekretariat).get(at + "?vis=mangler").text
    assert "Lokalrådet i Viborg" in missing
    assert "Lokalrådet i Herning" not in missing
    assert f"1 af {len(cast.municipalities)} har svaret" in missing
    unread = as_user(cast.sekretariat).get(at + "?vis=nye").text
    assert "Lokalrådet i Herning" in unread
    assert "Lokalrådet i Viborg" not in unread


@pytest.mark.parametrize("name", ["desk", "duty-board", "answer-duty"])
def test_one_duty_and_three(cast, as_user, name):
    plan = stages.published(cast, number=3)
    duty, council = plan.duties.first(), stages.herning(cast)
    args = {"desk": [], "duty-board": [plan.pk], "answer-duty": [duty.pk, council.pk]}[name]
    client = as_user(cast.sekretariat if name == "duty-board" else cast.formand_herning)
    stages.submitted(cast, plan)

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse(name, args=args)).status_code == 200
        return len(captured)

    cost()
    three = cost()
    plan.duties.exclude(pk=duty.pk).delete()
    assert cost() == three <= 12


def test_the_kontaktudvalg_is_asked_by_letter_as_a_lokalraad_is(cast):
    plan = stages.published(cast, addressee="contact")
    contact, by = cast.district.councils.get(kind="contact"), cast.kontaktudvalg
    answer = workflow.write_answer(plan.duties.get(), contact, WORDS, version=0, by=by)
    answer = workflow.submit_answer(answer, by=by)
    workflow.return_answer(answer, question="Hvor mange kom?", seen=1, by=cast.sekretariat)
    asked = Message.objects.filter(subject="Sekretariatet har et spørgsmål til jeres svar")
    assert cast.kontaktudvalg in [message.to for message in asked]
    assert {cast.sekretariat, cast.formand_herning}.isdisjoint(message.to for message in asked)
    assert all("Hvor mange kom?" in message.body for message in asked)
