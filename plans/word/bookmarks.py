"""A section's bookmark in a Word document, by which it is known again when the document comes back."""

import re
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from plans.document.snapshot import SectionText

_NAME = re.compile(r"afsnit_([0-9a-f]{32})")


def bookmark(section: "SectionText") -> str:
    """The same from version to version and from year to year; Word allows forty letters.

    A paper's chapters have no lineage, and are known by their place.
    """
    return f"afsnit_{UUID(section['lineage']).hex}" if section["lineage"] else section["anchor"]


def lineage_in(name: str) -> UUID | None:
    """Of the section that a bookmark is of; None for others' bookmarks."""
    found = _NAME.fullmatch(name)
    return UUID(found[1]) if found else None
