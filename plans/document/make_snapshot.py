"""The text of a plan as it is now: its sections in reading order, with what the register fills in."""

from collections.abc import Mapping
from typing import cast

from plans.document.models import Plan
from plans.document.numbering import Numbered, numbered
from plans.document.register_data import Register, filled
from plans.document.snapshot import VERSION, SectionText, Snapshot, rewritten
from plans.document.snapshot.data import Data, Project


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
    projects = {area.section_id: area.projects for area in register.focus_areas.values() if area.projects}
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
        "unsigned": None if plan.signatures_required else {"reason": plan.unsigned_reason},
        "news": register.news if plan.previous_id else [],
        "sections": [_section(entry, data, projects) for entry in entries],
    }


def _section(
    entry: Numbered, data: dict[str, Data], projects: Mapping[int | None, list[Project]]
) -> SectionText:
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
        "projects": projects.get(section.pk, []),
    }
