"""CPR numbers do not belong in the portal (retsplejeloven § 115 is handled elsewhere)."""

import re
from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError

from samarbejde.transitions import Refused

# Word turns the hyphen into others. People put spaces of every kind around it, or part the date's numbers.
_SPACE, _HYPHEN = r"[^\S\n\t]{0,2}", "[-‐‑‒–—−]"
_SHAPE = re.compile(
    rf"""(?<!\d)(\d\d)
    (?: (\d\d)(\d\d) {_SPACE} {_HYPHEN}?
      | ([ .\u00a0])(\d\d)\4(\d\d) {_SPACE} {_HYPHEN} )
    {_SPACE} \d{{4}}(?!\d)""",
    re.VERBOSE,
)


def find(text: str) -> list[str]:
    """Every `ddmmyy-nnnn` in `text` (no markup) whose first six digits are a date."""
    return [
        match[0]
        for match in _SHAPE.finditer(text)
        if _is_date(int(match[1]), int(match[2] or match[5]), int(match[3] or match[6]))
    ]


def refuse_in(texts: Iterable[str]) -> None:
    """Raise `Refused` when one of the texts holds what looks like a CPR number."""
    if found := [number for text in texts for number in find(text)]:
        raise Refused(
            f"Teksten indeholder noget, der ligner et CPR-nummer (begynder med {found[0][:6]}). "
            "Portalen er ikke til sager om den enkelte. Fjern nummeret, og prøv igen."
        )


def validate(text: str) -> None:
    """`refuse_in` as a validator of form fields: the text comes back to its writer, and is stored nowhere."""
    try:
        refuse_in([text])
    except Refused as refusal:
        raise ValidationError(str(refusal), code="personal_number") from refusal


def _is_date(day: int, month: int, year: int) -> bool:
    """In either century: 2000 has every leap day of 1900 to 1999, and one more."""
    try:
        date(2000 + year, month, day)
    except ValueError:
        return False
    return True
