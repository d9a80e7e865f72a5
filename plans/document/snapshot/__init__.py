"""The shape of a plan's text, what in it people read, and how it is kept."""

from plans.document.snapshot.shape import VERSION, SectionText, Snapshot, filled_in
from plans.document.snapshot.stored import Stored, content_hash, read_snapshot
from plans.document.snapshot.wording import as_declared, markup, rewritten, wording

__all__ = [
    "VERSION",
    "SectionText",
    "Snapshot",
    "Stored",
    "as_declared",
    "content_hash",
    "filled_in",
    "markup",
    "read_snapshot",
    "rewritten",
    "wording",
]
