"""The bullets and numbers that list items begin with."""

import re

BULLETS = "•◦▪●‣·■◻❖➢✓☒❑→*–—\\-"  # as in a pattern
DASHES = "*–—-o"
_LABEL = re.compile(
    rf"(?P<label>[{BULLETS}\uf000-\uf0ff](?=\s)|[•◦▪●‣■❖➢\uf000-\uf0ff]|o(?=\s+[A-ZÆØÅ])"
    r"|\(?\d{1,2}[.)](?![\d])|\(?[a-zæøåA-Z][.)](?=\s)|\(?[ivxIVX]{1,5}[.)](?=\s))\s*(?=\S)"
)
_ALONE = re.compile(rf"[{BULLETS}o\uf000-\uf0ff]|\(?(?:\d{{1,2}}|[a-zæøåA-Z]|[ivxIVX]{{1,5}})[.)]")
_MONTHS = re.compile(
    r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal|halvår)\b"
)
_ROMAN = {"i": 1, "v": 5, "x": 10}
_ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"


def label_of(text: str) -> str:
    """That it begins with, or ""; a date ("1. januar") is none."""
    match = _LABEL.match(text)
    if not match or _MONTHS.match(text, match.end()):
        return ""
    return match["label"]


def is_label(text: str) -> bool:
    """A bullet or number, and nothing else."""
    return bool(_ALONE.fullmatch(text))


def begins_item(text: str) -> bool:
    """What is not tagged as an item looks like one; "r. " that begins a line may be half of "vedr. "."""
    label = label_of(text)
    if not label:
        return False
    rest = text[len(label) :].lstrip()
    return not label.strip("(")[0].isalnum() or label.endswith(")") or rest[:1].isupper()


def numbering_of(label: str, before: tuple[str, int]) -> tuple[str, int]:
    """Its numbering and number; `before` are those of the item before it: "i)" after "h)" is no 1."""
    sign = label.strip("(). ")
    if sign.isdigit():
        return "decimal", min(int(sign), 9999)
    if not sign.isalpha() or (sign == "o" and not label.endswith((".", ")"))):
        return "", 0
    case = "upper" if sign.isupper() else "lower"
    small = sign.lower()
    letter = (f"{case}-alpha", _ALPHABET.find(small) + 1) if len(small) == 1 else ("", 0)
    roman = (f"{case}-roman", _of_roman(small)) if set(small) <= set(_ROMAN) else ("", 0)
    for one in (letter, roman):
        if one[0] and one == (before[0], before[1] + 1):
            return one
    if roman[0] and (not letter[0] or small == "i"):
        return roman
    return letter if letter[1] else ("", 0)


def _of_roman(sign: str) -> int:
    values = [_ROMAN[one] for one in sign]
    return sum(-one if one < max(values[at:]) else one for at, one in enumerate(values))
