"""Whether a plan's text is the one that an edition has."""

from plans.document.make_snapshot import make_snapshot
from plans.document.models import Plan, Section
from plans.document.snapshot import Snapshot, read_snapshot
from plans.publication.models import Edition
from samarbejde.text.rich_text_fields import FIELD

PLACE = ("lineage", "kind", "data_kind", "depth")  # of a section in a snapshot
TEXT = (*PLACE, "heading", "body", "closing")


def reads_as(plan: Plan, edition: Edition) -> bool:
    """Of a section with fields in its words its place alone: the register may have moved on since."""
    filled = {str(section.lineage) for section in plan.sections.all() if _has_fields(section)}
    return _words(make_snapshot(plan), filled) == _words(read_snapshot(edition.snapshot), filled)


def _has_fields(section: Section) -> bool:
    return any(FIELD.search(words) for words in (section.heading, section.body, section.closing))


def _words(text: Snapshot, filled: set[str]) -> list[dict[str, object]]:
    return [
        {
            name: value
            for name, value in part.items()
            if name in (PLACE if part["lineage"] in filled else TEXT)
        }
        for part in text["sections"]
    ]
