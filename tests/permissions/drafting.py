from typing import Any

from tests.cast import Cast
from tests.making import a_plan
from tests.permissions.desk import draft
from tests.permissions.rows import DISTRICT_READS, NOT_MINE, Row, secretariat

TYPED_IS_SENT_BACK = "anonym=401"
WRITE_ONLY = "*=405 anonym=302/405"


def a_section(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast.kredsraad())
    return {"pk": plan.pk, "section_pk": plan.sections.get(heading="Beredskab").pk}


def a_topic(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast.kredsraad())
    return {"pk": plan.pk, "area_pk": plan.focus_areas.get().pk}


def hernings_list(cast: Cast) -> dict[str, Any]:
    return draft(cast) | {"council_pk": cast.lokalraad("Herning").pk}


def writes(make: Any, posted: str = "422") -> Row:
    return Row(secretariat("200"), f"{secretariat(posted)} {TYPED_IS_SENT_BACK}", make)


def acts(make: Any, posted: str = "302") -> Row:
    return Row(secretariat("200"), secretariat(posted), make)


ROWS = {
    "start-plan": Row("sekretariat=200 fremmed=200 *=403", "sekretariat=422 fremmed=422 *=403"),
    "plan-text": Row(DISTRICT_READS, make=draft),
    "send-to-consultation": acts(draft, "302/422"),
    "plan-outline": Row(secretariat("200"), make=draft),
    "add-section": acts(draft, "422"),
    "move-section": Row(WRITE_ONLY, secretariat("302"), a_section),
    "delete-section": acts(a_section),
    "restore-section": Row(WRITE_ONLY, secretariat("302"), a_section),
    "edit-section": writes(a_section),
    "section-history": acts(a_section, "302/422"),
    "focus-areas": Row(secretariat("200"), make=draft),
    "add-focus-area": writes(draft),
    "edit-focus-area": writes(a_topic),
    "remove-focus-area": acts(a_topic),
    "priorities": Row(f"sekretariat=200 formand=403 *=403 {NOT_MINE}", secretariat("302"), hernings_list),
}
