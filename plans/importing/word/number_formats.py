"""A number as a list shows it."""

_ROMAN = dict(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_MOST_BY_LETTERS, _MOST_BY_ROMAN = 780, 3999
_SHAPES = {
    "decimalZero": "{:02d}",
    "ordinal": "{}.",
    "decimalEnclosedFullstop": "{}.",
    "decimalEnclosedParen": "({})",
    "numberInDash": "- {} -",
}
NUMBERINGS = {
    "bullet": "",
    "lowerLetter": "lower-alpha",
    "upperLetter": "upper-alpha",
    "lowerRoman": "lower-roman",
    "upperRoman": "upper-roman",
}  # Word's name → ours; all others are decimal


def written(number: int, numbering: str) -> str:
    """`numbering` by Word's name for it (ISO/IEC 29500-1, 17.18.59)."""
    if numbering in ("none", "bullet"):
        return ""
    if numbering.endswith("Letter") and 0 < number <= _MOST_BY_LETTERS:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if numbering == "lowerLetter" else letters.upper()
    if numbering.endswith("Roman") and 0 < number <= _MOST_BY_ROMAN:
        return roman(number) if numbering == "lowerRoman" else roman(number).upper()
    return _SHAPES.get(numbering, "{}").format(number)


def roman(number: int) -> str:
    said = ""
    for step, sign in _ROMAN.items():
        said, number = said + sign * (number // step), number % step
    return said
