"""An edition's sections as search finds them."""

from plans.document.rendering import Snapshot
from plans.document.wording import wording
from plans.publication.models import Edition, Passage


def passages(edition: Edition) -> list[Passage]:
    """One for each section, not saved; the text holds what the register filled in as well."""
    return [
        Passage(
            edition=edition,
            position=position,
            anchor=section["anchor"],
            title=section["title"],
            text=_text(section),
        )
        for position, section in enumerate(edition.snapshot["sections"], start=1)
    ]


def _text(section: Snapshot) -> str:
    return "\n".join(wording({part: section[part] for part in ("body", "data", "closing")}))
