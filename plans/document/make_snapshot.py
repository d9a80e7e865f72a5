"""The text of a plan as it is now: its sections in reading order, with what the register fills in."""

from collections.abc import Iterable, Mapping
from typing import TypedDict, cast

from plans.document.models import FocusArea, Plan, Section
from plans.document.numbering import Numbered, numbered
from plans.document.register_data import Register, filled
from plans.document.snapshot import VERSION, SectionText, Snapshot, rewritten
from plans.document.snapshot.data import Data, Project
from plans.document.snapshot.shape import AgreementText


def make_snapshot(plan: Plan, register: Register | None = None) -> Snapshot:
    sections = list(plan.sections.all())
    register = register or Register(plan)
    entries = numbered(sections)
    fields = register.fields
    fields.entries = entries
    return cast(Snapshot, rewritten(_as_written(plan, register, entries), fields.line, fields.text))


def _as_written(plan: Plan, register: Register, entries: list[Numbered]) -> Snapshot:
    """With the fields of its words as they were typed."""
    data = filled(register, [entry.section for entry in entries])
    topics = {area.section_id: _of_topic(area, register) for area in register.focus_areas.values()}
    district = plan.council.district
    return {
        "version": VERSION,
        "title": plan.title,
        "year": plan.year,
        "district": {"name": district.name, "slug": district.slug, "short_name": district.short_name},
        "council": plan.council.name,
        "signed_place": plan.signed_place,
        "signed_on": plan.signed_on.isoformat() if plan.signed_on else None,
        "discussed": None,
        "agreement": _agreement(register, [entry.section for entry in entries]),
        "unsigned": None if plan.signatures_required else {"reason": plan.unsigned_reason},
        "news": register.news if plan.previous_id else [],
        "sections": [_section(entry, data, topics) for entry in entries],
    }


def _agreement(register: Register, sections: Iterable[Section]) -> AgreementText | None:
    """Where the plan names it: a citizen's page of a kommune tells of it."""
    texts = (words for section in sections for words in (section.heading, section.body, section.closing))
    found = register.fields.agreement_in(texts)
    if found is None:
        return None
    return {
        "name": found.name,
        "period": found.period,
        "link": found.link,
        "marks": found.mark_list,
        "themes": found.theme_list,
    }


class _OfTopic(TypedDict):
    """What a section shows of the topic that it is of."""

    projects: list[Project]
    proposed_by: str


def _of_topic(area: FocusArea, register: Register) -> _OfTopic:
    return {"projects": area.projects, "proposed_by": register.proposed_by(area)}


def _section(entry: Numbered, data: dict[str, Data], topics: Mapping[int | None, _OfTopic]) -> SectionText:
    section = entry.section
    return {
        "number": entry.number,
        "label": entry.label,
        "title": entry.title,
        "heading": section.heading,
        "anchor": section.anchor,
        "depth": entry.depth,
        "heading_level": entry.level,
        "kind": section.kind,
        "lineage": str(section.lineage),
        "body": section.body,
        "closing": section.closing,
        "data_kind": section.data,
        "data": data.get(section.data),
        **topics.get(section.pk, {"projects": [], "proposed_by": ""}),
    }
