"""Danish text → its sentences."""

import re

_ABBREVIATIONS = {
    *("bl.a", "ca", "chr", "div", "dvs", "evt", "f.eks", "fx", "hhv", "inkl", "jf", "kl"),
    *("m.fl", "m.v", "mfl", "mv", "nr", "pr", "st", "stk", "tlf"),
}
_END = re.compile(r"(?<=[.!?])[”\"»)]*\s+(?=[\"”«»(]?[A-ZÆØÅ0-9])")
_DIGIT_OR_INITIAL = re.compile(r"(?:^|[\s.])(?:\d{1,2}|[A-ZÆØÅ])\.$")


def sentences(text: str) -> list[str]:
    """A full stop after an abbreviation, an ordinal number or an initial ends no sentence."""
    found: list[str] = []
    begin = 0
    for match in _END.finditer(text):
        if not _is_abbreviated(text[max(begin, match.start() - 12) : match.start()]):
            found.append(text[begin : match.end()].strip())
            begin = match.end()
    rest = text[begin:].strip()
    return [*found, rest] if rest else found


def _is_abbreviated(ending: str) -> bool:
    """`ending` is the last letters before a space."""
    last = re.split(r"[\s(]", ending)[-1]
    return bool(_DIGIT_OR_INITIAL.search(ending)) or (
        last.endswith(".") and last.casefold()[:-1] in _ABBREVIATIONS
    )
