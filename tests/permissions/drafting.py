from typing import Any

from django.utils import timezone

from plans.document.models import FocusArea, Section
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


Parts = dict[str, Any]


def next_year(cast: Cast, parts: Parts) -> Parts:
    return {"council": cast.kredsraad().pk, "year": timezone.localdate().year + 1, "source": "empty"}


def chapter(cast: Cast, parts: Parts) -> Parts:
    return {"heading": "Ny", "where": "last", "kind": "chapter", "register_data": ""}


def text(cast: Cast, parts: Parts) -> Parts:
    form = {"heading": "Beredskab", "body": "<p>Ny tekst.</p>", "kind": "appendix", "register_data": ""}
    return form | {"version": 1}


def up(cast: Cast, parts: Parts) -> Parts:
    return {"direction": "op"}


def an_older_text(cast: Cast, parts: Parts) -> Parts:
    record = Section.history.filter(id=parts["section_pk"]).earliest()
    return {"record": record.pk, "version": 1}


def topic(cast: Cast, parts: Parts) -> Parts:
    return {"title": "Natteliv", "council": "", "text": "<p>Vi går ture.</p>"}


def title(cast: Cast, parts: Parts) -> Parts:
    version = FocusArea.objects.get(pk=parts["area_pk"]).history.latest().pk
    return {"title": "Unges trivsel", "text": "", "version": version}


def removal(cast: Cast, parts: Parts) -> Parts:
    area = FocusArea.objects.get(plan=parts["pk"])
    return {"step": "remove", "area": area.pk}


def nothing(cast: Cast, parts: Parts) -> Parts:
    return {}


def writes(make: Any, data: Any) -> Row:
    return Row(secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", make, data)


def acts(make: Any, data: Any = nothing) -> Row:
    return Row(secretariat("200"), secretariat("302"), make, data)


ROWS = {
    "start-plan": Row(
        "sekretariat=200 fremmed=200 *=403", "sekretariat=302 fremmed=422 *=403", data=next_year
    ),
    "plan-text": Row(DISTRICT_READS, make=draft),
    "send-to-consultation": acts(draft),
    "plan-outline": Row(secretariat("200"), make=draft),
    "add-section": acts(draft, chapter),
    "move-section": Row(WRITE_ONLY, secretariat("302"), a_section, up),
    "delete-section": acts(a_section),
    "restore-section": Row(WRITE_ONLY, secretariat("302"), a_section),
    "edit-section": writes(a_section, text),
    "section-history": acts(a_section, an_older_text),
    "focus-areas": Row(secretariat("200"), make=draft),
    "add-focus-area": writes(draft, topic),
    "edit-focus-area": writes(a_topic, title),
    "remove-focus-area": acts(a_topic),
    "priorities": Row(
        f"sekretariat=200 formand=403 *=403 {NOT_MINE}", secretariat("302"), hernings_list, removal
    ),
}
