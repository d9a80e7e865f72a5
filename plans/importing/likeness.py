"""Whether two texts say the same."""

import re
from difflib import SequenceMatcher

ALIKE = 0.8
_LEAST = 0.5  # below that, words are simply other words


def letters(text: str) -> str:
    """What is compared: letters and digits alone."""
    return re.sub(r"[\W_]+", "", text.casefold())


def first_letters(text: str) -> str:
    """The same for alike headings: a cheap first question before `alike`."""
    return letters(text[:12])[:4]


def alike(one: str, other: str) -> float:
    """1 for the same words, 0 for nothing in common; headings and titles, never long text."""
    matcher = SequenceMatcher(None, letters(one[:300]), letters(other[:300]), autojunk=False)
    # The cheap upper bounds first: most pairs have nothing in common.
    if matcher.real_quick_ratio() < _LEAST or matcher.quick_ratio() < _LEAST:
        return 0.0
    return matcher.ratio()
