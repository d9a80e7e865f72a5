"""A body answers a duty: it writes, hands in, is asked, and hands in again."""

from dataclasses import asdict

from django.db import transaction

from councils.models import Council
from plans.duties.models import Duty
from plans.follow_up import letters
from plans.follow_up.models import AnswerQuestion, AnswerSubmission, AnswerWords, DutyAnswer
from plans.follow_up.states import ANSWER_TRANSITIONS, AnswerState
from plans.follow_up.workflow.attaching import files_of, hand_in_files
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next, with_editor
from samarbejde.outbox.workflow import queue
from samarbejde.text.personal_numbers import refuse_in
from samarbejde.transitions import UNSEEN, Refused, lock, move, refuse_overtaken, stands


@transaction.atomic
def write_answer(duty: Duty, council: Council, words: AnswerWords, *, version: int, by: User) -> DutyAnswer:
    """Keep the words for those of the body alone; raises `Stale` where others stand than `version`."""
    lock(duty, gone="Opgaven er slettet af en anden.")
    answer = DutyAnswer.objects.select_for_update().filter(duty=duty, council=council).first()
    wanted = asdict(words)
    refuse_in(wanted.values())
    if answer is None:
        answer = DutyAnswer(duty=duty, council=council, **wanted)
        with_editor(by, answer).save()
        return answer
    refuse_overtaken(answer, version or UNSEEN, wanted)
    if stands(answer, wanted):
        return answer
    for name, value in wanted.items():
        setattr(answer, name, value)
    return save_as_next(by, answer)


@transaction.atomic
def submit_answer(answer: DutyAnswer, *, by: User) -> DutyAnswer:
    """Hand the words in to the secretariat, as they stand. The same twice is handed in once."""
    answer = lock(answer)
    newest = answer.submissions.order_by("-number").first()
    is_same = newest and newest.words == answer.words and files_of(newest) == files_of(answer)
    if is_same and answer.is_handed_in:
        return answer
    if not (answer.progress and answer.text):
        raise Refused("Vælg en status, og skriv et svar, før du sender det ind. Du kan gemme kladden imens.")
    move(answer, AnswerState.SUBMITTED, ANSWER_TRANSITIONS)
    number = newest.number + 1 if newest else 1
    handed_in = AnswerSubmission.objects.create(
        answer=answer, number=number, submitted_by=by, **asdict(answer.words)
    )
    hand_in_files(answer, handed_in)
    with_editor(by, answer, "Indsendt").save()
    text = f"{answer.council} svarede på opgaven: {answer.duty}"
    record("answer.submitted", text, by=by, subject=answer, within=answer.duty.plan)
    queue(*letters.answered(answer))
    return answer


@transaction.atomic
def see_answer(answer: DutyAnswer, *, seen: int, by: User) -> DutyAnswer:
    """The secretariat has read the submission of that number."""
    answer = _read_as(answer, seen)
    if answer.state == AnswerState.SEEN:
        return answer
    move(answer, AnswerState.SEEN, ANSWER_TRANSITIONS)
    with_editor(by, answer, "Set").save()
    text = f"Sekretariatet så svaret fra {answer.council}"
    record("answer.seen", text, by=by, subject=answer, within=answer.duty.plan, internal=True)
    return answer


@transaction.atomic
def return_answer(answer: DutyAnswer, *, question: str, seen: int, by: User) -> DutyAnswer:
    """Ask of the submission of that number; the body is told and answers by handing in again."""
    answer = _read_as(answer, seen)
    if not question:
        raise Refused("Skriv, hvad du spørger om. Den, der svarede, får det at se.")
    refuse_in([question])
    newest = answer.submissions.latest("number")
    asked = AnswerQuestion.objects.filter(submission=newest).first()
    if asked and asked.text == question:
        return answer
    if asked:
        raise Refused("Du har allerede spurgt til dette svar. Vent på det næste.")
    move(answer, AnswerState.RETURNED, ANSWER_TRANSITIONS)
    AnswerQuestion.objects.create(submission=newest, text=question, asked_by=by)
    with_editor(by, answer, "Sendt tilbage med et spørgsmål").save()
    text = f"Sekretariatet spurgte til svaret fra {answer.council}"
    record("answer.returned", text, by=by, subject=answer, within=answer.duty.plan)
    queue(*letters.answer_returned(answer, question))
    return answer


def _read_as(answer: DutyAnswer, seen: int) -> DutyAnswer:
    answer = lock(answer)
    newest = answer.submissions.order_by("-number").first()
    if newest is None:
        raise Refused("Svaret er ikke sendt ind endnu.")
    if newest.number != seen:
        raise Refused("Der er kommet et nyt svar, siden du åbnede siden. Læs det, og vælg så igen.")
    return answer
