from typing import Any

from plans.duties import workflow as duties
from plans.duties.models import DeclinedSentence, Duty
from tests.cast import Cast
from tests.making import a_plan, section
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


def a_sentence(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast.kredsraad())
    section(plan, "Natteliv", body="<p>Lokalrådene skal tale med værtshusene.</p>")
    return {"pk": plan.pk}


def said_none(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    return {"row": "0", "0-sentence": "Lokalrådene skal tale med værtshusene.", "0-choice": "nej"}


def a_declined_sentence(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast.kredsraad())
    duties.answer_sentences(plan, {}, ["Lokalrådene skal tale sammen."], by=cast.sekretariat)
    return {"pk": plan.pk}


def the_declined(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    return {"sentence": DeclinedSentence.objects.latest("pk").pk}


ROWS = {
    "duties": Row(DISTRICT_READS, make=draft),
    "add-duty": Row(secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", draft, answers),
    "propose-duties": Row(
        secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", a_sentence, said_none
    ),
    "declined-sentences": Row(secretariat("200"), secretariat("302"), a_declined_sentence, the_declined),
    "edit-duty": Row(secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", a_duty, answers),
    "delete-duty": Row(secretariat("200"), secretariat("302"), a_duty),
}
