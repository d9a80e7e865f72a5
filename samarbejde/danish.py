"""Danish dates, quarters, order, places and addresses."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from django.utils.text import slugify
from django.utils.timezone import localtime

MONTHS = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
]
# The spaces of »19. december«, »2. kvartal« and »kl. 14.05«.
_INNER_SPACE = re.compile(rf"(?<=\d\.) (?=(?:{'|'.join(MONTHS)}|kvartal)\b)|(?<=\bkl\.) (?=\d)")
# Kommuner that are an island, or are called by one: one is on them (`where` in fixtures/municipalities.csv).
_ISLANDS = frozenset({"Bornholm", "Fanø", "Langeland", "Lolland", "Læsø", "Samsø", "Ærø"})
_GENITIVES = frozenset({"Nordfyns", "Vesthimmerlands"})
DATE_HINT = "Skriv datoen som 19-12-2026."
DATE_INPUT_FORMATS = ["%d-%m-%Y", "%d.%m.%Y", "%d/%m-%Y", "%d/%m/%Y", "%Y-%m-%d"]

# Digits, then a–z, then æ ø å: code points above "z" keep the order everywhere.
_ORDER = str.maketrans("æäøöåéü", "{{||}ey")
_POINTS = str.maketrans(",.", ".,")
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa"})


def sort_key(text: str) -> str:
    """A string that sorts by code point as Danes sort (DS 377): aa as å, æ ø å last."""
    return text.casefold().replace("aa", "å").translate(_ORDER)


def slug(text: str) -> str:
    """`Sydøstjylland` → `sydoestjylland`."""
    return slugify(text.translate(_LETTERS))


def date_text(day: date) -> str:
    """`19. december 2024`."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def moment_text(moment: datetime) -> str:
    """`19. december 2024 kl. 14.05`, in Danish time."""
    local = localtime(moment)
    return f"{date_text(local.date())} kl. {local:%H.%M}"


def quarter_text(quarter: int, year: int) -> str:
    """`2. kvartal 2026`."""
    return f"{quarter}. kvartal {year}"


def unbroken(text: str) -> str:
    """The text as a page shows it, where no line ends inside a date, a quarter or a time."""
    return _INNER_SPACE.sub("\xa0", text)


def number_text(number: Decimal | int) -> str:
    """`2.858,8`: as many decimals as it has."""
    return f"{Decimal(number).normalize():,f}".translate(_POINTS)


def value_text(value: object) -> str:
    """What stood in a field, in a history: `ja`, `19. december 2024`, `–` for nothing."""
    if value in (None, ""):
        return "–"
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return date_text(value) if isinstance(value, date) else str(value)


def listing(words: Iterable[str]) -> str:
    """`Herning, Skive og Viborg`."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} og {last}" if first else last


def in_a_sentence(title: str) -> str:
    """`borgmester i Herning Kommune` of a title that begins with a capital; `SSP-konsulent` keeps its own."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def at(place: str) -> str:
    """`i Herning`, `på Bornholm`, `i Nordfyns Kommune`: where a kommune is."""
    return at_all([place])


def at_all(places: Iterable[str]) -> str:
    """`i Herning og Skive`, `i Assens og Nyborg og på Langeland og Ærø`."""
    names = list(places)
    on = [name for name in names if name in _ISLANDS]
    off = [f"{name} Kommune" if name in _GENITIVES else name for name in names if name not in _ISLANDS]
    return " og ".join(f"{word} {listing(part)}" for word, part in (("i", off), ("på", on)) if part)


def years(first: int, last: int) -> str:
    """`2026` or `2021–2025`."""
    return str(first) if first == last else f"{first}–{last}"
