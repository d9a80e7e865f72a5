"""Danish numbers as a text writes them."""

import re
from decimal import Decimal

WORDS = {
    "en": 1,
    "et": 1,
    "én": 1,
    "ét": 1,
    "to": 2,
    "tre": 3,
    "fire": 4,
    "fem": 5,
    "seks": 6,
    "syv": 7,
    "otte": 8,
    "ni": 9,
    "ti": 10,
    "elleve": 11,
    "tolv": 12,
    "tretten": 13,
    "fjorten": 14,
    "femten": 15,
    "seksten": 16,
    "sytten": 17,
    "atten": 18,
    "nitten": 19,
    "tyve": 20,
}
SEVERAL = "|".join([*(word for word, number in WORDS.items() if number > 1), r"\d{1,3}"])
ANY = "|".join([*WORDS, r"\d{1,3}"])
_FIGURE = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+(?:,\d+)?")


def number_of(word: str) -> int:
    """`elleve`, `11`."""
    return int(word) if word.isdigit() else WORDS[word.casefold()]


def figure(text: str) -> Decimal | None:
    """`2.858,8`; None where it is no number alone."""
    found = _FIGURE.fullmatch(text.strip().removesuffix("%").strip())
    return Decimal(found[0].replace(".", "").replace(",", ".")) if found else None


def figures_in(text: str) -> list[Decimal]:
    return [value for found in _FIGURE.finditer(text) if (value := figure(found[0])) is not None]
