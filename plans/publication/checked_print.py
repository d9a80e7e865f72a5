"""Prints a text, on trial or for good, and checks the PDF. A fault is told with its section."""

from collections.abc import Callable
from datetime import date

from plans.document.obstacles import Obstacle, Unpublishable
from plans.document.snapshot import SectionText, Snapshot
from plans.publication.pdf.process import PangoMissing, Stopped, render_pdf_safely
from samarbejde.transitions import Refused

PRINTS = 24  # at most, to find the sections that cannot be printed

GIVEN_UP = "Her eller i afsnittene efter er der noget, som ikke kan trykkes. Se dem igennem."

Print = Callable[[Snapshot], bytes]


def print_checked(text: Snapshot, *, edition: int, published_on: date) -> bytes:
    """The PDF, or `Unpublishable`; `PangoMissing` and `Stopped` tell nothing of the text."""

    def printed(part: Snapshot) -> bytes:
        return render_pdf_safely(part, edition=edition, published_on=published_on, checked=True)

    try:
        return printed(text)
    except (PangoMissing, Stopped):
        raise
    except Refused as refusal:
        found = _Search(text, printed).sections() or [Obstacle(str(refusal))]
        raise Unpublishable(found) from refusal


class _Search:
    """Prints parts of the text, the other sections blank, until the faulty ones stand alone."""

    def __init__(self, text: Snapshot, printed: Print) -> None:
        self._text, self._printed = text, printed
        self._left = PRINTS
        self._known: dict[range, str] = {}

    def sections(self) -> list[Obstacle]:
        """Empty where no section alone is to blame."""
        if self._fault_of(range(0)):
            return []
        return self._among(range(len(self._text["sections"])))

    def _among(self, part: range) -> list[Obstacle]:
        """Of sections that cannot be printed together; none where each can be alone."""
        if len(part) == 1:
            fault = self._fault_of(part)
            return [Obstacle.of(self._text["sections"][part[0]], fault)] if fault else []
        half = len(part) // 2
        first, second = part[:half], part[half:]
        found = self._among(first) if self._fault_of(first) else []
        # Where the first half is sound, the fault is in the second: no need to print it to know.
        return found + (self._among(second) if not found or self._fault_of(second) else [])

    def _fault_of(self, part: range) -> str:
        if part not in self._known:
            self._known[part] = self._print(part)
        return self._known[part]

    def _print(self, part: range) -> str:
        if not self._left:
            return GIVEN_UP
        self._left -= 1
        sections = [
            section if number in part else _blank(section)
            for number, section in enumerate(self._text["sections"])
        ]
        try:
            self._printed({**self._text, "sections": sections})
        except (PangoMissing, Stopped):
            raise
        except Refused as refusal:
            return str(refusal)
        return ""


def _blank(section: SectionText) -> SectionText:
    return {**section, "title": "–", "heading": "–", "label": "", "body": "", "closing": "", "data": None}
