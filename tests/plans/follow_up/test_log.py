"""What the plan's log tells of answers to its duties."""

import pytest

from plans.follow_up import workflow
from plans.follow_up.models import AnswerWords
from tests.logged import logged
from tests.plans.follow_up import stages

pytestmark = pytest.mark.django_db


def test_each_step_of_an_answer_is_told(cast):
    answer, by = stages.returned(cast), cast.sekretariat
    words = AnswerWords("in_place", "Alle skoler er med.", "Møder: 5")
    workflow.write_answer(answer.duty, answer.council, words, version=answer.version, by=cast.formand_herning)
    workflow.submit_answer(answer, by=cast.formand_herning)
    answer = workflow.see_answer(answer, seen=2, by=by)
    assert logged(answer.duty.plan, "answer") == [
        "Lokalrådet i Herning svarede på opgaven: Fortæl om skolerne, 1.",
        "Sekretariatet spurgte til svaret fra Lokalrådet i Herning",
        "Lokalrådet i Herning svarede på opgaven: Fortæl om skolerne, 1.",
        "Sekretariatet så svaret fra Lokalrådet i Herning",
    ]
    reasons = answer.history.order_by("history_id").values_list("history_change_reason", flat=True)
    assert [reason for reason in reasons if reason] == [
        "Indsendt",
        "Sendt tilbage med et spørgsmål",
        "Indsendt",
        "Set",
    ]
