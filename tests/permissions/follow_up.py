from typing import Any

from plans.follow_up.models import Duty
from tests.cast import Cast
from tests.making import a_plan
from tests.permissions.approval import TYPED_IS_SENT_BACK
from tests.permissions.desk import draft
from tests.permissions.rows import DISTRICT_READS, Row, secretariat


def a_duty(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast.kredsraad())
    duty = Duty.objects.create(plan=plan, wording="Drøft natteliv", who="Lokalrådene", due_year=2027)
    return {"pk": plan.pk, "duty_pk": duty.pk}


def answers(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    typed = {"wording": "Fortæl om skolerne", "who": "SSP i Herning", "modality": "bør"}
    typed |= {"addressee": "office", "asked": "report"}
    return typed | {"due_quarter": "4", "due_year": "2027", "section": "", "version": 1}


ROWS = {
    "duties": Row(DISTRICT_READS, make=draft),
    "add-duty": Row(secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", draft, answers),
    "edit-duty": Row(secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", a_duty, answers),
    "delete-duty": Row(secretariat("200"), secretariat("302"), a_duty),
}
