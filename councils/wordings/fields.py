"""The fields of a letter's text, as `{frist}`: found, checked and filled in."""

import re
from collections.abc import Collection, Mapping

_FIELD = re.compile(r"\{([^{}\n]{1,40})\}")
_PARAGRAPHS = re.compile(r"\n\s*\n")


def complaints(text: str, allowed: Collection[str], needed: Collection[str] = ()) -> list[str]:
    """What is wrong with the fields of a text, each in a sentence."""
    used = _FIELD.findall(text)
    unknown = dict.fromkeys(name for name in used if name not in allowed)
    found = [f"Feltet {{{name}}} findes ikke her. Brug et af disse: {_listed(allowed)}." for name in unknown]
    return found + [
        f"Feltet {{{name}}} mangler. Uden det kan modtageren ikke bruge brevet. Sæt det ind igen."
        for name in needed
        if name not in used
    ]


def filled(text: str, values: Mapping[str, str]) -> str:
    """Every field by its value. Filled once: what somebody typed is no field, whatever it looks like."""
    return _FIELD.sub(lambda found: values.get(found[1], found[0]), text)


def paragraphs(text: str, values: Mapping[str, str]) -> list[str]:
    """The paragraphs of the text, filled in; one that has become empty is left out by `letter`."""
    return [filled(one, values).strip() for one in _PARAGRAPHS.split(text)]


def _listed(names: Collection[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
