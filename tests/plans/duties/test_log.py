"""What the plan's log tells of its duties."""

import pytest

from plans.duties import workflow
from plans.duties.models import Duty
from tests.logged import logged
from tests.making import a_plan

pytestmark = pytest.mark.django_db


def test_each_step_of_a_duty_is_told(cast):
    plan, by = a_plan(cast.kredsraad()), cast.sekretariat
    duty = workflow.add_duty(plan, {"addressee": "all_local", "wording": "Drøft stierne."}, by=by)
    duty = workflow.edit_duty(duty, {"wording": "Drøft torvet."}, version=duty.version, by=by)
    workflow.delete_duty(duty, by=by)
    assert logged(plan, "duty") == [
        "En opgave kom til: Drøft stierne.",
        "En opgave blev rettet: Drøft torvet.",
        "En opgave blev slettet: Drøft torvet.",
    ]
    reasons = Duty.history.filter(id=duty.pk or 0).values_list("history_user", flat=True)
    assert set(reasons) <= {by.pk}


@pytest.mark.parametrize(("number", "said"), [(1, "1 sætning"), (2, "2 sætninger")])
def test_sentences_that_were_read_are_counted(number, said, cast):
    plan = a_plan(cast.kredsraad())
    read = [f"Lokalrådene skal tale med skole {one}." for one in range(number)]
    workflow.answer_sentences(plan, {}, read, by=cast.sekretariat)
    assert logged(plan, "sentences") == [f"{said} blev læst og lægger ikke noget på nogen"]
