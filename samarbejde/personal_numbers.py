"""CPR numbers do not belong in the portal (retsplejeloven § 115 is handled elsewhere)."""

import re
from collections.abc import Iterable
from datetime import date

from samarbejde.transitions import Refused

# Word turns the hyphen into others, and people put spaces around it.
_SHAPE = re.compile(r"(?<!\d)(\d{2})(\d{2})(\d{2})[ \u00a0]?[-‐‑‒–—−]?[ \u00a0]?\d{4}(?!\d)")


def find(text: str) -> list[str]:
    """Every `ddmmyy-nnnn` in `text` (no markup) whose first six digits are a date."""
    return [match[0] for match in _SHAPE.finditer(text) if _is_date(*map(int, match.groups()))]


def refuse_in(texts: Iterable[str]) -> None:
    """Raise `Refused` when one of the texts holds what looks like a CPR number."""
    if found := [number for text in texts for number in find(text)]:
        raise Refused(
            f"Teksten indeholder noget, der ligner et CPR-nummer (begynder med {found[0][:6]}). "
            "Oplysninger om enkeltpersoner hører ikke hjemme i portalen. Fjern nummeret, og prøv igen."
        )


def _is_date(day: int, month: int, year: int) -> bool:
    # CPR numbers do not say the century in the first six digits: a leap day counts if either has it.
    for century in (1900, 2000):
        try:
            date(century + year, month, day)
        except ValueError:
            continue
        return True
    return False
