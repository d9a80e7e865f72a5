"""A duty of a published plan, on its way from nobody's answer to what the secretariat has seen."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from councils.models import Council
from plans.document.models import Plan
from plans.duties.models import Duty
from plans.follow_up import workflow
from plans.follow_up.models import AnswerAttachment, AnswerWords, DutyAnswer
from samarbejde.attachments.receiving import received
from tests.attachments import files
from tests.cast import Cast
from tests.kept import kept
from tests.making import a_plan, an_edition

WORDS = AnswerWords("under_way", "Vi har talt med alle skoler.", "Møder med skolerne: 4")


def due_in(days: int) -> dict[str, object]:
    day = timezone.localdate() + timedelta(days=days)
    return {"due_on": day, "due_year": day.year, "due_quarter": (day.month + 2) // 3}


@kept
def published(cast: Cast, *, days: int = 10, number: int = 1, **fields: Any) -> Plan:
    """This year's plan, with duties for every lokalråd."""
    plan = a_plan(cast.kredsraad(), timezone.localdate().year)
    for one in range(number):
        told = {"addressee": "all_local", "wording": f"Fortæl om skolerne, {one + 1}.", **due_in(days)}
        Duty.objects.create(plan=plan, **told | fields)
    an_edition(plan)
    return plan


@kept
def herning(cast: Cast) -> Council:
    return cast.lokalraad("Herning")


@kept
def drafted(cast: Cast, plan: Plan | None = None) -> DutyAnswer:
    duty = (plan or published(cast)).duties.first()
    return workflow.write_answer(duty, herning(cast), WORDS, version=0, by=cast.formand_herning)


@kept
def attached(
    cast: Cast, answer: DutyAnswer, name: str = "skoler.pdf", words: str = "Skoler"
) -> AnswerAttachment:
    sent = received(name, files.pdf(words=words))
    return workflow.attach_to_answer(answer.duty, answer.council, sent, by=cast.formand_herning)


@kept
def submitted(cast: Cast, plan: Plan | None = None) -> DutyAnswer:
    return workflow.submit_answer(drafted(cast, plan), by=cast.formand_herning)


@kept
def returned(cast: Cast) -> DutyAnswer:
    answer = submitted(cast)
    return workflow.return_answer(answer, question="Hvor mange kom?", seen=1, by=cast.sekretariat)


@kept
def seen(cast: Cast) -> DutyAnswer:
    return workflow.see_answer(submitted(cast), seen=1, by=cast.sekretariat)


REACH = {"draft": drafted, "submitted": submitted, "returned": returned, "seen": seen}
