"""What a section's edit mode lets through: everything, facts alone, or nothing."""

import re
from collections.abc import Iterable, Mapping

from plans.document.models import EditMode, Section
from samarbejde.text.rich_text_fields import FIELD
from samarbejde.transitions import Refused

_FACT = re.compile(
    rf"(?:{FIELD.pattern})|\d+(?:[.,]\d+)*"
    r"|\b(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b"
)
_UNLOCK = "Skal det ændres, så skift det først under »Ansvar og status«."


def refuse_against_mode(section: Section, text: Mapping[str, str]) -> None:
    """`text` is what would be written, by the names of the section's fields."""
    changed = {name: value for name, value in text.items() if getattr(section, name) != value}
    if not changed or section.mode == EditMode.FREE:
        return
    if section.mode == EditMode.LOCKED:
        raise Refused(f"»{section}« er låst, så teksten kan ikke rettes. {_UNLOCK}")
    if not all(only_facts_differ(getattr(section, name), value) for name, value in changed.items()):
        raise Refused(
            f"I »{section}« må kun tal, datoer og felter rettes, og du har ændret andre ord. {_UNLOCK}"
        )


def refuse_unless_free(sections: Iterable[Section], done: str) -> None:
    """`done` is what would become of them: »slettes«."""
    for section in sections:
        if section.mode != EditMode.FREE:
            raise Refused(
                f"»{section}« er sat til »{section.get_mode_display()}« og kan ikke {done}. {_UNLOCK}"
            )


def only_facts_differ(before: str, after: str) -> bool:
    """Numbers, months and what the register fills in; the same words around them."""
    return _FACT.sub("#", before) == _FACT.sub("#", after)
