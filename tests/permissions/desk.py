from typing import Any

from samarbejde.outbox.models import Message, MessageState
from samarbejde.outbox.workflow import queue
from tests.cast import Cast
from tests.making import a_plan
from tests.permissions.rows import DISTRICT_READS, Row


def draft(cast: Cast) -> dict[str, Any]:
    return {"pk": a_plan(cast.kredsraad()).pk}


def refused(cast: Cast) -> dict[str, Any]:
    message = queue(cast.formand_viborg, "Frist for forslag", "Husk fristen.")
    Message.objects.filter(pk=message.pk).update(state=MessageState.GIVEN_UP)
    return {"pk": message.pk}


LOOKS_AFTER_MAIL = "sekretariat=200 fremmed=200 administrator=200 *=403"
SENDS_AGAIN = "sekretariat=302 fremmed=404 administrator=302 *=403"

ROWS = {
    "desk": Row("*=200"),
    "plans": Row("*=200"),
    "refused-mail": Row(LOOKS_AFTER_MAIL),
    "send-again": Row("*=405 anonym=302/405", SENDS_AGAIN, refused),
    "plan": Row(DISTRICT_READS, make=draft),
}
