"""A plan as the frozen text that everybody sees: on the screen, when signing, in print, on the web."""

import hashlib
import json
from typing import Any

from plans.document.models import Plan
from plans.document.numbering import Numbered, numbered
from plans.document.register_data import Data, Register, filled

Snapshot = dict[str, Any]


def snapshot(plan: Plan, register: Register | None = None) -> Snapshot:
    """The whole plan as JSON: its sections in reading order with number, text and register data.

    The shape is what `templates/plans/document/` shows and what an edition keeps.
    """
    sections = list(plan.sections.all())
    data = filled(register or Register(plan), sections)
    district = plan.council.district
    return {
        "title": plan.title,
        "year": plan.year,
        "district": {"name": district.name, "slug": district.slug, "short_name": district.short_name},
        "council": plan.council.name,
        "signed_place": plan.signed_place,
        "signed_on": plan.signed_on.isoformat() if plan.signed_on else None,
        "discussed": None,
        "sections": [_section(place, data) for place in numbered(sections)],
    }


def content_hash(text: Snapshot) -> str:
    """SHA-256 of the snapshot, the same for the same words whatever order its keys come in."""
    canonical = json.dumps(text, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _section(place: Numbered, data: dict[str, Data]) -> dict[str, Any]:
    section = place.section
    return {
        "number": place.number,
        "label": place.label,
        "title": place.title,
        "heading": section.heading,
        "anchor": section.anchor,
        "depth": place.depth,
        "heading_level": place.level,
        "kind": section.kind,
        "lineage": str(section.lineage),
        "body": section.body,
        "closing": section.closing,
        "data_kind": section.data,
        "data": data.get(section.data),
    }
