"""Whether a text says where its figures are from."""

import re

from plans.consistency.checked_plan import Text

_SOURCE = re.compile(
    r"\bkilde\w*\b|\bifølge\b|\bopgjort\b|\bopgørelse\w*|\bstatistik\w*|\btal fra\b|\bindberet\w+",
    re.IGNORECASE,
)


def names_a_source(words: str) -> bool:
    return bool(_SOURCE.search(words))


def has_source_note(text: Text) -> bool:
    """»Kilde: …« anywhere in the section: often it is the next paragraph."""
    return bool(re.search(r"\bKilde", text.words))
