from typing import Any
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from plans.document.models import FocusArea, Section
from plans.drafting import workflow
from tests.cast import Cast
from tests.making import a_plan
from tests.permissions.desk import draft
from tests.permissions.rows import DISTRICT_READS, NOT_MINE, Row, secretariat
from tests.plans.pictures.making import sent

TYPED_IS_SENT_BACK = "anonym=401"
WRITE_ONLY = "*=405 anonym=302/405"


def a_section(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast.kredsraad())
    return {"pk": plan.pk, "section_pk": plan.sections.get(heading="Beredskab").pk}


def a_topic(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast.kredsraad())
    return {"pk": plan.pk, "area_pk": plan.focus_areas.get().pk}


def a_topic_with_a_project(cast: Cast) -> dict[str, Any]:
    parts = a_topic(cast)
    known = {"name": "Tryg skolevej", "parties": "Skolerne", "period": "2026–2028", "link": ""}
    FocusArea.objects.filter(pk=parts["area_pk"]).update(projects=[known])
    return parts | {"number": 1}


def a_proposed_topic(cast: Cast) -> dict[str, Any]:
    parts = a_topic(cast)
    FocusArea.objects.filter(pk=parts["area_pk"]).update(proposer_ids=[cast.lokalraad("Herning").pk])
    return parts


def named(cast: Cast, parts: "Parts") -> "Parts":
    return {"named": "1", "version": 1}


def hernings_list(cast: Cast) -> dict[str, Any]:
    return draft(cast) | {"council_pk": cast.lokalraad("Herning").pk}


Parts = dict[str, Any]


def chapter(cast: Cast, parts: Parts) -> Parts:
    return {"heading": "Ny", "where": "last", "kind": "chapter", "register_data": ""}


def text(cast: Cast, parts: Parts) -> Parts:
    form = {"heading": "Beredskab", "body": "<p>Ny tekst.</p>", "kind": "appendix", "register_data": ""}
    return form | {"version": 1}


def up(cast: Cast, parts: Parts) -> Parts:
    return {"step": "op", "section": Section.objects.get(plan=parts["pk"], heading="Beredskab").pk}


def after_the_foreword(cast: Cast, parts: Parts) -> Parts:
    return {"where": "efter", "target": Section.objects.get(plan=parts["pk"], heading="Forord").pk}


def a_picture(cast: Cast, parts: Parts) -> Parts:
    file = SimpleUploadedFile("billede.png", sent(), "image/png")
    return {"file": file, "alt": "Et rødt felt", "caption": "", "after": 1, "version": 1}


def two_paragraphs(cast: Cast) -> Parts:
    parts = a_section(cast)
    Section.objects.filter(pk=parts["section_pk"]).update(body="<p>Et.</p><p>To.</p>")
    return parts


def in_two(cast: Cast, parts: Parts) -> Parts:
    return {"at": 1, "heading": "To", "where": "efter", "version": 1}


def as_one(cast: Cast, parts: Parts) -> Parts:
    return {"version": 1}


def an_older_text(cast: Cast, parts: Parts) -> Parts:
    record = Section.history.filter(id=parts["section_pk"]).earliest()
    return {"record": record.pk, "version": 1}


def care(cast: Cast, parts: Parts) -> Parts:
    return {"owner": "", "status": "ready", "mode": "free", "guidance": "", "seen": ""}


def topic(cast: Cast, parts: Parts) -> Parts:
    return {"title": "Natteliv", "council": "", "text": "<p>Vi går ture.</p>"}


def project(cast: Cast, parts: Parts) -> Parts:
    return {"name": "Lys på stierne", "parties": "", "period": "2027", "link": "", "version": 1}


def title(cast: Cast, parts: Parts) -> Parts:
    version = FocusArea.objects.get(pk=parts["area_pk"]).titled_row.version
    return {"title": "Unges trivsel", "text": "", "version": version}


def removal(cast: Cast, parts: Parts) -> Parts:
    area = FocusArea.objects.get(plan=parts["pk"])
    return {"step": "remove", "area": area.pk}


def window(cast: Cast, parts: Parts) -> Parts:
    return {"window": uuid4()}


def two_texts(cast: Cast, parts: Parts) -> Parts:
    return {"label": "Tekst", "before": "<p>Før.</p>", "after": "<p>Nu.</p>"}


def nothing(cast: Cast, parts: Parts) -> Parts:
    return {}


def writes(make: Any, data: Any) -> Row:
    return Row(secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", make, data)


def acts(make: Any, data: Any = nothing) -> Row:
    return Row(secretariat("200"), secretariat("302"), make, data)


def overtaken(cast: Cast) -> Parts:
    """A plan whose last year's one has been changed since it was begun."""
    earlier = a_plan(cast.kredsraad(), 2026)
    plan = workflow.carry_forward(earlier, 2027, by=cast.sekretariat)
    section = earlier.sections.get(heading="Beredskab")
    workflow.save_section(section, version=1, heading="Beredskab", body="<p>Nyt.</p>", by=cast.sekretariat)
    return {"pk": plan.pk}


def fetched(cast: Cast, parts: Parts) -> Parts:
    return {f"choice-{Section.objects.get(plan=parts['pk'], heading='Beredskab').lineage.hex}": "hent"}


ROWS = {
    "plan-text": Row(DISTRICT_READS, make=draft),
    "plan-outline": Row(secretariat("200"), secretariat("302"), draft, up),
    "add-section": acts(draft, chapter),
    "place-section": acts(a_section, after_the_foreword),
    "later-changes": acts(overtaken, fetched),
    "put-picture": writes(a_section, a_picture),
    "split-section": writes(two_paragraphs, in_two),
    "join-section": writes(a_section, as_one),
    "delete-section": acts(a_section),
    "deleted-sections": Row(secretariat("200"), make=draft),
    "restore-section": Row(WRITE_ONLY, secretariat("302"), a_section),
    "edit-section": writes(a_section, text),
    "care-for-section": writes(a_section, care),
    "say-read": Row(WRITE_ONLY, secretariat("302"), a_section),
    "carried-over": acts(draft),
    "section-history": acts(a_section, an_older_text),
    "compare-section": Row(secretariat("200"), make=a_section),
    "section-presence": Row(WRITE_ONLY, secretariat("200"), a_section, window),
    "compare-typed": Row(WRITE_ONLY, "*=200", data=two_texts),
    "focus-areas": Row(secretariat("200"), make=draft),
    "add-focus-area": writes(draft, topic),
    "edit-focus-area": writes(a_topic, title),
    "remove-focus-area": acts(a_topic),
    "add-project": writes(a_topic, project),
    "edit-project": writes(a_topic_with_a_project, project),
    "remove-project": Row(secretariat("200"), secretariat("302"), a_topic_with_a_project, project),
    "name-proposers": Row(WRITE_ONLY, secretariat("302"), a_proposed_topic, named),
    "priorities": Row(
        f"sekretariat=200 formand=403 *=403 {NOT_MINE}", secretariat("302"), hernings_list, removal
    ),
}
