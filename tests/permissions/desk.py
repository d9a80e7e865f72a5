from typing import Any

from django.utils import timezone

from plans.document.models import Plan, Section
from samarbejde.outbox.letters import letter
from samarbejde.outbox.models import Message, MessageState
from samarbejde.outbox.workflow import queue
from tests.cast import Cast
from tests.making import a_plan
from tests.permissions.rows import DISTRICT_READS, Row, secretariat
from tests.plans.desk import editions


def a_status(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    return {
        "owner": "",
        "status": "ready",
        "sections": [Section.objects.filter(plan=parts["pk"]).latest("pk").pk],
    }


def draft(cast: Cast) -> dict[str, Any]:
    return {"pk": a_plan(cast.kredsraad()).pk}


def refused(cast: Cast) -> dict[str, Any]:
    [message] = queue(letter(cast.formand_viborg, "Frist for forslag", "Husk fristen."))
    Message.objects.filter(pk=message.pk).update(state=MessageState.GIVEN_UP)
    return {"pk": message.pk}


def new_edition(cast: Cast) -> dict[str, Any]:
    return {"pk": editions.reopened(cast).pk}


def seen(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    return {"seen": editions.shown(Plan.objects.get(pk=parts["pk"]))}


def next_year(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    return {"council": cast.kredsraad().pk, "year": timezone.localdate().year + 1, "source": "empty"}


LOOKS_AFTER_MAIL = "sekretariat=200 fremmed=200 administrator=200 *=403"
SENDS_AGAIN = "sekretariat=302 fremmed=404 administrator=302 *=403"

ROWS = {
    "start-plan": Row(
        "sekretariat=200 fremmed=200 *=403", "sekretariat=302 fremmed=422 *=403", data=next_year
    ),
    "desk": Row("*=200"),
    "plans": Row("*=200"),
    "refused-mail": Row(LOOKS_AFTER_MAIL),
    "send-again": Row("*=405 anonym=302/405", SENDS_AGAIN, refused),
    "plan": Row(DISTRICT_READS, make=draft),
    "plan-board": Row(secretariat("200"), secretariat("302"), draft, a_status),
    "board-sheet": Row(secretariat("200"), make=lambda cast: draft(cast) | {"ending": "csv"}),
    "plan-events": Row(DISTRICT_READS, make=draft),
    "delete-plan": Row(secretariat("200"), secretariat("302"), draft),
    "cancel-edition": Row(secretariat("200"), secretariat("302"), new_edition, seen),
}
