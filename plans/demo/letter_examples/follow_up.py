from collections.abc import Iterator

from plans.demo.letter_examples import told
from plans.follow_up import letters
from plans.follow_up.in_force import Laid, laid_on
from plans.follow_up.models import AnswerQuestion, DutyAnswer
from samarbejde.outbox.letters import Letter


def _laid() -> list[Laid]:
    districts = DutyAnswer.objects.values_list("council__district", flat=True)[:1]
    return laid_on(districts)


def reminders() -> Iterator[list[Letter]]:
    person = told.person("medlem.herning")
    found = _laid()
    late = [one for one in found if one.is_late]
    for one in ([one for one in found if not one.is_late][:1], late[:1], late[:2]):
        yield letters.reminders([(person, one)])


def answered() -> Iterator[list[Letter]]:
    yield letters.answered(DutyAnswer.objects.exclude(submissions=None)[0])


def answer_returned() -> Iterator[list[Letter]]:
    question = AnswerQuestion.objects.select_related("submission__answer")[0]
    yield letters.answer_returned(question.submission.answer, question.text)
