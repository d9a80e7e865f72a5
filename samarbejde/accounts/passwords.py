"""Which passwords are too easy to guess, and why. Nothing is asked of anybody outside."""

import csv
import re
from collections.abc import Iterator
from functools import cache

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from zxcvbn import zxcvbn

LONGEST = 1000
READ = 60  # characters: guessing takes time by their square, and so many are enough of a good one
ENOUGH_GUESSES = 10**10
OWN_PART = 4  # letters of a name that give it away
LEFT_OVER = 6  # letters and digits that must remain beside easy words

HOW_TO = "Vælg i stedet fire ord, som ikke hører sammen og intet har med dig eller arbejdet at gøre."
REPEATS = "Adgangskoden gentager det samme."
IN_ORDER = "Adgangskoden er bogstaver, tal eller taster, der følger efter hinanden."
EASY_WORDS = "Adgangskoden er sat sammen af ord, navne, steder eller årstal, som andre gætter først."
LEAKED = "Adgangskoden ligner nogle, der er stjålet andre steder, og som derfor bliver prøvet."
GUESSED = "Adgangskoden er for let at gætte."
REASONS = {
    "repeat": REPEATS,
    "sequence": IN_ORDER,
    "spatial": IN_ORDER,
    "dictionary": LEAKED,
    "date": EASY_WORDS,
}

_SIGNS_AS_LETTERS = str.maketrans("@([{<!|$+%€", "acccciistxe")
_DANISH_KEYS = str.maketrans("åæø", "[;'")  # where the American keyboard, which zxcvbn knows, has these
_PLAIN = (str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"}), str.maketrans({"æ": "ae", "ø": "o", "å": "a"}))
_YEAR = re.compile(r"(19|20)\d\d")
_LETTERS = re.compile(r"[^\W\d_]+")


class HardToGuessValidator:
    """Says in Danish what makes a password easy, and how to make a better one."""

    def validate(self, password: str, user: object = None) -> None:
        if len(password) > LONGEST:
            raise ValidationError(f"Adgangskoden må højst have {LONGEST} tegn.", code="too_long")
        if reason := complaint(password, user):
            raise ValidationError(f"{reason} {HOW_TO}", code="easy_to_guess")

    def get_help_text(self) -> str:
        return (
            "Brug gerne fire ord, som ikke hører sammen: slå dem op tilfældige steder i en bog. "
            "Dit navn, steder, årstal og ord fra arbejdet er lette at gætte."
        )


def complaint(password: str, user: object = None) -> str:
    """Why it is easy to guess; "" when it is hard, or when other validators say so."""
    typed = password[: 2 * READ].lower()
    if not typed or typed.strip() in CommonPasswordValidator().passwords:
        return ""
    if part := _own_part_in(typed, user):
        return f"Adgangskoden indeholder »{part}«, som står i dit navn eller din e-mail."
    if typed.isdigit():
        return "Adgangskoden er kun tal."
    return _guessed(typed, user) or _of_easy_words(typed, user)


def _guessed(typed: str, user: object) -> str:
    words = [*own_parts(user, 3), *easy_words()]
    estimates = [zxcvbn(text, words, max_length=READ) for text in _readings(typed)]
    weakest = min(estimates, key=lambda estimate: estimate["guesses"])
    if weakest["guesses"] >= ENOUGH_GUESSES:
        return ""
    longest = max(weakest["sequence"], key=lambda match: len(match["token"]))
    if longest.get("dictionary_name") == "user_inputs":
        return EASY_WORDS
    return REASONS.get(longest["pattern"], GUESSED)


def _readings(typed: str) -> Iterator[str]:
    """As it stands, as letters and digits alone, and as keys that lie side by side."""
    plain = typed.translate(_SIGNS_AS_LETTERS)
    joined = re.sub(r"[\W_]+", "", plain)
    for text in {plain, joined, joined.translate(_DANISH_KEYS)}:
        if text:
            yield text[:READ]


def _of_easy_words(typed: str, user: object) -> str:
    words = sorted({*own_parts(user, 3), *easy_words()}, key=len, reverse=True)
    pattern = "|".join(re.escape(word) for word in words if len(word) > 2)
    left, removed = re.subn(pattern, " ", typed.translate(_SIGNS_AS_LETTERS))
    left = re.sub(r"[\W_]+", "", _YEAR.sub("", left))
    return EASY_WORDS if removed and len(left) < LEFT_OVER else ""


def _own_part_in(typed: str, user: object) -> str:
    compact = re.sub(r"[\W_]+", "", typed)
    return next((part for part in own_parts(user, OWN_PART) if part in typed or part in compact), "")


def own_parts(user: object, shortest: int) -> list[str]:
    """The parts of a person's name and address that have so many letters, in each way to spell them."""
    name, address = (str(getattr(user, field, "") or "").lower() for field in ("name", "email"))
    parts = [*_LETTERS.findall(name), "".join(_LETTERS.findall(name)), *_LETTERS.findall(address), address]
    return [way for part in dict.fromkeys(parts) for way in spellings(part) if len(way) >= shortest]


@cache
def easy_words() -> tuple[str, ...]:
    """The easiest first: words of the portal and of daily life, then the places of the register."""
    listed = (settings.BASE_DIR / "fixtures" / "easy_words.txt").read_text(encoding="utf-8").split()
    places = [*_column("municipalities.csv", "name"), *_column("districts.csv", "short_name")]
    words = [*listed, *(part for place in places for part in _LETTERS.findall(place.lower()))]
    return tuple(dict.fromkeys(way for word in words for way in spellings(word)))


def _column(file: str, name: str) -> list[str]:
    with (settings.BASE_DIR / "fixtures" / file).open(encoding="utf-8", newline="") as rows:
        return [row[name] for row in csv.DictReader(rows)]


def spellings(word: str) -> list[str]:
    """`ærø` is typed `aeroe` and `aero` as well."""
    return list(dict.fromkeys([word, *(word.translate(plain) for plain in _PLAIN)]))
